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

/** What all kinds of tasks have in common. */
export const taskStatement = { noun: 'task', sample, labels } as const;

/** A task of a contact (contacts.json, TaskSchema); tasks have no change date. */
export const task = record({ ...taskStatement, one: 'task' });

/** The tasks of a contact. */
export const tasks = record({ ...taskStatement, many: 'tasks' });
