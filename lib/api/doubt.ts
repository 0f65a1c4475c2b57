/** What may have been done though a request failed, and what must not be done twice. */
import type { Run } from '../run.ts';
import type { Endpoint } from './endpoints.ts';
import { HighLevelError } from './errors.ts';

/** A request for which there was no time left. */
export const tooLate = (): HighLevelError =>
  new HighLevelError(
    'late',
    'HighLevel answered so slowly that no time was left for the last part of this step, so it was not sent. Check in HighLevel what is missing before you replay this run, so that nothing happens twice.',
    { status: 503 },
  );

const checkRest =
  'Check in HighLevel what is missing before you replay this run, so that nothing happens twice.';

/**
 * Zapier runs a whole step again after a ThrottledError or a RefreshAuthError, and people do after a refusal (zapier#error-kinds): not if
 * that would repeat what an earlier request of this run has made.
 */
export const protectCreated = (run: Run, error: unknown, { reads }: Endpoint): unknown => {
  if (!run.hasCreated || !(error instanceof HighLevelError)) return error;
  const { kind, sentence } = error;
  if (kind === 'throttled' || kind === 'token') {
    return new HighLevelError(
      'partly',
      'HighLevel did part of this step, but took no more requests before the rest was done.',
      { advice: checkRest },
    );
  }
  if (reads || kind === 'unavailable' || kind === 'late') return error;
  return new HighLevelError(
    'partly',
    `HighLevel did part of this step, but refused the rest: ${sentence}`,
    { status: 422, advice: checkRest },
  );
};

/**
 * The error of a request that was sent, with what it may have done: if HighLevel or the network failed, nobody knows
 * whether it has made a record.
 */
export const withEffect = (error: unknown, { reads, createsRecord }: Endpoint): unknown => {
  if (!(error instanceof HighLevelError) || error.kind !== 'unavailable') return error;
  const isUncertain = createsRecord && error.facts.reached !== 'nothing';
  return error.with({ effect: { reads, createsRecord }, isUncertain });
};

/** The error of a run; nothing may replay it by itself if that could make a second record. */
export const withoutReplay = (run: Run, error: unknown): unknown =>
  error instanceof HighLevelError && (run.hasCreated || error.facts.isUncertain)
    ? error.with({ isFinal: true })
    : error;
