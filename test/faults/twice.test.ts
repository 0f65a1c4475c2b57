import type { Create } from 'zapier-platform-core';
import createAssociation from '../../creates/associations/create_association.ts';
import createRelation from '../../creates/associations/create_relation.ts';
import createBlogPost from '../../creates/blogs/create_blog_post.ts';
import createBusiness from '../../creates/businesses/create_business.ts';
import createAppointment from '../../creates/calendars/create_appointment.ts';
import createAppointmentNote from '../../creates/calendars/create_appointment_note.ts';
import createBlockSlot from '../../creates/calendars/create_block_slot.ts';
import createCalendar from '../../creates/calendars/create_calendar.ts';
import createCalendarGroup from '../../creates/calendars/create_calendar_group.ts';
import addContactTags from '../../creates/contacts/add_contact_tags.ts';
import createContact from '../../creates/contacts/create_contact.ts';
import createContactNote from '../../creates/contacts/create_contact_note.ts';
import createContactTask from '../../creates/contacts/create_contact_task.ts';
import updateContact from '../../creates/contacts/update_contact.ts';
import upsertContact from '../../creates/contacts/upsert_contact.ts';
import createOpportunity from '../../creates/opportunities/create_opportunity.ts';
import upsertOpportunity from '../../creates/opportunities/upsert_opportunity.ts';
import createUser from '../../creates/users/create_user.ts';
import addContactToWorkflow from '../../creates/workflows/add_contact_to_workflow.ts';
import { type Connection, type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { appointmentNotes, appointments } from '../../sandbox/seed/appointments.ts';
import { associations, relations } from '../../sandbox/seed/associations.ts';
import { blockedSlots } from '../../sandbox/seed/blockedSlots.ts';
import { blogAuthors, blogCategories, blogPosts, blogSites } from '../../sandbox/seed/blogs.ts';
import { businesses } from '../../sandbox/seed/businesses.ts';
import { calendarGroups, calendars } from '../../sandbox/seed/calendars.ts';
import { notes, tasks } from '../../sandbox/seed/contactParts.ts';
import { contacts } from '../../sandbox/seed/contacts.ts';
import { objectRecords } from '../../sandbox/seed/objects.ts';
import { opportunities } from '../../sandbox/seed/opportunities.ts';
import { pipelines } from '../../sandbox/seed/pipelines.ts';
import { users } from '../../sandbox/seed/users.ts';
import { enrolments, workflows } from '../../sandbox/seed/workflows.ts';
import type { Fault } from '../../sandbox/state/faults.ts';
import { hurry } from '../support/clock.ts';
import { run } from '../support/run.ts';
import { withoutNock } from '../support/withoutNock.ts';

withoutNock();

let sandbox: Sandbox;
let connection: Connection;
beforeAll(async () => {
  sandbox = await startSandbox({ indexLag: 0, rateLimit: { burst: 100_000 } });
  connection = await sandbox.connect('sub-account');
  process.env.HIGHLEVEL_API_URL = sandbox.url;
});
beforeEach(hurry);
afterEach(() => {
  sandbox.state.faults.clear();
  jest.restoreAllMocks();
});
afterAll(async () => {
  delete process.env.HIGHLEVEL_API_URL;
  await sandbox.stop();
});

const main = () => sandbox.state.main;
const inDays = (days: number, hour = 15) =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 11)}${hour}:00:00.000Z`;
const first = <Item>(items: Iterable<Item>): Item => {
  for (const item of items) return item;
  throw new Error('The seed is empty.');
};
const anyContact = (index = 0) => ({ contactId: contacts(main()).seededAt(index)?.id });
/** A contact that has no opportunity yet. */
const fresh = () => {
  const taken = new Set([...opportunities(main()).values()].map(({ contactId }) => contactId));
  for (let index = 0; ; index += 1) {
    const contact = contacts(main()).seededAt(index);
    if (!contact || !taken.has(contact.id)) return { contactId: contact?.id };
  }
};
const anyAppointment = (index: number) => {
  const all = [...appointments(main()).values()];
  return all[index % all.length]?.id;
};
const sizeOf = (items: Iterable<unknown>) => [...items].length;

interface Case {
  operation: Create;
  route: string;
  input: (number: number) => object;
  /** How many of them there are in HighLevel. */
  count: () => number;
  /** A miss is sure if HighLevel has ended with the request. */
  isSure?: true;
}

const cases: Record<string, Case> = {
  'a contact': {
    operation: createContact,
    route: 'POST /contacts/',
    input: (number) => ({ firstName: 'Once', email: `once.${number}@example.com` }),
    count: () => sizeOf(contacts(main()).written()),
    isSure: true,
  },
  'a note': {
    operation: createContactNote,
    route: 'POST /contacts/*/notes',
    input: (number) => ({ ...anyContact(number), body: `Note ${number}` }),
    count: () => notes(main()).size,
    isSure: true,
  },
  'a task': {
    operation: createContactTask,
    route: 'POST /contacts/*/tasks',
    input: (number) => ({ ...anyContact(), title: `Task ${number}`, dueDate: inDays(3 + number) }),
    count: () => tasks(main()).size,
    isSure: true,
  },
  'a business': {
    operation: createBusiness,
    route: 'POST /businesses/',
    input: (number) => ({ name: `Business ${number}` }),
    count: () => businesses(main()).size,
  },
  'an association': {
    operation: createAssociation,
    route: 'POST /associations/',
    input: (number) => ({
      firstObjectKey: 'contact',
      firstObjectLabel: `Owner ${number}`,
      secondObjectKey: 'custom_objects.treatment_plans',
      secondObjectLabel: `Pet ${number}`,
      key: `owner_pet_${number}`,
    }),
    count: () => associations(main()).size,
  },
  'a relation': {
    operation: createRelation,
    route: 'POST /associations/relations',
    input: (number) => {
      const pets = [...objectRecords(main()).values()];
      const { id } = [...associations(main()).values()].find(
        (one) => one.firstObjectKey === 'contact' && one.secondObjectKey.startsWith('custom'),
      ) ?? { id: '' };
      return {
        associationId: id,
        firstRecordId: contacts(main()).seededAt(100 + number)?.id,
        secondRecordId: pets[0]?.id,
      };
    },
    count: () => relations(main()).size,
  },
  'a blog post': {
    operation: createBlogPost,
    route: 'POST /blogs/posts',
    input: (number) => ({
      blogId: first(blogSites(main()).values()).id,
      title: `Post ${number}`,
      urlSlug: `post-${number}`,
      rawHTML: '<p>Hello</p>',
      imageUrl: 'https://example.com/a.jpg',
      imageAltText: 'A',
      description: 'A post',
      author: first(blogAuthors(main()).values()).id,
      categories: [first(blogCategories(main()).values()).id],
      publishedAt: '2030-01-01T09:00:00Z',
    }),
    count: () => blogPosts(main()).size,
  },
  'an appointment': {
    operation: createAppointment,
    route: 'POST /calendars/events/appointments',
    input: (number) => ({
      ...anyContact(number),
      calendarId: first(calendars(main()).values()).id,
      startTime: inDays(20 + number),
      ignoreFreeSlotValidation: true,
    }),
    count: () => appointments(main()).size,
  },
  'a note of an appointment': {
    operation: createAppointmentNote,
    route: 'POST /calendars/appointments/*/notes',
    input: (number) => ({
      appointmentId: anyAppointment(number),
      body: `Note ${number}`,
    }),
    count: () => appointmentNotes(main()).size,
    isSure: true,
  },
  'a blocked slot': {
    operation: createBlockSlot,
    route: 'POST /calendars/events/block-slots',
    input: (number) => ({
      calendarId: first(calendars(main()).values()).id,
      title: `Block ${number}`,
      startTime: inDays(40 + number, 10),
      endTime: inDays(40 + number, 11),
    }),
    count: () => blockedSlots(main()).size,
  },
  'a calendar group': {
    operation: createCalendarGroup,
    route: 'POST /calendars/groups',
    input: (number) => ({ name: `Group ${number}`, description: 'A', slug: `group-${number}` }),
    count: () => calendarGroups(main()).size,
    isSure: true,
  },
  'an opportunity': {
    operation: createOpportunity,
    route: 'POST /opportunities/',
    input: (number) => ({
      ...fresh(),
      pipelineId: first(pipelines(main()).values()).id,
      name: `Opportunity ${number}`,
    }),
    count: () => sizeOf(opportunities(main()).values()),
  },
  'an opportunity by an upsert': {
    operation: upsertOpportunity,
    route: 'POST /opportunities/',
    input: (number) => ({
      ...fresh(),
      pipelineId: first(pipelines(main()).values()).id,
      name: `Upserted ${number}`,
    }),
    count: () => sizeOf(opportunities(main()).values()),
  },
  'a user': {
    operation: createUser,
    route: 'POST /users/',
    input: (number) => ({
      firstName: 'Once',
      lastName: `No ${number}`,
      email: `user.${number}@example.com`,
      password: 'Secret-Of-The-Test-1',
    }),
    count: () => users(sandbox.state.company).size,
  },
};

let number = 0;

interface Outcome {
  gave?: Record<string, unknown>;
  error?: string;
  says?: string;
  made: number;
}

const attempt = async (
  { operation, input, count }: Pick<Case, 'operation' | 'input' | 'count'>,
  fault?: { route: string; kind: Fault['kind']; times?: number },
): Promise<Outcome> => {
  number += 1;
  if (fault)
    sandbox.state.faults.add({ match: fault.route, kind: fault.kind, times: fault.times ?? 1 });
  const before = count();
  const { access_token, refresh_token, locationId = '', companyId, userId } = connection;
  const authData = { access_token, refresh_token, locationId, companyId, userId };
  const outcome = await run(operation, { ...input(number) }, { authData }).then(
    (gave) => ({ gave }),
    ({ name, message }: Error) => ({
      error: name,
      says: message.startsWith('{') ? String(JSON.parse(message).message) : message,
    }),
  );
  return { ...outcome, made: count() - before };
};

/** Done, but HighLevel’s answer does not say so. */
const done: Fault['kind'][] = [
  'truncated',
  'malformed',
  'empty',
  'timed-out-400',
  'timed-out-401',
  'timed-out-408',
  'timed-out-504',
];

describe.each(Object.entries(cases))('%s', (_, one) => {
  test.each(done)('%s: it is found, and the step succeeds', async (kind) => {
    const { gave, says, made } = await attempt(one, { route: one.route, kind });
    expect(says).toBeUndefined();
    expect(gave?.id).toEqual(expect.stringMatching(/\w{10}/));
    expect(made).toBe(1);
  });

  test('500, and it was not done: only what is surely missing may be replayed', async () => {
    const { error, says, made } = await attempt(one, { route: one.route, kind: '500' });
    expect(made).toBe(0);
    expect(error).toBe(one.isSure ? 'AppError' : 'HaltedError');
    expect(says).toMatch(
      one.isSure ? /was not made: you can replay this run/ : /before you replay this run/,
    );
  });

  test.each(['drop', '503', 'html'] as const)(
    '%s: HighLevel may still work on it, so nothing replays it by itself',
    async (kind) => {
      const { error, says, made } = await attempt(one, { route: one.route, kind });
      expect({ error, made }).toEqual({ error: 'HaltedError', made: 0 });
      expect(says).toMatch(/Check in HighLevel whether the [\w ]+ is there before you replay/);
    },
  );
});

test('what no list tells of is not replayed by itself', async () => {
  const calendar = {
    operation: createCalendar,
    input: (index: number) => ({ name: `Calendar ${index}` }),
    count: () => calendars(main()).size,
  };
  const made = await attempt(calendar, { route: 'POST /calendars/', kind: 'truncated' });
  expect(made).toMatchObject({ error: 'HaltedError', made: 1 });
  const { id: workflowId } = [...workflows(main()).values()].find(
    ({ status }) => status === 'published',
  ) ?? { id: '' };
  const enrolment = {
    operation: addContactToWorkflow,
    input: (index: number) => ({ ...anyContact(index), workflowId }),
    count: () => enrolments(main()).length,
  };
  const route = 'POST /contacts/*/workflow/*';
  expect(await attempt(enrolment, { route, kind: 'timed-out-401' })).toMatchObject({
    error: 'HaltedError',
    made: 1,
  });
});

test('a removal from the workflow that timed out is not taken for “not in it”', async () => {
  const { id: workflowId } = [...workflows(main()).values()].find(
    ({ status }) => status === 'published',
  ) ?? { id: '' };
  const enrolment = {
    operation: addContactToWorkflow,
    input: () => ({ ...anyContact(7), workflowId, removeFirst: true }),
    count: () => enrolments(main()).length,
  };
  for (const kind of ['timed-out-400', 'timed-out-401', 'timed-out-408'] as const) {
    const outcome = await attempt(enrolment, { route: 'DELETE /contacts/*/workflow/*', kind });
    expect(outcome).toMatchObject({
      error: 'AppError',
      made: 0,
      says: expect.stringContaining('HighLevel did not answer in time.'),
    });
  }
});

describe('what makes the same state when it is sent again is left to Autoreplay', () => {
  const repeatable: Record<string, { operation: Create; route: string; input: () => object }> = {
    'an update': {
      operation: updateContact,
      route: 'PUT /contacts/*',
      input: () => ({ ...anyContact(), city: 'Queens' }),
    },
    tags: {
      operation: addContactTags,
      route: 'POST /contacts/*/tags',
      input: () => ({ ...anyContact(), tags: ['vip'] }),
    },
    'an upsert': {
      operation: upsertContact,
      route: 'POST /contacts/upsert',
      input: () => ({ email: 'again@example.com', firstName: 'Again' }),
    },
  };

  test.each(Object.entries(repeatable))('%s', async (_, { operation, route, input }) => {
    const count = () => sizeOf(contacts(main()).written());
    for (const kind of [...done, 'drop', '500'] as const) {
      const { error, says } = await attempt({ operation, input, count }, { route, kind });
      expect(error).toBe('AppError');
      expect(says).toMatch(/HighLevel|answer/);
      expect(says).toContain('You can replay this run safely');
    }
    const before = count();
    expect((await attempt({ operation, input, count })).gave?.id).toEqual(expect.any(String));
    expect(count()).toBe(before);
  });
});

test('two upserts within the lag of the search make one opportunity', async () => {
  const lagging = await startSandbox({ indexLag: 60_000, rateLimit: { burst: 100_000 } });
  process.env.HIGHLEVEL_API_URL = lagging.url;
  try {
    const {
      access_token,
      refresh_token,
      locationId = '',
      companyId,
      userId,
    } = await lagging.connect('sub-account');
    const authData = { access_token, refresh_token, locationId, companyId, userId };
    const place = lagging.state.main;
    const input = {
      contactId: contacts(place).seededAt(241)?.id,
      pipelineId: first(pipelines(place).values()).id,
      name: 'One only',
    };
    const before = sizeOf(opportunities(place).values());
    const one = await run(upsertOpportunity, input, { authData });
    const two = await run(upsertOpportunity, { ...input, monetaryValue: 7 }, { authData });
    expect(one).toMatchObject({ new: true });
    expect(two).toMatchObject({ id: one.id, new: false, monetaryValue: 7 });
    expect(sizeOf(opportunities(place).values())).toBe(before + 1);
  } finally {
    process.env.HIGHLEVEL_API_URL = sandbox.url;
    await lagging.stop();
  }
});
