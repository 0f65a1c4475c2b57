import { dateTime, longText, text } from './common.ts';
import { userId } from './ids.ts';

/** What a task of a contact consists of (contacts.json, CreateTaskParams, UpdateTaskBody). */
export const taskBody = {
  title: text('Title'),
  dueDate: dateTime('Due Date'),
  body: longText('Description').optional(),
  assignedTo: userId.meta({ label: 'Assigned User' }).optional(),
};
