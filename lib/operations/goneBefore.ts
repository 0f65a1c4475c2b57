/**
 * A delete whose answer was lost was perhaps done, and its replay would then never find the record: what the person
 * wanted is so, but the run would fail each time.
 */
import { endpointOf } from '../api/endpoints.ts';
import { HighLevelError } from '../api/errors.ts';
import { fingerprint } from '../polling/revision.ts';
import type { Run } from '../run.ts';
import type { JsonObject } from '../values.ts';

/** Seconds for which a lost answer is remembered: Autoreplay tries for some hours, people for some days. */
const rememberedFor = 7 * 86_400;

/** Whether an answer says that the record, or the whole sub-account, is not there. */
const saysGone = ({ kind, facts: { said = '' } }: HighLevelError): boolean =>
  kind === 'not_found' || kind === 'no_location' || /access to this location/i.test(said);

interface Failed {
  route: string;
  body: JsonObject;
  error: unknown;
}

/**
 * The answer of a delete that failed, if it finds nothing because an earlier run has deleted the record and lost the
 * answer; other errors stay. If this run has lost the answer, that is remembered for its replay.
 */
export const goneBefore = async (run: Run, { route, body, error }: Failed): Promise<unknown> => {
  if (endpointOf(route).method !== 'DELETE' || !(error instanceof HighLevelError)) throw error;
  const name = `deleting:${fingerprint([route, body])}`;
  const { effect, reached } = error.facts;
  if (error.kind === 'unavailable' && effect && reached !== 'nothing')
    await run.cache.write(name, true, rememberedFor);
  if (!saysGone(error) || (await run.cache.read(name)) !== true) throw error;
  return {};
};
