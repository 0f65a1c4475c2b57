import { text, yesNo } from './common.ts';
import { author } from './ids.ts';

/** What a contact’s note has in addition to its text (contacts.json, NotesDTO). */
export const noteBody = {
  title: text('Title').optional(),
  userId: author.optional(),
  color: text('Color', 'A hex color code, for example #FFAA00.').optional(),
  pinned: yesNo('Pin to the Top').optional(),
};
