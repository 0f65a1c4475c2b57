import type { Step } from '../lib/operations.ts';
import { shownIf } from './shownIf.ts';

/** An agency chooses sub-accounts from a list; a sub-account’s connection knows only its own. */
export const byConnection: Step[] = [
  shownIf('locationIds', ({ isAgency }) => isAgency),
  shownIf('twilioPhone', ({ isAgency }) => isAgency),
  shownIf('twilioNumber', ({ isAgency }) => !isAgency),
];
