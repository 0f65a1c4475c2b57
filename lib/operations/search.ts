import type { BasicSearchOperation } from 'zapier-platform-core';
import { endpointOf } from '../api/endpoints.ts';
import { HighLevelError, type Kind, kindOf } from '../api/errors.ts';
import { buildForm, type Form } from '../form/form.ts';
import type { Schema } from '../form/schema.ts';
import type { Order } from '../order.ts';
import { tracked } from '../perform.ts';
import { mostRecords } from '../polling/limits.ts';
import { PageReader } from '../polling/pages.ts';
import type { Listed, Paging } from '../polling/paging.ts';
import { type Context, finishRead, parseRecords, type RecordType } from '../record.ts';
import type { Run } from '../run.ts';
import { assertConnection } from '../tokens.ts';
import type { JsonObject } from '../values.ts';
import { type Checked, withForm } from './shape.ts';

interface Statement<Values extends JsonObject, Body extends JsonObject> {
  /** The form, the validation and the type of the values. */
  input: Schema<Values>;
  /** The request, if it is unlike the form. */
  request?: (values: Values, run: Run) => Body | Promise<Body>;
  /** What is found. */
  record: RecordType;
  /** How it is looked for, if that takes more than the one request of the route. Gives the answer, or that of a page. */
  send?: (run: Run, body: Body) => Promise<unknown>;
  /** How the endpoint pages; without it one request gives the whole list. */
  paging?: Paging;
  /** Whether a record is one of those looked for, as far as the endpoint cannot be asked. */
  matches?: (record: JsonObject, values: Values) => boolean;
  /** Which record comes first, if the endpoint gives no order. The list is then read whole. */
  order?: (values: Values) => Order;
  /** The endpoints that are called in addition to the route. */
  routes?: readonly string[];
  /** The faults that mean that there is no such record. */
  missing?: Kind[];
}

/** How many records a search gives at most: Zapier takes 6 MB of them (zapier#run-limits). */
const mostFound = 100;

const tooSlow = (unknown: string): HighLevelError =>
  new HighLevelError(
    'unavailable',
    `HighLevel answers too slowly to look through the whole list, so this step cannot say ${unknown}. Fill in more fields to narrow it down, or replay this run.`,
    { status: 503 },
  );

const comesInOrder = (records: JsonObject[], order: Order): boolean =>
  records.every((one, index) => order(records[index - 1] ?? one, one) <= 0);

/** The records of the endpoint that match: of one request, or of as many pages as it takes. */
const findRecords = async <Values extends JsonObject, Body extends JsonObject>(
  call: (params: JsonObject) => Promise<Listed>,
  { paging, matches = () => true, order }: Statement<Values, Body>,
  { run, values }: { run: Run; values: Values },
): Promise<JsonObject[]> => {
  const those = (records: JsonObject[]) => records.filter((one) => matches(one, values));
  if (!paging) return those((await call({})).records);
  const list = { deadline: run.deadline, paging, byChange: false, load: call };
  const reader = new PageReader(list, { records: mostRecords });
  const isEnough = () => !order && those(reader.records).length >= mostFound;
  const isRead = await reader.read(isEnough);
  const found = those(reader.records);
  // “None” must be true: a “Find or Create” makes a second one of what was not seen.
  if (!isRead && found.length === 0) throw tooSlow('that there is no such record');
  // What was not read may come before what was, unless the list comes in that order by itself.
  if (!isRead && order && !comesInOrder(reader.records, order(values)))
    throw tooSlow('which one comes first');
  return found;
};

/**
 * A search: gives the records that match, best first, or none (`[]`) if HighLevel does not find any. A Zap takes the
 * first, or all of them as line items, as its owner chooses (zapier#search-results).
 */
export const search = <
  const Route extends string,
  Values extends JsonObject,
  Body extends JsonObject = Values,
>(
  route: Checked<Route, Body>,
  statement: Statement<Values, Body>,
): BasicSearchOperation => {
  const { input, request, record, send, paging, order, routes = [] } = statement;
  const { missing = ['not_found'] } = statement;
  const form = buildForm(input);
  const work = async (run: Run): Promise<JsonObject[]> => {
    assertConnection(run, endpointOf(route));
    const values = await form.read(run);
    try {
      const body = request ? await request(values, run) : (values as JsonObject as Body);
      const context: Context = { run, input: body, values };
      const call = async (params: JsonObject): Promise<Listed> => {
        const asked = { ...body, ...params };
        const answer = await (send ? send(run, asked) : run.call(route, asked));
        const records = parseRecords(answer, record, { ...context, input: asked });
        return { records, more: paging?.more?.(answer) };
      };
      const found = await findRecords(call, statement, { run, values });
      const best = order ? found.sort(order(values)) : found;
      return await finishRead(best.slice(0, mostFound), record, context);
    } catch (error) {
      const kind = kindOf(error);
      if (kind && missing.includes(kind)) return [];
      throw error;
    }
  };
  return withForm(
    { perform: tracked([route, ...routes], work, () => form.labels) },
    { route, form: form as Form, shown: record, rework: (own) => [...own, ...record.inputs] },
  );
};
