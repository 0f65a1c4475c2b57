import { record } from '../lib/record.ts';

const sample = {
  id: 'Yml2ZQ7xmJfdV3TtZ8bM',
  contactId: 'ocQHyuzHvysMo5N5VsXc',
  title: 'Call summary',
  body: 'Asked for a quote on whitening; call back on Thursday.',
  bodyText: 'Asked for a quote on whitening; call back on Thursday.',
  userId: 'GCs5KuzPqTls7vWclkEV',
  color: '#FFAA00',
  pinned: false,
  dateAdded: '2026-03-04T09:30:45.000Z',
};
const labels = {
  userId: 'Author ID',
  body: 'Note',
  bodyText: 'Note as Plain Text',
  pinned: 'Is Pinned',
};

/** A note of a contact (contacts.json, GetNoteSchema); notes have no change date. */
export const contactNote = record({ noun: 'note', one: 'note', sample, labels });

/** The notes of a contact. */
export const contactNotes = record({ noun: 'note', many: 'notes', sample, labels });
