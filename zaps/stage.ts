import { type Circumstances, type Field, type LocalZapier, messageOf } from './app.ts';
import type { Memory } from './builtIn.ts';
import { convertDates } from './dates.ts';
import { fillMapping, lookupIn } from './values.ts';
import type { Mapping, Ours, Values } from './zap.ts';

/** What a Zap runs in. */
export interface Stage {
  /** The Zapier side of the connection that a step uses. */
  zapierOf: (step: Ours) => LocalZapier;
  memory: Memory;
  now: () => number;
  /** What every step that asks for it gets: the sub-account, on an agency connection. */
  base?: Values;
  /** What the person chose, for the recipes whose choices are still in words. */
  chosen?: Values;
  /** The time zone in which Zapier reads what is typed into date fields. */
  zoneOf?: (step: Ours, input: Values) => Promise<string>;
  /** Whether Zapier tries a step again that ended in an error. */
  autoreplay?: boolean;
}

/** The zone of a Zapier account in which nobody has chosen another. */
export const defaultZone = 'America/New_York';

/** What a search may create if it finds nothing, by its key. */
export const createsFor: Record<string, string> = { find_contact: 'create_contact' };

const withBase = (fields: Field[], base: Values, filled: Values): Values => {
  const known = new Set(fields.map(({ key }) => key));
  const input = { ...base, ...filled };
  return Object.fromEntries(
    Object.entries(input).filter(([key]) => !(key in base) || known.has(key)),
  );
};

/** What a step sends: its form filled from the steps before, and converted as Zapier does. */
export interface Prepared {
  input: Values;
  fields: Field[];
  /** How the step is called: the zone goes along. */
  circumstances: Circumstances;
}

/** Prepares a step for a run or for a preview; both are the same, to the character. */
export const prepareInput = async (
  stage: Stage,
  step: Ours,
  results: (Values | undefined)[],
  { key = step.use, map = step.map }: { key?: string; map?: Mapping } = {},
): Promise<Prepared> => {
  const { base = {}, chosen, now } = stage;
  const filling = { of: lookupIn(results), now, ...(chosen ? { chosen } : {}) };
  // What is created if nothing is found belongs to the sub-account that was searched.
  const place = key !== step.use && step.map.locationId ? { locationId: step.map.locationId } : {};
  const filled = fillMapping({ ...place, ...map }, filling);
  const fields = await stage.zapierOf(step).fields(key, { ...base, ...filled });
  const input = withBase(fields, base, filled);
  const timezone = (await stage.zoneOf?.(step, input)) ?? defaultZone;
  return {
    input: convertDates(fields, input, timezone),
    fields,
    circumstances: { timezone } as Circumstances,
  };
};

/** The sub-account of a form, for the steps of an agency connection. */
export const unknownFields = ({ input, fields }: Prepared): string[] => {
  const known = new Set(fields.map(({ key }) => key));
  return Object.keys(input).filter((key) => !known.has(key));
};

/** How an error ends a step in Zapier. */
export type Failure = 'errored' | 'halted' | 'throttled' | 'held';

const failures: Record<string, Failure> = {
  HaltedError: 'halted',
  ThrottledError: 'throttled',
  ExpiredAuthError: 'held',
  RefreshAuthError: 'held',
};

const delayOf = (error: unknown): number => {
  try {
    const { delay } = JSON.parse((error as Error).message) as { delay?: number };
    return delay ?? 60;
  } catch {
    return 60;
  }
};

/** What Zapier makes of an error: how the step ends, what its user reads, and after how many seconds it is tried again. */
export const readError = (error: unknown): { failure: Failure; why: string; seconds: number } => ({
  failure: failures[error instanceof Error ? error.name : ''] ?? 'errored',
  why: messageOf(error),
  seconds: delayOf(error),
});
