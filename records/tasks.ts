import { record } from '../lib/record.ts';

const sample = {
  id: 'hxHGVRb1YJUscrCB8eXK',
  contactId: 'ocQHyuzHvysMo5N5VsXc',
  title: 'Call back about the quote',
  body: 'Prefers the afternoon.',
  assignedTo: 'GCs5KuzPqTls7vWclkEV',
  dueDate: '2026-03-05T17:00:00.000Z',
  completed: false,
};
const labels = { body: 'Description', assignedTo: 'Assigned User ID', completed: 'Is Completed' };

/** A task of a contact (contacts.json, TaskSchema); tasks have no change date. */
export const task = record({ noun: 'task', one: 'task', sample, labels });

/** The tasks of a contact. */
export const tasks = record({ noun: 'task', many: 'tasks', sample, labels });
