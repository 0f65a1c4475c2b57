import type { BasicPollingOperation, Bundle, ZObject } from 'zapier-platform-core';
import type * as zod from 'zod';
import { cached, forget, locationOf } from '../lib/connection.ts';
import { type Fields, formOf } from '../lib/inputFields.ts';
import { type Checked, calls, oneOf, poll } from '../lib/operation.ts';
import { changeOf, type Paging, readList, unique } from '../lib/polling.ts';
import { type Context, finish, type Raw, type RecordType, record } from '../lib/record.ts';
import { call } from '../lib/request.ts';

/** Where all associations of a sub-account are listed; the document requires `skip` and `limit`. */
export const associationsRoute = 'GET /associations/';

const lists = ['associations', 'relations'];

/** The records of an answer, be it a list, a list in a wrapper, or one bare record. */
const recordsOf = (answer: unknown, type: RecordType): Raw[] => {
  const body = answer as Raw;
  const list = Array.isArray(answer) ? answer : lists.map((key) => body[key]).find(Array.isArray);
  return ((list as Raw[] | undefined) ?? oneOf(answer, type)).filter(({ id }) => Boolean(id));
};

/**
 * As `poll`, for endpoints whose document shows one bare record where the real API answers a list (or the other way
 * round): both are read.
 */
export const pollEither = <const Route extends string, Input extends Fields>(
  route: Checked<Route, Input>,
  schema: zod.core.$ZodType<Input>,
  type: RecordType,
  paging?: Paging,
): BasicPollingOperation => {
  const form = formOf(schema);
  const isList = type.many.length > 0;
  return {
    ...poll(route, schema, type, paging),
    perform: calls([route], async (z: ZObject, bundle: Bundle) => {
      const changed = !isList || bundle.inputData.triggerOn === 'changed';
      const input = await form.read(bundle);
      const caller = { z, bundle, labels: form.labels };
      const load = async (page: Fields) =>
        recordsOf(await call(caller, route, { ...input, ...page }), type);
      const raws = paging ? await readList(bundle, paging, changed, load) : await load({});
      const revised = raws.map((raw) => ({
        ...raw,
        revision: changed ? changeOf(raw, type) : 'new',
      }));
      return unique(await finish(revised, type, { z, bundle, input })) as { id: string }[];
    }),
  };
};

/** What people call an association: the labels of both sides. */
const nameOf = ({ firstObjectLabel, secondObjectLabel, key }: Raw): unknown =>
  firstObjectLabel && secondObjectLabel ? `${firstObjectLabel} – ${secondObjectLabel}` : key;

const named = (records: Raw[]): Raw[] => records.map((raw) => ({ ...raw, name: nameOf(raw) }));

const sample = {
  id: '67ade73d1119d2ac7ad0c475',
  name: 'Owner – Pet',
  key: 'owner_pet',
  associationType: 'USER_DEFINED',
  firstObjectKey: 'contact',
  firstObjectLabel: 'Owner',
  secondObjectKey: 'custom_objects.pet',
  secondObjectLabel: 'Pet',
  firstObjectToSecondObjectCardinality: 'MANY_TO_MANY',
  secondObjectToFirstObjectCardinality: 'MANY_TO_MANY',
  locationId: 've9EPM428h8vShlRW1KT',
};

const common = {
  sample,
  labels: {
    locationId: 'Sub-Account ID',
    associationType: 'Defined By',
    firstObjectToSecondObjectCardinality: 'First to Second Object',
    secondObjectToFirstObjectCardinality: 'Second to First Object',
  },
  complete: named,
};

/** An association (associations.json, GetPostSuccessfulResponseDto); it has no change date. */
export const association = record({ ...common, noun: 'association', one: 'association' });

/** Associations as lists give them. */
export const associations = record({ ...common, noun: 'association', many: 'associations' });

const load = ({ z, bundle }: Omit<Context, 'input'>): Promise<Raw[]> =>
  cached({ z, bundle }, 'associations', 300, async () => {
    const answer = await call({ z, bundle }, associationsRoute, {
      locationId: locationOf(bundle),
      skip: 0,
      limit: 100,
    });
    return named(recordsOf(answer, association));
  });

/**
 * The associations of the sub-account by id, kept for five minutes.
 * @param needed ids that must be among them: where one is not, it is newer than what was kept
 */
export const associationsById = async (
  context: Omit<Context, 'input'>,
  needed: unknown[],
): Promise<Record<string, Raw>> => {
  let found = await load(context);
  if (!needed.every((id) => found.some((one) => one.id === id))) {
    await forget(context, 'associations');
    found = await load(context);
  }
  return Object.fromEntries(found.map((one) => [String(one.id), one]));
};

/** A relation says only which association it is of: what that is called stands beside the id. */
const withAssociation = async (records: Raw[], context: Context): Promise<Raw[]> => {
  if (!records.some(({ associationId }) => associationId)) return records;
  const ids = records.map(({ associationId }) => associationId);
  const known = await associationsById(context, ids).catch(() => ({}) as Record<string, Raw>);
  return records.map((raw) => {
    const { key, associationType, firstObjectLabel, secondObjectLabel, name } =
      known[String(raw.associationId)] ?? {};
    const found = { key, associationType, firstObjectLabel, secondObjectLabel };
    return { ...found, ...raw, associationName: name ?? null };
  });
};

const relationCommon = {
  noun: 'relation',
  sample: {
    id: '67b5f2c0e4b0a1d2c3f4a5b6',
    associationId: '67ade73d1119d2ac7ad0c475',
    associationName: 'Owner – Pet',
    key: 'owner_pet',
    associationType: 'USER_DEFINED',
    firstObjectKey: 'contact',
    firstObjectLabel: 'Owner',
    firstRecordId: 'ocQHyuzHvysMo5N5VsXc',
    secondObjectKey: 'custom_objects.pet',
    secondObjectLabel: 'Pet',
    secondRecordId: '67b5f2a1e4b0a1d2c3f4a511',
    locationId: 've9EPM428h8vShlRW1KT',
  },
  labels: {
    locationId: 'Sub-Account ID',
    key: 'Association Key',
    associationType: 'Defined By',
  },
  complete: withAssociation,
};

/** A relation between two records (associations.json documents the association instead; peers read this shape). */
export const relation = record({ ...relationCommon, one: 'relation' });

/** The relations of a record. */
export const relations = record({ ...relationCommon, many: 'relations' });
