import type { State } from '../state/state.ts';
import { fail, unauthorized } from './errors.ts';

/** HighLevel's API in its two generations: `Version: v3`, and all versions before it (api#state-of-v3). */
export type Generation = 'classic' | 'v3';

const CLASSIC = ['2021-04-15', '2021-07-28', '2023-02-21'];

/** The generation that a request speaks by its Version; a missing, unknown or retired one is a 401. */
export function generationOf(version: string | undefined, state: State): Generation {
  if (!version) throw unauthorized('version header was not found');
  if (version === 'v3') return 'v3';
  if (!CLASSIC.includes(version) || state.now() >= state.classicEnds) {
    throw unauthorized('version header is invalid');
  }
  return 'classic';
}

/** What an old path is told under v3, in the words that others have seen (issues 304 and 333). */
export const REMOVED = {
  renamed: 'This endpoint is not available in API version v3',
  removed: 'This API was removed in version v3. Please use a version before v3',
  gone: 'API endpoint has been removed',
};

/** Refuses what the spoken generation does not know; a path of v3 is a 404 before it (measured by others). */
export function checkGeneration(
  spoken: Generation,
  { method, path }: { method: string; path: string },
  known: { since?: 'v3' | undefined; until?: keyof typeof REMOVED | undefined },
): void {
  if (known.since === 'v3' && spoken !== 'v3') throw fail(404, `Cannot ${method} ${path}`);
  if (known.until && spoken === 'v3') throw fail(400, REMOVED[known.until]);
}
