/** What a documented endpoint answers, and what it does to the records of its family. */
import { fail, forbidden } from '../gateway/errors.ts';
import type { Location, State } from '../state/state.ts';
import { exampleOf, type KeptRecord, recordIn, type Subject } from './example.ts';
import type { Role } from './families.ts';
import { type Kept, keptOf, kindOf } from './kept.ts';
import { listPath, putAt, recordPath, schemaAt } from './places.ts';
import type { Described, DocumentedEndpoint, Schema } from './schema.ts';

type Json = Record<string, unknown>;

/** A request that was let in and fits the documents. */
export type Asked = {
  path: Record<string, string>;
  query: Json;
  body: Json;
  location: Location | undefined;
  state: State;
  now: number;
};

/** Names by which an endpoint is told where it works, which are no part of a record. */
const owners = ['altId', 'altType', 'locationId', 'companyId'];

const sentBy = ({ body }: Asked): Json =>
  Object.fromEntries(
    Object.entries(body).filter(([name, value]) => !owners.includes(name) && value !== null),
  );

/** A collection with the IDs that stand in the path. */
const fillIn = (collection: string, path: Record<string, string>): string =>
  collection.replaceAll(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '');

const placeOf = ({ location, state }: Asked) => location ?? state.company;

const notFound = (collection: string, id: string) => {
  return fail(404, `${kindOf(collection)} with id ${id} not found`);
};

/** The sub-account is called altId in some families, and compared as any other (api#location-check). */
const checkOwner = ({ body, query, location }: Asked): void => {
  const { altId, altType } = { ...query, ...body };
  if (location && altId && altType !== 'company' && altId !== location.id) throw forbidden();
};

const whole = (schema: Schema | undefined, subject: Subject): object =>
  schema ? (exampleOf(schema, '', subject) as object) : {};

const showRecord = (
  { answer }: Described,
  record: KeptRecord,
  idName: string,
  subject: Subject,
): object => {
  if (!answer) return { id: record.id, ...record.values };
  const path = recordPath(answer, idName);
  const shown = recordIn(schemaAt(answer, path), record, { subject, idName });
  return putAt(whole(answer, subject), path, shown) as object;
};

/** How many a page has, and how many come before it. */
const pageOf = ({ query, body }: Asked): [skip: number, take: number] => {
  const asked: Json = { ...query, ...body };
  const take = Number(asked.limit ?? asked.pageSize ?? asked.pageLimit ?? 100) || 100;
  const page = Number(asked.page ?? 1) || 1;
  return [Number(asked.skip ?? asked.offset ?? (page - 1) * take) || 0, take];
};

const showList = (asked: Asked, { answer }: Described, name: string, kept: Kept): object => {
  const all = kept.all();
  const subject = { now: asked.now, count: all.length };
  const path = answer && listPath(answer, name);
  if (!answer || !path) return whole(answer, subject);
  const { items = {} } = schemaAt(answer, path);
  const [skip, take] = pageOf(asked);
  const rows = all
    .slice(skip, skip + take)
    .map((one) => recordIn(items, one, { subject, idName: '_id' }));
  return putAt(whole(answer, subject), path, rows) as object;
};

const create = (asked: Asked, kept: Kept): KeptRecord => {
  const { state, now } = asked;
  const id = state.newId('hex');
  const record = { id, values: sentBy(asked), isSeeded: false, createdAt: now, updatedAt: now };
  kept.add(record);
  return record;
};

/** What an endpoint answers by the documents. @param isReachable whether the records of a collection are known here */
export const answerBy =
  ({ route }: DocumentedEndpoint, role: Role, isReachable: (collection: string) => boolean) =>
  (asked: Asked, described: Described): object => {
    checkOwner(asked);
    const { kind, collection, idName } = role;
    const subject = { now: asked.now };
    const keptIn = (of: string) => keptOf(placeOf(asked), fillIn(of, asked.path));
    for (const [of, name] of role.within.filter(([of]) => isReachable(of))) {
      const id = asked.path[name] ?? '';
      if (!keptIn(of).get(id)) throw notFound(of, id);
    }
    if (kind === 'plain' || !isReachable(collection)) return whole(described.answer, subject);
    const kept = keptIn(collection);
    const last = route.split('/').at(-1) ?? '';
    if (kind === 'list') return showList(asked, described, last, kept);
    if (kind === 'create') return showRecord(described, create(asked, kept), idName, subject);
    const id = String({ ...asked.query, ...asked.body, ...asked.path }[idName] ?? '');
    const record = kept.get(id);
    if (!record) throw notFound(collection, id);
    if (kind === 'delete') {
      kept.delete(id);
      return showRecord(described, record, idName, subject);
    }
    const changes = kind === 'update' || (kind === 'action' && /^(PUT|PATCH) /.test(route));
    if (changes) kept.change(id, sentBy(asked), asked.now);
    return showRecord(described, kept.get(id) ?? record, idName, subject);
  };
