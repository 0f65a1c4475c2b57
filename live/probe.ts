import type { Lab } from './lab.ts';

/** What a probe came to. */
export interface Verdict {
  /** Whether it is as docs/highlevel-api.md says; `settled` if that says nothing; `open` if it could not be told. */
  verdict: 'as written' | 'otherwise' | 'settled' | 'open';
  /** What was seen: statuses, counts and HighLevel’s words, without personal data. */
  saw: string;
}

/** A question that only an account can answer. */
export interface Probe {
  /** The anchor of the fact in docs/highlevel-api.md. */
  fact: string;
  question: string;
  ask: (lab: Lab) => Promise<Verdict>;
}

/** A verdict out of whether it is as written. */
export const verdict = (isAsWritten: boolean, saw: string): Verdict => ({
  verdict: isAsWritten ? 'as written' : 'otherwise',
  saw,
});

/** An answer where docs/highlevel-api.md has none. */
export const settled = (saw: string): Verdict => ({ verdict: 'settled', saw });

/** No verdict, and why. */
export const open = (saw: string): Verdict => ({ verdict: 'open', saw });

/** What an answer was, in short: `422 Invalid Operator`. */
export const short = ({ status, words }: { status: number; words: string }): string =>
  `${status} ${words}`.trim();
