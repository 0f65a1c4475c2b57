import { defineTrigger } from 'zapier-platform-core';
import { trigger } from '../../lib/operations.ts';
import { tasksRoute } from '../../records/locationTasks.ts';
import { allTasks, asTaskSearch } from './taskEvents.ts';

export default defineTrigger({
  key: 'new_task',
  noun: 'Task',
  display: {
    label: 'New Task',
    description: 'Triggers when a task is created for any contact of the sub-account.',
  },
  operation: trigger(tasksRoute, {
    ...allTasks,
    // A completed task that is opened again is not new.
    seed: asTaskSearch(),
    request: asTaskSearch(false),
    revision: 'new',
  }),
});
