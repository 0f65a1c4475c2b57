import { defineTrigger } from 'zapier-platform-core';
import { trigger } from '../../lib/operations.ts';
import { isTrue } from '../../lib/values.ts';
import { tasksRoute } from '../../records/locationTasks.ts';
import { allTasks, asTaskSearch } from './taskEvents.ts';

export default defineTrigger({
  key: 'task_completed',
  noun: 'Task',
  display: {
    label: 'Task Completed',
    description: 'Triggers when a task of any contact of the sub-account is completed.',
  },
  operation: trigger(tasksRoute, {
    ...allTasks,
    request: asTaskSearch(),
    follow: { state: ({ completed }) => (isTrue(completed) ? 'completed' : 'open') },
    filter: ({ completed }) => isTrue(completed),
  }),
});
