import { listIn, recordsIn } from '../../lib/api/answers.ts';
import { kindOf } from '../../lib/api/errors.ts';
import type { Run } from '../../lib/run.ts';
import type { JsonObject } from '../../lib/values.ts';
import { contact, contacts } from '../../records/contacts.ts';

/** Knows a new contact at once (api#duplicate-search). */
export const duplicateRoute = 'GET /contacts/search/duplicate';

/** Lags by 10 s, but also finds contacts that the duplicate check leaves out (api#search-index-lag). */
export const searchRoute = 'POST /contacts/search';

const checkDuplicates = async (run: Run, field: string, value: string): Promise<JsonObject[]> => {
  const query = { locationId: run.locationId, [field === 'phone' ? 'number' : field]: value };
  try {
    return recordsIn(await run.call(duplicateRoute, query), contact);
  } catch (error) {
    if (kindOf(error) === 'not_found') return [];
    throw error;
  }
};

const searchIndex = async (run: Run, field: string, value: string): Promise<JsonObject[]> => {
  const filters = [{ field, operator: 'eq', value }];
  const body = { page: 1, pageLimit: 10, locationId: run.locationId, filters };
  return listIn(await run.call(searchRoute, body), contacts);
};

interface Asked {
  email?: string | undefined;
  phone?: string | undefined;
}

/** The contacts with an email; if there are none, those with a phone number. Asks first what knows new contacts. */
export const findByEmailOrPhone = async (
  run: Run,
  { email, phone }: Asked,
): Promise<JsonObject[]> => {
  for (const lookUp of [checkDuplicates, searchIndex]) {
    const [byEmail = [], byPhone = []] = await Promise.all([
      email ? lookUp(run, 'email', email) : undefined,
      phone ? lookUp(run, 'phone', phone) : undefined,
    ]);
    if (byEmail.length > 0) return byEmail;
    if (byPhone.length > 0) return byPhone;
  }
  return [];
};
