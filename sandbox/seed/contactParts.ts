import { collection, perPlace } from '../state/collection.ts';
import type { Location } from '../state/state.ts';
import { contacts } from './contacts.ts';

/** Note as `{note}` holds it (api#notes). */
export type Note = {
  id: string;
  body: string;
  bodyText: string;
  userId: string | null;
  dateAdded: string;
  contactId: string;
  title?: string;
  color?: string;
  pinned: boolean;
  relations: unknown[];
};

export const notes = collection<Note>('notes', ({ place, faker, id, ago }) =>
  Array.from({ length: place.isMain ? 60 : 2 }, (_, i) => {
    const body = faker.lorem.sentence();
    return {
      id: id(i),
      body,
      bodyText: body,
      userId: null,
      dateAdded: new Date(ago(i / 4 + 0.2)).toISOString(),
      contactId: contacts(place).seededAt(i % 20)?.id ?? '',
      pinned: i % 9 === 0,
      relations: [],
    };
  }),
);

/** A task; empty fields are left out when it is shown (api#tasks). */
export type Task = {
  id: string;
  title: string;
  body?: string;
  assignedTo?: string;
  dueDate: string;
  completed: boolean;
  contactId: string;
};

const ERRANDS = ['Call about results', 'Send treatment plan', 'Check insurance', 'Book recall'];

export const tasks = collection<Task>('tasks', ({ place, faker, id, ago }) =>
  Array.from({ length: place.isMain ? 40 : 1 }, (_, i) => ({
    id: id(i),
    title: ERRANDS[i % ERRANDS.length] ?? '',
    ...(i % 3 > 0 && { body: faker.lorem.sentence() }),
    dueDate: new Date(ago(i / 2 - 10)).toISOString(),
    completed: i % 4 === 0,
    contactId: contacts(place).seededAt(i % 15)?.id ?? '',
  })),
);

/** Who is in which campaign: campaign ids by contact id. */
export const campaignMembers = perPlace((_: Location) => new Map<string, Set<string>>());
