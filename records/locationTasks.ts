import type { Paging } from '../lib/polling/paging.ts';
import { bySkip } from '../lib/polling/paging.ts';
import { record } from '../lib/record.ts';
import { taskStatement } from './tasks.ts';

/** Where the tasks of the whole sub-account are listed. */
export const tasksRoute = 'POST /locations/{locationId}/tasks/search';

/** The tasks of a sub-account: `_id` in place of `id` (api#task-search). */
export const locationTasks = record({
  ...taskStatement,
  many: 'tasks',
  complete: (records) =>
    records.map(({ id, _id, contactId, assignedTo, dueDate, completed, title, body }) => ({
      id: id ?? _id,
      contactId,
      assignedTo,
      dueDate,
      completed,
      title,
      body,
    })),
});

/** By `skip` and `limit`; the document states neither order nor largest page (api#task-search). */
export const taskPages: Paging = bySkip(100);
