import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { yesNo } from '../../fields/common.ts';
import { contactId } from '../../fields/ids.ts';
import { taskBody } from '../../fields/tasks.ts';
import { create } from '../../lib/operations.ts';
import { timeOf } from '../../lib/time.ts';
import { isSameText, type JsonObject } from '../../lib/values.ts';
import { task, tasks } from '../../records/tasks.ts';

const input = zod.object({
  contactId,
  ...taskBody,
  completed: yesNo('Completed').default(false),
});

/** Whether a task is due at a time, of which HighLevel may keep the second only. */
const isDueAt = (one: JsonObject, dueDate: string): boolean =>
  Math.abs(timeOf(one.dueDate) - timeOf(dueDate)) < 1_000;

export default defineCreate({
  key: 'create_contact_task',
  noun: 'Task',
  display: { label: 'Create Contact Task', description: 'Creates a task for a contact.' },
  operation: create('POST /contacts/{contactId}/tasks', {
    input,
    record: task,
    lookAgain: {
      route: 'GET /contacts/{contactId}/tasks',
      record: tasks,
      // Tasks have no date of their own: one that says the same and is due at the same time counts as this one.
      isUnique: true,
      isIt: (found, { title, dueDate, body }) =>
        isDueAt(found, dueDate) && isSameText(found.title, title) && isSameText(found.body, body),
      isMissing: (found, { dueDate }) => !found.some((one) => isDueAt(one, dueDate)),
    },
  }),
});
