import type { Paging } from '../lib/polling/paging.ts';
import { record } from '../lib/record.ts';

const sample = {
  id: 'Yml2ZQ7xmJfdV3TtZ8bM',
  body: 'Asked for the chair by the window.',
  userId: 'GCs5KuzPqTls7vWclkEV',
  contactId: 'ocQHyuzHvysMo5N5VsXc',
  createdBy: { id: 'GCs5KuzPqTls7vWclkEV', name: 'Amelia Hart' },
  dateAdded: '2026-03-04T09:30:45.000Z',
};

const labels = {
  body: 'Note',
  userId: 'Author ID',
  createdBy__id: 'Created by User ID',
  createdBy__name: 'Created by User',
};

/** A note of an appointment (calendars.json, GetNoteSchema); notes have no change date. */
export const appointmentNote = record({ noun: 'note', one: 'note', sample, labels });

/** The notes of an appointment. */
export const appointmentNotes = record({ noun: 'note', many: 'notes', sample, labels });

/** The notes of an appointment page by `offset`, at most 20 at a time (calendars.json, api#appointment-notes). */
export const notePages: Paging = {
  size: 20,
  params: ({ index, size }) => ({ limit: size, offset: index * size }),
};
