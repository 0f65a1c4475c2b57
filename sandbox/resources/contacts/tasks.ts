import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { isoDate, text } from '../../gateway/schemas.ts';
import { type Task, tasks } from '../../seed/contactParts.ts';
import type { Location } from '../../state/state.ts';
import { definedOnly, existing, iso, succeeded } from '../records.ts';
import { contactOf, reading, writing } from './access.ts';

const taskBody = {
  title: text,
  body: zod.string(),
  dueDate: isoDate,
  completed: zod.boolean(),
  assignedTo: zod.string().nullable(),
};

export const contactTasks = [
  endpoint('GET /contacts/{contactId}/tasks', reading, ({ path, location }) => {
    const { id } = contactOf(location, path.contactId);
    return {
      tasks: [...tasks(location).values()].filter(({ contactId }) => contactId === id),
    };
  }),

  endpoint('GET /contacts/{contactId}/tasks/{taskId}', reading, ({ path, location }) => ({
    task: taskOf(location, path.contactId, path.taskId),
  })),

  /** `completed` is required (api#tasks). */
  endpoint(
    'POST /contacts/{contactId}/tasks',
    {
      ...writing,
      status: 201,
      body: zod.strictObject({
        ...taskBody,
        body: taskBody.body.optional(),
        assignedTo: taskBody.assignedTo.optional(),
      }),
    },
    ({ path, body, location, state }) => {
      const { id: contactId } = contactOf(location, path.contactId);
      return { task: putTask(location, { id: state.newId(), contactId, ...body }) };
    },
  ),

  endpoint(
    'PUT /contacts/{contactId}/tasks/{taskId}',
    { ...writing, body: zod.strictObject(taskBody).partial() },
    ({ path, body, location }) => {
      const known = taskOf(location, path.contactId, path.taskId);
      return { task: putTask(location, { ...known, ...definedOnly(body) }) };
    },
  ),

  endpoint(
    'PUT /contacts/{contactId}/tasks/{taskId}/completed',
    { ...writing, body: zod.strictObject({ completed: zod.boolean() }) },
    ({ path, body, location }) => {
      const known = taskOf(location, path.contactId, path.taskId);
      return { task: putTask(location, { ...known, completed: body.completed }) };
    },
  ),

  endpoint('DELETE /contacts/{contactId}/tasks/{taskId}', writing, ({ path, location }) => {
    tasks(location).delete(taskOf(location, path.contactId, path.taskId).id);
    return succeeded;
  }),
];

/** A task is found under its own contact only. */
function taskOf(location: Location, contactId: string, id: string): Task {
  const contact = contactOf(location, contactId);
  const task = tasks(location).get(id);
  return existing(task?.contactId === contact.id ? task : undefined, 'Task', id);
}

type TaskWrite = {
  id: string;
  contactId: string;
  title: string;
  dueDate: string;
  completed: boolean;
  body?: string | undefined;
  assignedTo?: string | null | undefined;
};

/** Keeps a task; empty fields are left out (api#tasks). */
function putTask(location: Location, { body, assignedTo, ...write }: TaskWrite): Task {
  const task: Task = {
    ...write,
    ...(body && { body }),
    ...(assignedTo && { assignedTo }),
    dueDate: iso(Date.parse(write.dueDate)),
  };
  tasks(location).set(task.id, task);
  return task;
}
