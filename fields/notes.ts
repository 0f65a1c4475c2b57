import { text, yesNo } from './common.ts';
import { userId } from './ids.ts';

/** What a note of a contact has beside its text (contacts.json, NotesDTO). */
export const noteBody = {
  title: text('Title').optional(),
  userId: userId.meta({ label: 'Author' }).optional(),
  color: text('Color', 'A color code as on web pages, for example #FFAA00.').optional(),
  pinned: yesNo('Pin to the Top').optional(),
};
