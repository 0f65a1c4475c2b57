import { bySkip, type Paging } from '../lib/polling/paging.ts';
import { record, withNamesOf } from '../lib/record.ts';
import { taskStatement } from './tasks.ts';

/** Where the tasks of the whole sub-account are listed. */
export const tasksRoute = 'POST /locations/{locationId}/tasks/search';

/** The tasks of a sub-account: `_id` in place of `id` (api#tasks-of-a-sub-account). */
export const locationTasks = record({
  ...taskStatement,
  many: 'tasks',
  complete: (records) =>
    records.map(({ _id, ...one }) =>
      withNamesOf(taskStatement.sample, { ...one, id: one.id ?? _id }),
    ),
});

/** By `skip` and `limit`; the document states neither order nor largest page (api#tasks-of-a-sub-account). */
export const taskPages: Paging = bySkip(100);
