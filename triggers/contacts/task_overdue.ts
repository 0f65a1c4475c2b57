import { defineTrigger } from 'zapier-platform-core';
import { trigger } from '../../lib/operations.ts';
import { timeOf } from '../../lib/time.ts';
import { isTrue } from '../../lib/values.ts';
import { tasksRoute } from '../../records/locationTasks.ts';
import { allTasks, asTaskSearch } from './taskEvents.ts';

export default defineTrigger({
  key: 'task_overdue',
  noun: 'Task',
  display: {
    label: 'Task Overdue',
    description: 'Triggers when an open task of any contact has passed its due date.',
  },
  operation: trigger(tasksRoute, {
    ...allTasks,
    request: asTaskSearch(false),
    revision: ({ dueDate, completed }) => {
      const due = timeOf(dueDate);
      return !isTrue(completed) && due <= Date.now() ? new Date(due).toISOString() : undefined;
    },
  }),
});
