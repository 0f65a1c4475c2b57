import type { BasicPollingOperation } from 'zapier-platform-core';
import { endpointOf } from '../api/endpoints.ts';
import { buildForm, type Form } from '../form/form.ts';
import type { Schema } from '../form/schema.ts';
import { tracked } from '../perform.ts';
import { triggerOnField } from '../polling/triggerOn.ts';
import type { Run } from '../run.ts';
import { assertConnection } from '../tokens.ts';
import type { JsonObject } from '../values.ts';
import { statesEvents } from './events.ts';
import { isSingle, type Polled, poll } from './poll.ts';
import { type Checked, type Rework, withForm } from './shape.ts';

/**
 * `record`: a record type with a list (`many`) gets “Trigger On”, unless `revision` or `follow` say what an event is; a
 * single record triggers whenever it changes.
 * The rest of how it is polled: `Polled`.
 */
interface Statement<Values extends JsonObject, Body extends JsonObject>
  extends Polled<Values, Body> {
  /** The form, the validation and the type of the values. */
  input: Schema<Values>;
  /** The request, if it is unlike the form. */
  request?: (values: Values, run: Run) => Body | Promise<Body>;
  /** The endpoints that `send` calls in addition to the route. */
  routes?: readonly string[];
  /** Works over the fields of the form. */
  fields?: Rework;
}

/** How a trigger is stated: the route, and what its file says of it. */
export interface Stated {
  route: string;
  statement: Statement<JsonObject, JsonObject>;
}

const stated = new WeakMap<object, Stated>();

/** The statement of a trigger, for a search that finds the same. Throws for one that is not made by `trigger`. */
export const statementOf = ({ perform }: BasicPollingOperation): Stated => {
  const found = stated.get(perform as object);
  if (!found) throw new Error('The trigger has no statement.');
  return found;
};

/** A dropdown gets the fields of its step: it takes over only those that the list cannot do without. */
const ownInputs = ({ bundle, isAgency }: Run, { inputFields }: Form): JsonObject => {
  if (!bundle.meta.isFillingDynamicDropdown) return bundle.inputData;
  const needed = new Set(inputFields.filter(({ required }) => required).map(({ key }) => key));
  if (isAgency) needed.add('locationId');
  return Object.fromEntries(Object.entries(bundle.inputData).filter(([key]) => needed.has(key)));
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
  const { input, request, record, paging, ordered, routes = [], fields = (own) => own } = statement;
  const form = buildForm(input);
  const work = async (run: Run) => {
    assertConnection(run, endpointOf(route));
    const values = await form.read(run, ownInputs(run, form as Form));
    const body = request ? await request(values, run) : (values as JsonObject as Body);
    const isNarrowable = () => form.inputFields.some(({ required }) => !required);
    const asked = { run, route, values, body, isNarrowable };
    return (await poll(asked, statement)) as { id: string }[];
  };
  const isSorted = (ordered?.paging ?? paging)?.newest?.new !== undefined;
  const modes =
    isSingle(record) || statesEvents(statement) ? [] : [triggerOnField(record.noun, isSorted)];
  const called = [route, ...routes, ...(ordered ? [ordered.route] : [])];
  const perform = tracked(called, work, () => form.labels);
  stated.set(perform, { route, statement: statement as unknown as Stated['statement'] });
  return withForm(
    { perform, ...(paging ? { canPaginate: true } : {}) },
    {
      route,
      form: form as Form,
      shown: record.trigger,
      rework: (own) => [...fields(own), ...modes, ...record.inputs],
    },
  );
};
