import type { BasicPollingOperation } from 'zapier-platform-core';
import { totalIn } from '../api/answers.ts';
import { endpointOf } from '../api/endpoints.ts';
import { buildForm, type Form } from '../form/form.ts';
import type { Schema } from '../form/schema.ts';
import { tracked } from '../perform.ts';
import { readList } from '../polling/list.ts';
import type { Paging } from '../polling/paging.ts';
import { numberRepeats } from '../polling/repeats.ts';
import { fingerprint, revisionOf, uniqueRecords } from '../polling/revision.ts';
import { triggerOnField, wantsChanges } from '../polling/triggerOn.ts';
import { finishRead, parseRecords, type RecordType } from '../record.ts';
import type { Run } from '../run.ts';
import { assertConnection } from '../tokens.ts';
import type { JsonObject } from '../values.ts';
import { type Checked, type Rework, withForm } from './shape.ts';

interface Statement<Values extends JsonObject, Body extends JsonObject> {
  /** The form, the validation and the type of the values. */
  input: Schema<Values>;
  /** The request, if it is unlike the form. */
  request?: (values: Values, run: Run) => Body | Promise<Body>;
  /** A record type with a list (`many`) gets “Trigger On”; a single record triggers whenever it changes. */
  record: RecordType;
  /** How the endpoint pages; without it one request gives the whole list. */
  paging?: Paging;
  /** Which records of the answer count. */
  filter?: (record: JsonObject, body: Body) => boolean;
  /** The revision of each record, if a record triggers once and never as changed. */
  revision?: string;
  /** How it is read, if that takes more than the one request of the route. Gives the answer. */
  send?: (run: Run, body: Body) => Promise<unknown>;
  /** The endpoints that `send` calls in addition to the route. */
  routes?: readonly string[];
  /** Works over the fields of the form. */
  fields?: Rework;
}

/** A dropdown gets the fields of its step: it takes over only those that the list cannot do without. */
const ownInputs = ({ bundle, isAgency }: Run, { inputFields }: Form): JsonObject => {
  if (!bundle.meta.isFillingDynamicDropdown) return bundle.inputData;
  const needed = new Set(inputFields.filter(({ required }) => required).map(({ key }) => key));
  if (isAgency) needed.add('locationId');
  return Object.fromEntries(Object.entries(bundle.inputData).filter(([key]) => needed.has(key)));
};

const isSingle = ({ many }: RecordType): boolean => many.length === 0;

/** Under which the history of the records is kept: two Zaps may ask about the same thing in different ways. */
const historyName = (route: string, asked: unknown): string =>
  `been:${route}:${fingerprint(asked)}`;

/** One poll, with the values of the request at hand. */
const poll = async <Values extends JsonObject, Body extends JsonObject>(
  run: Run,
  route: string,
  { record, paging, filter, revision, send }: Statement<Values, Body>,
  { values, body }: { values: Values; body: Body },
): Promise<JsonObject[]> => {
  const changed = isSingle(record) || wantsChanges(run.bundle.inputData);
  const load = async (params: JsonObject) => {
    const input = { ...body, ...params };
    const answer = await (send ? send(run, input) : run.call(route, input));
    const records = parseRecords(answer, record, { run, input, values });
    return { records, total: totalIn(answer), more: paging?.more?.(answer) };
  };
  const finish = async (records: JsonObject[]) => {
    const revised = records
      .filter((one) => filter?.(one, body) ?? true)
      .map((one) => ({
        ...one,
        revision: revision ?? (changed ? revisionOf(one, record) : 'new'),
      }));
    return uniqueRecords(await finishRead(revised, record, { run, input: body, values }));
  };
  const records = paging
    ? await readList({ run, paging, changed, load, finish })
    : await finish((await load({})).records);
  const mayRepeat = changed && !record.changed && revision === undefined;
  if (!mayRepeat || run.bundle.meta.isLoadingSample) return records;
  const asked = isSingle(record) ? [records[0]?.id, body] : body;
  return numberRepeats(run, historyName(route, asked), records);
};

/** A polling trigger: records newest first, with `id` and `revision` as the keys of dedupe. */
export const trigger = <
  const Route extends string,
  Values extends JsonObject,
  Body extends JsonObject = Values,
>(
  route: Checked<Route, Body>,
  statement: Statement<Values, Body>,
): BasicPollingOperation => {
  const { input, request, record, paging, routes = [], fields = (own) => own } = statement;
  const form = buildForm(input);
  const work = async (run: Run) => {
    assertConnection(run.isAgency, endpointOf(route));
    const values = await form.read(run, ownInputs(run, form as Form));
    const body = request ? await request(values, run) : (values as JsonObject as Body);
    return (await poll(run, route, statement, { values, body })) as { id: string }[];
  };
  const isSorted = paging?.newest?.new !== undefined;
  const modes = isSingle(record) ? [] : [triggerOnField(record.noun, isSorted)];
  const perform = tracked([route, ...routes], work, () => form.labels);
  return withForm(
    { perform, ...(paging ? { canPaginate: true } : {}) },
    {
      route,
      form: form as Form,
      shown: record.trigger,
      rework: (own) => [...fields(own), ...modes],
    },
  );
};
