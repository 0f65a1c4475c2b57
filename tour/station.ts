import type { Sandbox } from '../sandbox/index.ts';

export type Input = Record<string, unknown>;
export type Result = Record<string, unknown>;

/** What a stop of the tour may use: earlier results, other operations, and the sandbox behind the API. */
export interface Guide {
  /** First record of each operation that has run, by key. Throws when it has not run yet. */
  result: (key: string) => Result;
  /** Runs another operation of the app through core, without counting it; gives its first record. */
  run: (key: string, input: Input) => Promise<Result>;
  sandbox: Sandbox;
}

/**
 * One stop of the tour: an operation, filled in as a person would. Required fields that are not given are filled by
 * the tour: the first choice of a dropdown (loaded through the app), the first of the choices, tomorrow for a date,
 * a plain text, 1 for a number.
 */
export interface Station {
  key: string;
  /** What to fill in, beside what the tour fills in itself. */
  input?: Input | ((guide: Guide) => Input | Promise<Input>);
  /** For triggers: what happens in HighLevel between two polls; the second poll must then fire, or the post must. */
  change?: (guide: Guide, polled: Result) => unknown;
}
