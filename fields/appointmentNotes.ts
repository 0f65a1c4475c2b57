import type { Paging } from '../lib/polling/paging.ts';
import { longText } from './common.ts';

/** The text of a note, at most 5,000 characters (calendars.json, NotesDTO). */
export const noteText = longText('Note').max(5_000, 'can have at most 5,000 characters');

/** The notes of an appointment page by `offset`, at most 20 at a time (calendars.json, api#appointment-notes). */
export const notePages: Paging = {
  size: 20,
  params: ({ index, size }) => ({ limit: size, offset: index * size }),
};
