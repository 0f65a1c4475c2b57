import type { Location } from './app.ts';

export type Json = Record<string, unknown>;

/** Asks the sandbox's API. */
export type Ask = (method: string, path: string, version: string, body?: Json) => Promise<Json>;

/** What a happening goes by. */
interface About {
  /** How many happened before. */
  number: number;
  /** For which contact; the newest one without it. */
  contactId: string;
}

/** Something that people do in HighLevel itself, past the app. */
export interface Happening {
  label: string;
  /** Does it, and says what happened. */
  act: (ask: Ask, location: Location, about: About) => Promise<string>;
}

export const contactsVersion = '2021-07-28';
export const calendarsVersion = '2021-04-15';

/** The first of a list. Throws if there is none. */
export const first = (value: unknown, what: string): Json => {
  const [one] = Array.isArray(value) ? (value as Json[]) : [];
  if (!one) throw new Error(`The sandbox has no ${what}.`);
  return one;
};
