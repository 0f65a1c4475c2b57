import type { BasicCreateOperation, InputField } from 'zapier-platform-core';
import { recordIn } from '../api/answers.ts';
import { withoutReplay } from '../api/doubt.ts';
import { endpointOf } from '../api/endpoints.ts';
import { buildForm, type Form } from '../form/form.ts';
import type { Schema } from '../form/schema.ts';
import { tracked } from '../perform.ts';
import { type Context, finishRecords, type RecordType, withWarning } from '../record.ts';
import type { Run } from '../run.ts';
import { assertConnection } from '../tokens.ts';
import type { JsonObject } from '../values.ts';
import { type DoneBefore, findDone } from './doneBefore.ts';
import { findCreated, type LookAgain, stateLook } from './lookAgain.ts';
import { type Checked, withForm } from './shape.ts';

/** Something that a create does around its own request. Steps run in the order in which they are listed. */
export interface Step<Values = JsonObject> {
  /** The endpoints that it calls. */
  routes?: readonly string[];
  /** The form, with what the step adds to it or takes away. */
  form?: (own: InputField[]) => InputField[];
  /** Before anything is sent: looks something up, and gives what the values get in addition. */
  before?: (run: Run, values: Values) => Promise<JsonObject | undefined> | JsonObject | undefined;
  /** After the write: gives the record that comes back. */
  after?: (run: Run, result: JsonObject, values: Values) => Promise<JsonObject> | JsonObject;
}

interface Statement<Values extends JsonObject, Body extends JsonObject> {
  /** The form, the validation and the type of the values. */
  input: Schema<Values>;
  /** The request, if it is unlike the form. */
  request?: (values: Values, run: Run) => Body;
  /** What comes back. */
  record: RecordType;
  steps?: Step<NoInfer<Values>>[];
  /** How it is sent, if that takes more than the one request of the route. Gives the answer. */
  send?: (run: Run, body: Body) => Promise<unknown>;
  /** Throws in people’s words why the request was refused, if HighLevel’s own say too little. */
  explain?: (error: unknown, values: NoInfer<Values>) => never;
  /** The endpoints that `send` and the record call in addition to the route. */
  routes?: readonly string[];
  /**
   * How to find out whether a request that failed has made the record all the same. Without it nobody can tell, and
   * nothing but the owner of the Zap may repeat the step. Of no use to what makes the same state when it is sent again.
   */
  lookAgain?: LookAgain<NoInfer<Body>>;
  /** How to tell that a replay is refused because an earlier attempt has done it. A delete tells by the refusal. */
  doneBefore?: DoneBefore<NoInfer<Values>>;
}

/** The parts of a statement that may call endpoints. */
interface Routed {
  routes?: readonly string[];
  steps?: { routes?: readonly string[] }[];
  lookAgain?: { route: string };
  doneBefore?: { routes: readonly string[] };
}

const rethrow = (error: unknown): never => {
  throw error;
};

/** The record of a write, completed. */
const finishWrite = async (type: RecordType, context: Context): Promise<JsonObject> => {
  const { answer } = context;
  const records = type.parse?.(answer, context) ?? [recordIn(answer, type) ?? {}];
  // The write is done: a look-up that fails now must not make the step look failed, or it would be replayed.
  const [result = {}] = await finishRecords(records, type, context).catch(() =>
    finishRecords(records, { ...type, complete: undefined }, context),
  );
  return result;
};

/** The endpoints that a create calls. */
const allRoutes = (
  route: string,
  { steps = [], routes = [], lookAgain, doneBefore }: Routed,
): string[] => [
  route,
  ...routes,
  ...(lookAgain ? [lookAgain.route] : []),
  ...(doneBefore?.routes ?? []),
  ...steps.flatMap((step) => step.routes ?? []),
];

/**
 * A create: validates, lets the steps look things up, sends one request, and lets the steps finish the record.
 * @param route `'POST /contacts/{contactId}/notes'`; a query beside a body is written out: `'DELETE /x/{id}?a={a}'`
 */
export const create = <
  const Route extends string,
  Values extends JsonObject,
  Body extends JsonObject = Values,
>(
  route: Checked<Route, Body>,
  statement: Statement<Values, Body>,
): BasicCreateOperation => {
  const { input, request, record, steps = [], lookAgain, doneBefore } = statement;
  const { explain = rethrow, send = (run: Run, body: Body) => run.call(route, body) } = statement;
  const form = buildForm(input);
  const write = async (run: Run): Promise<JsonObject> => {
    const filled = await form.read(run);
    let values = filled;
    let body: Body | undefined;
    const attempt = async (): Promise<unknown> => {
      for (const step of steps) values = { ...values, ...(await step.before?.(run, values)) };
      const made = request ? request(values, run) : (values as JsonObject as Body);
      body = made;
      return send(run, made)
        .catch((error: unknown) => explain(error, values))
        .catch((error: unknown) => findCreated(run, { error, lookAgain, record, body: made }));
    };
    const answer = await attempt().catch((error: unknown) =>
      findDone(run, { error, route, values: filled, doneBefore }),
    );
    let result = await finishWrite(record, { run, input: body ?? values, values, answer });
    for (const step of steps) result = (await step.after?.(run, result, values)) ?? result;
    return run.warnings.reduce(withWarning, result);
  };
  const work = async (run: Run): Promise<JsonObject> => {
    assertConnection(run, endpointOf(route));
    run.makes = record.noun;
    try {
      return await write(run);
    } catch (error) {
      throw withoutReplay(run, error);
    }
  };
  return withForm(
    {
      perform: stateLook(
        tracked(allRoutes(route, statement), work, () => form.labels),
        lookAgain?.route,
      ),
    },
    {
      route,
      form: form as Form,
      shown: record,
      rework: (own) => steps.reduce((fields, step) => step.form?.(fields) ?? fields, own),
    },
  );
};
