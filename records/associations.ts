import * as zod from 'zod';
import { listIn } from '../lib/api/answers.ts';
import { cachedById } from '../lib/cache.ts';
import { type Context, record } from '../lib/record.ts';
import type { Run } from '../lib/run.ts';
import type { JsonObject } from '../lib/values.ts';
import { deleted } from './outcomes.ts';

/** Where all associations of a sub-account are listed; the document requires `skip` and `limit`. */
export const associationsRoute = 'GET /associations/';

/** What people call an association: the labels of both sides. */
const nameOf = ({ firstObjectLabel, secondObjectLabel, key }: JsonObject): unknown =>
  firstObjectLabel && secondObjectLabel ? `${firstObjectLabel} – ${secondObjectLabel}` : key;

const named = (records: JsonObject[]): JsonObject[] =>
  records.map((raw) => ({ ...raw, name: nameOf(raw) }));

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

/** Associations as lists give them; the API may answer a list even if the document shows a single one. */
export const associations = record({
  ...common,
  noun: 'association',
  one: 'association',
  many: 'associations',
});

const size = 100;

const readAssociations = async (run: Run): Promise<Record<string, JsonObject>> => {
  const found: JsonObject[] = [];
  for (let skip = 0; ; skip += size) {
    const page = { locationId: run.locationId, skip, limit: size };
    const answer = await run.call(associationsRoute, page);
    const records = listIn(answer, associations);
    found.push(...records);
    // An endpoint that does not page repeats itself.
    if (records.length < size || skip >= 10 * size)
      return Object.fromEntries(named(found).map((one) => [String(one.id), one]));
  }
};

/** The associations of the sub-account by id; null for a needed one that is in no list. */
export const associationsById = (
  run: Run,
  needed: unknown[],
): Promise<Record<string, JsonObject | null>> =>
  cachedById(
    run.cache,
    { name: 'associations-by-id', shape: zod.record(zod.string(), zod.unknown()) },
    needed.map(String),
    () => readAssociations(run),
  );

/** A relation gives only the id of its association: its name and labels are added. */
const withAssociation = async (records: JsonObject[], { run }: Context): Promise<JsonObject[]> => {
  if (!records.some(({ associationId }) => associationId)) return records;
  const ids = records.map(({ associationId }) => associationId);
  const known = await associationsById(run, ids).catch(() => ({}) as Record<string, JsonObject>);
  return records.map((raw) => {
    const {
      key = null,
      associationType = null,
      firstObjectLabel = null,
      secondObjectLabel = null,
      name: associationName = null,
    } = known[String(raw.associationId)] ?? {};
    const found = { key, associationType, firstObjectLabel, secondObjectLabel };
    return { ...found, ...raw, associationName };
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

/** What a delete says of an association. */
export const deletedAssociation = deleted('association', 'associationId', {
  message: 'Association deleted successfully',
});

/** A relation between two records (associations.json documents the association instead; peers read this shape). */
export const relation = record({ ...relationCommon, one: 'relation' });

/** What a delete says of a relation. */
export const deletedRelation = deleted('relation', 'relationId', {
  associationId: relationCommon.sample.associationId,
  firstObjectKey: 'contact',
  firstRecordId: relationCommon.sample.firstRecordId,
  secondObjectKey: 'custom_objects.pet',
  secondRecordId: relationCommon.sample.secondRecordId,
  locationId: relationCommon.sample.locationId,
});

/** The relations of a record. */
export const relations = record({
  ...relationCommon,
  one: 'relation',
  many: ['relations', 'associations'],
});
