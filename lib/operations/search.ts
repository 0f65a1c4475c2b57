import type { BasicSearchOperation } from 'zapier-platform-core';
import { endpointOf } from '../api/endpoints.ts';
import { type Kind, kindOf } from '../api/errors.ts';
import { buildForm, type Form } from '../form/form.ts';
import type { Schema } from '../form/schema.ts';
import { tracked } from '../perform.ts';
import { finishRead, parseRecords, type RecordType } from '../record.ts';
import type { Run } from '../run.ts';
import { assertConnection } from '../tokens.ts';
import type { JsonObject } from '../values.ts';
import { type Checked, withForm } from './shape.ts';

interface Statement<Values extends JsonObject, Body extends JsonObject> {
  /** The form, the validation and the type of the values. */
  input: Schema<Values>;
  /** The request, if it is unlike the form. */
  request?: (values: Values, run: Run) => Body;
  /** What is found. */
  record: RecordType;
  /** How it is looked for, if that takes more than the one request of the route. Gives the answer. */
  send?: (run: Run, body: Body) => Promise<unknown>;
  /** The endpoints that `send` calls in addition to the route. */
  routes?: readonly string[];
  /** The faults that mean that there is no such record. */
  missing?: Kind[];
}

/** A search: gives the records that match, best first, or none (`[]`) if HighLevel does not find any. */
export const search = <
  const Route extends string,
  Values extends JsonObject,
  Body extends JsonObject = Values,
>(
  route: Checked<Route, Body>,
  statement: Statement<Values, Body>,
): BasicSearchOperation => {
  const { input, request, record, send, routes = [], missing = ['not_found'] } = statement;
  const form = buildForm(input);
  const work = async (run: Run): Promise<JsonObject[]> => {
    assertConnection(run, endpointOf(route));
    const values = await form.read(run);
    const body = request ? request(values, run) : (values as JsonObject as Body);
    const context = { run, input: body, values };
    try {
      const answer = await (send ? send(run, body) : run.call(route, body));
      return await finishRead(parseRecords(answer, record, context), record, context);
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
