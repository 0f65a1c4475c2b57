/**
 * Whether a create that failed was done all the same. No endpoint of HighLevel takes an idempotency key
 * (api#no-idempotency), so the record is looked for where it would be.
 */
import { recordsIn, type Shape } from '../api/answers.ts';
import { endpointOf, valuesOf } from '../api/endpoints.ts';
import { HighLevelError } from '../api/errors.ts';
import { routesOf } from '../perform.ts';
import type { Run } from '../run.ts';
import { timeOf } from '../time.ts';
import { pause } from '../turns.ts';
import type { JsonObject } from '../values.ts';

/** How the record of a create can be found again. */
export interface LookAgain<Body extends JsonObject> {
  /** Where it is read: a list, or the one record. */
  route: string;
  /**
   * The request of the look, if it takes more than what the route names; undefined if these values do not tell where to
   * look.
   */
  request?: (body: Body, run: Run) => JsonObject | undefined;
  /** What is read there. */
  record: Shape;
  /** Whether a record is the one. */
  isIt: (found: JsonObject, body: Body) => boolean;
  /** There is never a second one like it, so it counts whenever it was made; else only if it was made within a minute. */
  isUnique?: boolean;
  /**
   * Whether it is surely missing if it is not among these, none of which was made within a minute: such a one may be it,
   * in another spelling. Without this a miss proves nothing: an index lags, a list is cut.
   */
  isMissing?: (found: JsonObject[], body: Body, run: Run) => boolean | Promise<boolean>;
}

const minute = 60_000;

/** What lists call the date on which a record was made; what was never changed since says that as well. */
const dates = ['dateAdded', 'createdAt', 'updatedAt'];

const isRecent = (found: JsonObject): boolean => {
  const made = dates.map((name) => found[name]).find(Boolean);
  return timeOf(made) >= Date.now() - minute;
};

/** Milliseconds in which HighLevel may still finish what it has not answered. */
const timeToFinish = 2_000;

/** Milliseconds that a look needs. */
const timeToLook = 1_000;

/** What a look finds: the record, or whether it is surely missing. */
const look = async <Body extends JsonObject>(
  run: Run,
  { route, request, record, isIt, isUnique = false, isMissing = () => false }: LookAgain<Body>,
  body: Body,
): Promise<{ found?: JsonObject | undefined; isMissing: boolean }> => {
  const asked = request ? request(body, run) : valuesOf(route, body);
  if (!asked || run.deadline.timeLeft < timeToLook) return { isMissing: false };
  try {
    const all = recordsIn(await run.call(route, asked), record);
    const found = all.find((one) => isIt(one, body) && (isUnique || isRecent(one)));
    if (found || all.some(isRecent)) return { found, isMissing: false };
    return { isMissing: await isMissing(all, body, run) };
  } catch {
    return { isMissing: false };
  }
};

/** The record in the wrapper in which its kind is known, since a record may hold another one of its own. */
const asAnswer = (found: JsonObject, { one: [wrapper] }: Shape): JsonObject =>
  wrapper ? { [wrapper]: found } : found;

const looks = new WeakMap<object, string>();

/** States where the `perform` of a create looks. */
export const stateLook = <Perform extends object>(perform: Perform, route?: string): Perform => {
  if (route) looks.set(perform, route);
  return perform;
};

/** What becomes of an operation whose write failed, and nobody knows whether it was done. */
export type Outcome =
  /** Nothing: it makes the same state when it is sent again, so Zapier may replay it. */
  | 'repeatable'
  /** It is looked for. */
  | { route: string }
  /** Only the owner of the Zap can find out. */
  | 'unknown';

/** What becomes of an operation if a write fails. */
export const outcomeOf = (operation: { perform: object }): Outcome => {
  const creates = routesOf(operation).some((route) => endpointOf(route).createsRecord);
  const route = looks.get(operation.perform);
  if (!creates) return 'repeatable';
  return route ? { route } : 'unknown';
};

interface Failed<Body extends JsonObject> {
  error: unknown;
  lookAgain: LookAgain<Body> | undefined;
  /** What the answer would have held. */
  record: Shape;
  body: Body;
}

/**
 * The answer that a create that failed would have had. If nobody knows whether it was done, looks: what is found is the
 * answer; what is surely missing ends in an error that Zapier may replay; else the doubt stays. Other errors stay.
 */
export const findCreated = async <Body extends JsonObject>(
  run: Run,
  { error, lookAgain, record, body }: Failed<Body>,
): Promise<unknown> => {
  if (!lookAgain || run.hasCreated || !(error instanceof HighLevelError)) throw error;
  if (!error.facts.isUncertain) throw error;
  const isEnded = error.facts.reached === 'end';
  let { found, isMissing } = await look(run, lookAgain, body);
  if (!found && !isEnded && run.deadline.timeLeft > timeToFinish + timeToLook) {
    await pause(timeToFinish);
    ({ found } = await look(run, lookAgain, body));
  }
  if (found) {
    run.hasCreated = true;
    return asAnswer(found, record);
  }
  if (!isMissing || !isEnded) throw error.with({ isUncertain: false, isFinal: true });
  const advice = `The ${run.makes} was not made: you can replay this run.`;
  throw error.with({ isUncertain: false, advice });
};
