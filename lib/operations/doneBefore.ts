/**
 * A write whose answer was lost was perhaps done. If its replay is then refused because nothing is left to do (the
 * record is gone, the message is not scheduled any more), what the person wanted is so, but the run would fail each time.
 */
import { parseRoute } from '../api/endpoints.ts';
import { HighLevelError, type Kind } from '../api/errors.ts';
import { fingerprint } from '../polling/revision.ts';
import type { Run } from '../run.ts';
import type { JsonObject } from '../values.ts';

/** How to tell that a write that is refused was done before, if the refusal itself does not tell. */
export interface DoneBefore<Values> {
  /** The endpoints that this calls. */
  routes: readonly string[];
  /** The answer that the write would have had; undefined if it was not done, or if nobody can tell. */
  read: (run: Run, values: Values) => Promise<JsonObject | undefined>;
}

/** Seconds for which a lost answer is remembered: Autoreplay tries for some hours, people for some days. */
const rememberedFor = 7 * 86_400;

const refusals = new Set<Kind>([
  'not_found',
  'no_location',
  'forbidden',
  'invalid',
  'duplicate',
  'refused',
]);

/** What HighLevel says of something that is not there to be removed. */
const goneWords =
  /not found|no .*found|does ?n[o'’]t (exist|have|belong)|already (been )?(deleted|removed|cancell?ed)|no longer|\bnot (in|on|of|part|enrol|assigned|associated|linked|active|a (member|follower))/i;

/** What it says of something that must not be removed, whether it is there or not. */
const deniedWords =
  /permission|access|authori|allowed|scope|\b(plan|subscription|feature|endpoint|API|state|status|draft|paid)\b|supported|editable|deletable|can(not|’t|'t| not)|can no longer/i;

/** Whether an answer to a delete says that the record is not there. */
const saysGone = (
  { kind, status, facts: { said = '' } }: HighLevelError,
  route: string,
): boolean => {
  // Who has lost the sub-account or a permission sees no record either, unless it is the sub-account that was deleted.
  if (kind === 'forbidden' || kind === 'no_location')
    return /location/i.test(said) && parseRoute(route).path === '/locations/{locationId}';
  return (
    kind === 'not_found' ||
    status === 410 ||
    // A good status with `deleted: false` and no word: there was nothing to delete.
    (kind === 'refused' && said === '') ||
    (goneWords.test(said) && !deniedWords.test(said))
  );
};

/** Whether the refusal of an endpoint tells: of what is deleted, but not of a message, which may have been sent instead. */
const refusalTells = (route: string): boolean => {
  const { method, path } = parseRoute(route);
  return method === 'DELETE' && !path.endsWith('/schedule');
};

interface Failed<Values> {
  route: string;
  /** The values of the form. */
  values: Values;
  error: unknown;
  doneBefore?: DoneBefore<Values> | undefined;
}

const mayBeDone =
  'HighLevel did not answer an earlier attempt of this step, which may have worked. Check in HighLevel whether it did.';

const answerOf = async <Values>(
  run: Run,
  { route, values, doneBefore }: Failed<Values>,
  error: HighLevelError,
): Promise<JsonObject | undefined> => {
  if (doneBefore) return doneBefore.read(run, values).catch(() => undefined);
  return saysGone(error, route) ? {} : undefined;
};

/**
 * The answer of a write that failed, if an earlier run has done it and lost the answer; other errors stay. If this run
 * has lost the answer, that is remembered for its replay. Where nothing can tell, neither is looked at.
 */
export const findDone = async <Values>(run: Run, failed: Failed<Values>): Promise<JsonObject> => {
  const { route, values, error, doneBefore } = failed;
  const canTell = doneBefore !== undefined || refusalTells(route);
  if (!canTell || !(error instanceof HighLevelError)) throw error;
  const name = `lost:${fingerprint([route, values])}`;
  const { effect, reached } = error.facts;
  const isLost = effect && !effect.reads && !effect.createsRecord && reached !== 'nothing';
  if (error.kind === 'unavailable' && isLost) await run.cache.write(name, true, rememberedFor);
  if (!refusals.has(error.kind) || (await run.cache.read(name)) !== true) throw error;
  const answer = await answerOf(run, failed, error);
  if (!answer) throw error.with({ advice: mayBeDone });
  await run.cache.clear(name);
  return answer;
};
