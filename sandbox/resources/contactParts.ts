import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { isoDate, text } from '../gateway/schemas.ts';
import { appointments } from '../seed/appointments.ts';
import {
  campaignMembers,
  contacts,
  type Note,
  notes as notesOf,
  type Task,
  tasks as tasksOf,
} from '../seed/contacts.ts';
import { campaigns } from '../seed/workflows.ts';
import type { Location } from '../state/state.ts';
import { contactOf, touch, useTags } from './contactRecord.ts';

const version = '2021-07-28' as const;
const reading = { version, scopes: ['contacts.readonly'] };
const writing = { version, scopes: ['contacts.write'] };
const done = { succeded: true, succeeded: true };
const tagNames = zod.strictObject({ tags: zod.array(text) });

const tags = [
  endpoint(
    'POST /contacts/{contactId}/tags',
    { ...writing, status: 201, body: tagNames },
    ({ path, body, location, now }) => {
      const contact = contactOf(location, path.contactId);
      const added = useTags(location, body.tags).filter((tag) => !contact.tags.includes(tag));
      const all = [...contact.tags, ...added];
      touch(contacts(location), contact, now, { tags: all });
      return { tags: all, tagsAdded: added };
    },
  ),

  endpoint(
    'DELETE /contacts/{contactId}/tags',
    { ...writing, body: tagNames },
    ({ path, body, location, now }) => {
      const contact = contactOf(location, path.contactId);
      const unwanted = body.tags.map((tag) => tag.toLowerCase());
      const left = contact.tags.filter((tag) => !unwanted.includes(tag));
      const tagsRemoved = contact.tags.filter((tag) => unwanted.includes(tag));
      touch(contacts(location), contact, now, { tags: left });
      return { tags: left, tagsRemoved };
    },
  ),

  endpoint(
    'POST /contacts/bulk/tags/update/{type}',
    {
      ...writing,
      status: 201,
      body: zod.strictObject({
        contacts: zod.array(zod.string()),
        tags: zod.array(zod.string()),
        locationId: text,
        removeAllTags: zod.boolean().optional(),
      }),
    },
    ({ path: { type }, body, location, now }) => {
      if (type !== 'add' && type !== 'remove') {
        throw fail(422, ['type must be one of the following values: add, remove']);
      }
      const store = contacts(location);
      const named =
        type === 'add' ? useTags(location, body.tags) : body.tags.map((tag) => tag.toLowerCase());
      const responses = body.contacts.map((contactId) => {
        const contact = store.get(contactId);
        if (!contact) {
          return { contactId, message: 'contact does not belong to location', type: 'error' };
        }
        const oldTags = contact.tags;
        const gone = (tag: string) => body.removeAllTags === true || named.includes(tag);
        const tagsRemoved = type === 'remove' ? oldTags.filter(gone) : [];
        const tagsAdded = type === 'add' ? named.filter((tag) => !oldTags.includes(tag)) : [];
        const left = oldTags.filter((tag) => !tagsRemoved.includes(tag));
        touch(store, contact, now, { tags: [...left, ...tagsAdded] });
        return {
          contactId,
          message: 'Tags updated',
          type: 'success',
          oldTags,
          tagsAdded,
          tagsRemoved,
        };
      });
      const errorCount = responses.filter((response) => response.type === 'error').length;
      return { succeded: true, errorCount, responses };
    },
  ),
];

const noteBody = {
  userId: zod.string().nullish(),
  title: zod.string().optional(),
  color: zod.string().optional(),
  pinned: zod.boolean().optional(),
};

const given = (write: object) =>
  Object.fromEntries(Object.entries(write).filter(([, value]) => value !== undefined));

const plainText = (body: string) => body.replaceAll(/<[^>]*>/g, '').trim();

const notes = [
  endpoint('GET /contacts/{contactId}/notes', reading, ({ path, location }) => {
    const { id } = contactOf(location, path.contactId);
    const found = [...notesOf(location).values()].filter(({ contactId }) => contactId === id);
    return { notes: found.sort((a, b) => b.dateAdded.localeCompare(a.dateAdded)) };
  }),

  endpoint('GET /contacts/{contactId}/notes/{id}', reading, ({ path, location }) => ({
    note: noteOf(location, path.contactId, path.id),
  })),

  endpoint(
    'POST /contacts/{contactId}/notes',
    { ...writing, status: 201, body: zod.strictObject({ ...noteBody, body: text }) },
    ({ path, body, location, state, now }) => {
      const note: Note = {
        id: state.newId(),
        body: body.body,
        bodyText: plainText(body.body),
        userId: body.userId ?? null,
        dateAdded: new Date(now).toISOString(),
        contactId: contactOf(location, path.contactId).id,
        ...(body.title && { title: body.title }),
        ...(body.color && { color: body.color }),
        pinned: body.pinned ?? false,
        relations: [],
      };
      notesOf(location).set(note.id, note);
      return { note };
    },
  ),

  endpoint(
    'PUT /contacts/{contactId}/notes/{id}',
    { ...writing, body: zod.strictObject({ ...noteBody, body: text.optional() }) },
    ({ path, body, location }) => {
      const known = noteOf(location, path.contactId, path.id);
      const note: Note = { ...known, ...given(body) };
      const shown = { ...note, bodyText: plainText(note.body) };
      notesOf(location).set(note.id, shown);
      return { note: shown };
    },
  ),

  endpoint('DELETE /contacts/{contactId}/notes/{id}', writing, ({ path, location }) => {
    notesOf(location).delete(noteOf(location, path.contactId, path.id).id);
    return done;
  }),
];

