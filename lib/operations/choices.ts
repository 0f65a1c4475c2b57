import type { BasicPollingOperation } from 'zapier-platform-core';
import { endpointOf } from '../api/endpoints.ts';
import { kindOf } from '../api/errors.ts';
import { buildForm } from '../form/form.ts';
import type { Schema } from '../form/schema.ts';
import { tracked } from '../perform.ts';
import type { Paging } from '../polling/paging.ts';
import { finishRecords, parseRecords, type RecordType, record } from '../record.ts';
import type { Run } from '../run.ts';
import { assertConnection } from '../tokens.ts';
import { idOf, type JsonObject } from '../values.ts';
import type { Checked } from './shape.ts';

/** One choice of a dropdown: the value, and what people read. */
export interface Choice {
  id: string;
  name: string;
}

interface Statement<Values extends JsonObject, Body extends JsonObject> {
  /** What the list needs to know of the step. */
  input: Schema<Values>;
  /** The request, if it is unlike the input. */
  request?: (values: Values, run: Run) => Body;
  /** The records, or the key under which the answer holds their list. */
  list: RecordType | string;
  /** What people read; the id if that is empty. Without it, the name of the record. */
  name?: (record: JsonObject) => unknown;
  /** Leaves out and puts in order. */
  arrange?: (records: JsonObject[]) => JsonObject[];
  paging?: Paging;
}

const sample: Choice = { id: 'x1', name: 'Name' };

/** What asks for an order, in the words of all endpoints. */
const orders = ['sort', 'sortBy', 'sortField', 'sortOrder', 'order'];

/**
 * One page, in the order that is asked for. A dropdown in another order is of more use than none, so if HighLevel does
 * not accept the request, it is asked again without an order.
 */
const readPage = async (
  ask: (params: JsonObject) => Promise<unknown>,
  params: JsonObject,
): Promise<unknown> => {
  const isOrder = ([name]: [string, unknown]) => orders.includes(name);
  const members = Object.entries(params);
  return ask(params).catch((error: unknown) => {
    if (kindOf(error) !== 'invalid' || !members.some(isOrder)) throw error;
    return ask(Object.fromEntries(members.filter((one) => !isOrder(one))));
  });
};

const choiceOf = (one: JsonObject, name: unknown): Choice => {
  const id = String(idOf(one));
  return { id, name: String(name || id) };
};

/** Reads one page of choices. @param inputData what the list needs to know, if that is not in the step */
type ReadChoices = (run: Run, page?: number, inputData?: JsonObject) => Promise<Choice[]>;

/** How the choices of an endpoint are read, for a dropdown that puts several lists together. */
export const choicesReader = <
  const Route extends string,
  Values extends JsonObject,
  Body extends JsonObject = Values,
>(
  route: Checked<Route, Body>,
  { input, request, list, name, arrange, paging }: Statement<Values, Body>,
): ReadChoices => {
  const form = buildForm(input);
  const type =
    typeof list === 'string' ? record({ noun: 'record', many: list, sample: { ...sample } }) : list;
  return async (run, page = run.bundle.meta.page ?? 0, inputData = run.bundle.inputData) => {
    assertConnection(run, endpointOf(route));
    const values = await form.read(run, inputData);
    const body = request ? request(values, run) : (values as JsonObject as Body);
    const size = paging?.size ?? 0;
    const params = paging?.params({ index: page, size, changed: false, last: undefined }) ?? {};
    const context = { run, input: { ...body, ...params } };
    const answer = await readPage((more) => run.call(route, { ...body, ...more }), params);
    const found = parseRecords(answer, type, context);
    const records = await finishRecords(found, type, context);
    const arranged = arrange?.(records) ?? records;
    return arranged.map((one) => choiceOf(one, name ? name(one) : one.name));
  };
};

/**
 * A hidden trigger that only fills a dropdown, out of whatever `read` calls.
 * @param worksAnywhere it has choices before a sub-account is chosen, too
 */
export const choicesFrom = (
  routes: readonly string[],
  read: (run: Run) => Promise<Choice[]>,
  { canPaginate = false, worksAnywhere = false } = {},
): BasicPollingOperation => ({
  perform: tracked(routes, async (run) => {
    const endpoints = routes.map(endpointOf);
    // Some lists are read elsewhere on an agency's connection.
    const [first] = endpoints.every(({ token }) => token === 'sub-account') ? endpoints : [];
    if (first && !worksAnywhere) assertConnection(run, first);
    return read(run);
  }),
  sample: { ...sample },
  ...(canPaginate ? { canPaginate } : {}),
});

/** A hidden trigger that only fills a dropdown, out of one endpoint. */
export const choices = <
  const Route extends string,
  Values extends JsonObject,
  Body extends JsonObject = Values,
>(
  route: Checked<Route, Body>,
  statement: Statement<Values, Body>,
): BasicPollingOperation => {
  const { input, paging } = statement;
  const form = buildForm(input);
  const canPaginate = paging !== undefined;
  return {
    ...choicesFrom([route], choicesReader(route, statement), { canPaginate }),
    get inputFields() {
      return form.inputFields;
    },
  };
};

/** A hidden trigger whose choices are known without asking HighLevel. @param list value and what people read */
export const fixedChoices = (
  list: () => [value: string, label: string][],
): BasicPollingOperation => ({
  perform: async () => list().map(([id, name]) => ({ id, name })),
  sample: { ...sample },
});
