import { listIn } from '../lib/api/answers.ts';
import type { Run } from '../lib/run.ts';
import { asObject, type JsonObject } from '../lib/values.ts';
import { contactPages, contacts } from './contacts.ts';

const route = 'POST /contacts/search';

/** The contacts that are newest, or changed last, each as an event. */
const newestBy = (changed: boolean) => async (run: Run) => {
  const params = contactPages.params({ index: 0, size: 3, changed, last: undefined });
  return listIn(await run.call(route, { locationId: run.locationId, ...params }), contacts);
};

/** Some contacts, newest first. */
export const newContacts = { routes: [route], read: newestBy(false) };

/** Some contacts, latest change first. */
export const changedContacts = { routes: [route], read: newestBy(true) };

const formOf = ({ attributionSource, lastAttributionSource }: JsonObject): JsonObject | null => {
  const last = asObject(lastAttributionSource ?? attributionSource);
  return last.medium === 'form' ? { id: last.mediumId ?? null, name: null } : null;
};

/** The same with the form by which they came last, if they came by one. */
export const formContacts = {
  routes: [route],
  read: async (run: Run): Promise<JsonObject[]> =>
    (await newestBy(true)(run)).map((one) => ({ ...one, form: formOf(one) })),
};