const taskBody = {
  title: text,
  body: zod.string(),
  dueDate: isoDate,
  completed: zod.boolean(),
  assignedTo: zod.string().nullable(),
};

const tasks = [
  endpoint('GET /contacts/{contactId}/tasks', reading, ({ path, location }) => {
    const { id } = contactOf(location, path.contactId);
    return {
      tasks: [...tasksOf(location).values()].filter(({ contactId }) => contactId === id),
    };
  }),

  endpoint('GET /contacts/{contactId}/tasks/{taskId}', reading, ({ path, location }) => ({
    task: taskOf(location, path.contactId, path.taskId),
  })),

  /** `completed` is required (reality d.8, RR). */
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
      return { task: putTask(location, { ...known, ...given(body) }) };
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
    tasksOf(location).delete(taskOf(location, path.contactId, path.taskId).id);
    return done;
  }),
];

/** Members are kept, though no endpoint of the catalog shows them. */
const campaignEndpoints = [
  endpoint(
    'POST /contacts/{contactId}/campaigns/{campaignId}',
    { ...writing, status: 201 },
    ({ path, location }) => {
      if (!campaigns(location).has(path.campaignId)) throw unknown('Campaign', path.campaignId);
      membershipsOf(location, path.contactId).add(path.campaignId);
      return done;
    },
  ),

  endpoint('DELETE /contacts/{contactId}/campaigns/removeAll', writing, ({ path, location }) => {
    membershipsOf(location, path.contactId).clear();
    return done;
  }),

  endpoint('DELETE /contacts/{contactId}/campaigns/{campaignId}', writing, ({ path, location }) => {
    if (!campaigns(location).has(path.campaignId)) throw unknown('Campaign', path.campaignId);
    membershipsOf(location, path.contactId).delete(path.campaignId);
    return done;
  }),
];

const appointmentEndpoints = [
  /** Times are local and naive: 2026-07-17 10:00:00 (reality d.6, RR). */
  endpoint('GET /contacts/{contactId}/appointments', reading, ({ path, location }) => {
    const { id } = contactOf(location, path.contactId);
    const local = new Intl.DateTimeFormat('sv-SE', {
      timeZone: location.record.timezone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const events = [...appointments(location).values()]
      .filter(({ contactId, deleted }) => contactId === id && !deleted)
      .map(({ deleted: _, ...appointment }) => ({
        ...appointment,
        status: 'booked',
        groupId: '',
        users: [],
        assignedResources: [],
        startTime: local.format(appointment.startTime),
        endTime: local.format(appointment.endTime),
        dateAdded: local.format(appointment.dateAdded),
        dateUpdated: local.format(appointment.dateUpdated),
      }));
    return { events };
  }),
];

export const contactParts = [
  ...tags,
  ...notes,
  ...tasks,
  ...campaignEndpoints,
  ...appointmentEndpoints,
];

const unknown = (kind: string, id: string) => fail(400, `${kind} with id ${id} not found`);

function noteOf(location: Location, contactId: string, id: string): Note {
  const contact = contactOf(location, contactId);
  const note = notesOf(location).get(id);
  if (note?.contactId !== contact.id) throw unknown('Note', id);
  return note;
}

function taskOf(location: Location, contactId: string, id: string): Task {
  const contact = contactOf(location, contactId);
  const task = tasksOf(location).get(id);
  if (task?.contactId !== contact.id) throw unknown('Task', id);
  return task;
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

/** Keeps a task; empty fields are left out (reality d.8). */
function putTask(location: Location, { body, assignedTo, ...write }: TaskWrite): Task {
  const task: Task = {
    ...write,
    ...(body && { body }),
    ...(assignedTo && { assignedTo }),
    dueDate: new Date(write.dueDate).toISOString(),
  };
  tasksOf(location).set(task.id, task);
  return task;
}

function membershipsOf(location: Location, contactId: string): Set<string> {
  const { id } = contactOf(location, contactId);
  const members = campaignMembers(location);
  const memberships = members.get(id) ?? new Set();
  members.set(id, memberships);
  return memberships;
}
