/** The dropdowns of documented endpoints: areas, what to do, and the lists that IDs are chosen from. */
import type { BasicPollingOperation } from 'zapier-platform-core';
import { type Choice, choicesFrom } from '../lib/operations.ts';
import type { Run } from '../lib/run.ts';
import { idOf, type JsonObject } from '../lib/values.ts';
import { refuse } from '../lib/zapier.ts';
import { readList } from './answer.ts';
import type { Entry } from './digest.ts';
import { knownValues, own } from './form.ts';
import { loadEndpoints, nameOf } from './load.ts';
import { pagingOf } from './paging.ts';
import { endpointFrom, send } from './request.ts';
import { isWatchable } from './watch.ts';

const byName = (a: Choice, b: Choice): number => a.name.localeCompare(b.name, 'en');

/** Which endpoints a dropdown offers. */
type Offer = (entry: Entry) => boolean;

/** Everything; what reads; lists that can be watched. */
export const offers = {
  all: () => true,
  reads: (entry: Entry) => endpointFrom(entry).reads,
  lists: isWatchable,
} satisfies Record<string, Offer>;

/** The areas of HighLevel’s documents in which something is offered. */
export const areaChoices = (isOffered: Offer): BasicPollingOperation =>
  choicesFrom(
    [],
    async () => {
      const entries = (await loadEndpoints()).filter(isOffered);
      return [...new Set(entries.map(({ area }) => area))]
        .map((area) => ({ id: area, name: area }))
        .sort(byName);
    },
    { worksAnywhere: true },
  );

const verbs: Record<string, string> = {
  GET: 'read',
  POST: 'send',
  PUT: 'change',
  PATCH: 'change',
  DELETE: 'delete',
};

/** “Send invoice · send”; two endpoints of an area may have the same title. */
const choiceOf = (entry: Entry, all: Entry[]): Choice => {
  const name = nameOf(entry);
  const isTwin = all.some(
    (one) => one !== entry && one.area === entry.area && one.title === entry.title,
  );
  const [method = '', path = ''] = name.split(' ');
  const parts = [
    entry.title,
    isTwin ? `(${verbs[method]} ${path})` : '',
    entry.deprecated ? '(deprecated)' : '',
  ];
  return { id: name, name: parts.filter(Boolean).join(' ') };
};

/** What can be done in the chosen area, deprecated endpoints last. */
export const endpointChoices = (isOffered: Offer): BasicPollingOperation =>
  choicesFrom(
    [],
    async (run) => {
      const area = run.bundle.inputData[own.area];
      if (!area) return refuse('Choose an “Area” first.');
      const all = (await loadEndpoints()).filter((one) => one.area === area && isOffered(one));
      const listed = (deprecated: boolean) =>
        all
          .filter((one) => (one.deprecated ?? false) === deprecated)
          .map((one) => choiceOf(one, all))
          .sort(byName);
      return [...listed(false), ...listed(true)];
    },
    { worksAnywhere: true },
  );

/** What people read of a record of any kind. */
const titleOf = (record: JsonObject): string => {
  const { name, title, subject, label, fullName, email, code, question } = record;
  const first = Object.entries(record).find(
    ([key, value]) => /name|title/i.test(key) && typeof value === 'string',
  );
  return String(
    name ||
      title ||
      subject ||
      label ||
      fullName ||
      email ||
      code ||
      question ||
      first?.[1] ||
      idOf(record),
  );
};

/** The ID of a record: some call it by what they are, as in `{ agentId, name, … }`. */
const ownIdOf = (record: JsonObject): unknown => {
  const [[name = '', value] = []] = Object.entries(record);
  return idOf(record) ?? (/Id$/.test(name) ? value : undefined);
};

/** Other IDs of a record, by which some dropdowns choose it. */
const otherIds = ({ oauthId, profileId }: JsonObject): JsonObject => ({ oauthId, profileId });

/** The members of the step that the list needs too: the product of a price. */
const parentsOf = ({ route, input }: Entry, { bundle: { inputData } }: Run): JsonObject => {
  const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const needed = [...new Set([...names, ...(input.required ?? [])])].filter(
    (name) => name in (input.properties ?? {}),
  );
  return Object.fromEntries(needed.map((name) => [name, inputData[name]]));
};

const readChoices = async (run: Run, route: string): Promise<Choice[]> => {
  const entry = (await loadEndpoints()).find((one) => nameOf(one) === route);
  if (!entry) return [];
  const page = run.bundle.meta.page ?? 0;
  const paging = pagingOf(entry);
  if (page > 0 && !paging) return [];
  const params = paging?.params({
    index: page,
    size: paging.size,
    changed: false,
    last: undefined,
  });
  const values = { ...parentsOf(entry, run), ...params, ...knownValues(run, entry) };
  const records = readList(await send(run, entry, values), entry) ?? [];
  return records
    .filter((one) => ownIdOf(one) !== undefined)
    .map((one) => ({ ...otherIds(one), id: String(ownIdOf(one)), name: titleOf(one) }));
};

/** A dropdown of the records of a documented list. @param route `GET /invoices/` */
export const recordChoices = (route: string): BasicPollingOperation =>
  choicesFrom([], (run) => readChoices(run, route), { canPaginate: true, worksAnywhere: true });
