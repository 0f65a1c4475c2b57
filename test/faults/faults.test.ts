import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import nock from 'nock';
import zapier, {
  type BeforeRequestMiddleware,
  type Bundle,
  type Create,
  type Search,
  type Trigger,
} from 'zapier-platform-core';
import updateAppointment from '../../creates/calendars/update_appointment.ts';
import createContactNote from '../../creates/contacts/create_contact_note.ts';
import deleteContactNote from '../../creates/contacts/delete_contact_note.ts';
import updateContact from '../../creates/contacts/update_contact.ts';
import upsertOpportunity from '../../creates/opportunities/upsert_opportunity.ts';
import { hydrators } from '../../hydrators.ts';
import App from '../../index.ts';
import { beforeRequest } from '../../middleware.ts';
import { type Connection, type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { appointments } from '../../sandbox/seed/appointments.ts';
import { businesses } from '../../sandbox/seed/businesses.ts';
import { notes } from '../../sandbox/seed/contactParts.ts';
import { contacts } from '../../sandbox/seed/contacts.ts';
import { pipelines } from '../../sandbox/seed/pipelines.ts';
import { users } from '../../sandbox/seed/users.ts';
import type { Fault } from '../../sandbox/state/faults.ts';
import findContact from '../../searches/contacts/find_contact.ts';
import listBusinesses from '../../triggers/businesses/list_businesses.ts';
import listCalendarEvents from '../../triggers/calendars/list_calendar_events.ts';
import getContact from '../../triggers/contacts/get_contact.ts';
import getContactNotes from '../../triggers/contacts/get_contact_notes.ts';
import getContactsByBusiness from '../../triggers/contacts/get_contacts_by_business.ts';
import searchContacts from '../../triggers/contacts/search_contacts.ts';
import downloadMessageTranscription from '../../triggers/conversations/download_message_transcription.ts';
import listTags from '../../triggers/dropdowns/list_tags.ts';
import { hurry } from '../support/clock.ts';
import { turns } from '../support/depth.ts';
import { withoutNock } from '../support/withoutNock.ts';
import { performOf } from '../support/zapier.ts';

type Operation = Trigger | Create | Search;
type Kind = Fault['kind'];

withoutNock();

let sandbox: Sandbox;
let connected: { location: Connection; agency: Connection };
beforeAll(async () => {
  sandbox = await startSandbox({ indexLag: 0, rateLimit: { burst: 100_000 } });
  connected = {
    location: await sandbox.connect('sub-account'),
    agency: await sandbox.connect('agency'),
  };
  process.env.HIGHLEVEL_API_URL = sandbox.url;
  // The first search builds the index, which may take longer than a shortened time-out.
  expect(contacts(sandbox.state.main).index.size).toBeGreaterThan(0);
  hurry();
  // Without what is added to each wait.
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterAll(async () => {
  jest.restoreAllMocks();
  delete process.env.HIGHLEVEL_API_URL;
  await sandbox.stop();
});
afterEach(() => {
  sandbox.state.faults.clear();
  jest.restoreAllMocks();
  hurry();
  // Without what is added to each wait.
  jest.spyOn(Math, 'random').mockReturnValue(0);
});

/** What came of a run: what it gave, how long Zapier is to wait, or the sentence that the person reads. */
interface Outcome {
  gave?: unknown;
  waits?: number;
  says?: string;
  error?: string;
  sent: string[];
  /** The same with what was asked, by which the pages of a list differ. */
  asked: string[];
  seconds: number;
}

const attempt = async (
  operation: Operation,
  inputData: object,
  { meta = {}, agency = false }: { meta?: Partial<Bundle['meta']>; agency?: boolean } = {},
): Promise<Outcome> => {
  const sent: string[] = [];
  const asked: string[] = [];
  const listen: BeforeRequestMiddleware = (request) => {
    sent.push(`${request.method} ${request.url.replace(/\?.*/, '')}`);
    asked.push(`${request.method} ${request.url} ${request.body}`);
    return request;
  };
  const app = { ...App, triggers: {}, creates: {}, searches: {}, searchOrCreates: {} };
  const tester = zapier.createAppTester({ ...app, beforeRequest: [listen, beforeRequest] });
  const {
    access_token,
    refresh_token,
    locationId = '',
    companyId,
    userId,
  } = agency ? connected.agency : connected.location;
  const began = Date.now();
  const outcome = await tester(performOf(operation), {
    authData: { access_token, refresh_token, locationId, companyId, userId },
    inputData: { ...inputData },
    meta: { page: 0, ...meta },
  }).then(
    (gave: unknown) => ({ gave }),
    ({ name, message }: Error) => {
      const said = message.startsWith('{') ? JSON.parse(message) : { message };
      if (name === 'ThrottledError') return { waits: said.delay as number, error: name };
      return { says: String(said.message), error: name };
    },
  );
  return { ...outcome, sent, asked, seconds: (Date.now() - began) / 1000 };
};

/** Runs that would wait equally long are spread: over one burst window, over a minute after an hour (api#no-retry-after). */
const expectWait = (waits: number | undefined, seconds: number) => {
  expect(waits).toBeGreaterThanOrEqual(seconds);
  expect(waits).toBeLessThanOrEqual(seconds + Math.max(10, seconds / 60));
};

/** A sentence for people: no crash, no code, no secret. */
const isForPeople = (says = '') => {
  expect(says).toMatch(/^[A-Z“][^{}<>]{20,400}[.)]$/);
  expect(says).not.toMatch(
    /undefined|null|NaN|\bat \/|Error|Cannot read|is not a function|JSON|token|Bearer/,
  );
};

const first = <T>(items: Iterable<T>): T => {
  for (const item of items) return item;
  throw new Error('The seed is empty.');
};

interface Case {
  operation: Operation;
  /** The endpoint that has the fault. */
  route: string;
  input?: () => object;
  meta?: Partial<Bundle['meta']>;
  agency?: boolean;
}

const main = () => sandbox.state.main;
const anyContact = () => ({ contactId: contacts(main()).seededAt(0)?.id });
const anyNote = () => {
  const { id, contactId } = first(notes(main()).values());
  return { id, contactId };
};

const reads: Record<string, Case> = {
  'a sorted list': { operation: searchContacts, route: 'POST /contacts/search' },
  'a whole list': {
    operation: getContactsByBusiness,
    route: 'GET /contacts/business/*',
    input: () => ({ businessId: first(businesses(main()).values()).id }),
  },
  'a list in one answer': {
    operation: getContactNotes,
    route: 'GET /contacts/*/notes',
    input: anyContact,
  },
  'a window of time': {
    operation: listCalendarEvents,
    route: 'GET /calendars/events',
    input: () => ({ calendarId: first(appointments(main()).values()).calendarId }),
  },
  'a single record': { operation: getContact, route: 'GET /contacts/*', input: anyContact },
  'a dropdown': {
    operation: listTags,
    route: 'GET /locations/*/tags',
    meta: { isFillingDynamicDropdown: true },
  },
  'a search': {
    operation: findContact,
    route: 'GET /contacts/search/duplicate',
    input: () => ({ email: contacts(main()).seededAt(0)?.email }),
  },
  'a list of a sub-account on an agency’s connection': {
    operation: getContactsByBusiness,
    route: 'GET /contacts/business/*',
    input: () => ({
      locationId: main().id,
      businessId: first(businesses(main()).values()).id,
    }),
    agency: true,
  },
};

const writes: Record<string, Case> = {
  'a create': {
    operation: createContactNote,
    route: 'POST /contacts/*/notes',
    input: () => ({ ...anyContact(), body: 'Hello' }),
  },
  'an update': {
    operation: updateContact,
    route: 'PUT /contacts/*',
    input: () => ({ ...anyContact(), city: 'Brooklyn' }),
  },
  'an update that reads before': {
    operation: updateAppointment,
    route: 'PUT /calendars/events/appointments/*',
    input: () => ({ eventId: first(appointments(main()).values()).id, title: 'Moved' }),
  },
  'a delete': { operation: deleteContactNote, route: 'DELETE /contacts/*/notes/*', input: anyNote },
};

/** Cases that read one record, not a list. */
const isOne = ({ operation }: Case) => operation === getContact || operation === findContact;

/** What somebody who waits in the editor is told to do, and what the owner of a Zap that runs at night. */
const nextOf = ({ meta }: Case) =>
  meta ? 'Please try again in a moment.' : 'A trigger tries again by itself';

const run = async ({ operation, input = () => ({}), meta, agency }: Case) =>
  attempt(operation, input(), { ...(meta ? { meta } : {}), ...(agency ? { agency } : {}) });

const broken = async (one: Case, kind: Kind, times?: number) => {
  sandbox.state.faults.add({ match: one.route, kind, ...(times ? { times } : {}) });
  return run(one);
};

/** Faults for which one has to wait are tried with one operation of each way to call. */
const waiting = new Set<Kind>(['timeout', 'truncated']);
const operations = new Set<Operation>([searchContacts, getContact, findContact, createContactNote]);
const isTried = (kind: Kind, { operation }: Case) =>
  !waiting.has(kind) || operations.has(operation);

/** Businesses that are refused in one order are read in the other. */
const hasOtherWay = (kind: Kind, { operation }: Case) =>
  kind === 'error-in-200' && operation === listBusinesses;

const forGood: [Kind, RegExp][] = [
  ['500', /has a problem at the moment \(500\).*trace/],
  ['503', /has a problem at the moment \(503\)/],
  ['html', /has a problem at the moment \(502\)/],
  ['timeout', /did not answer in time/],
  ['drop', /could not be reached/],
  ['malformed', /could not be read/],
  ['truncated', /did not answer in time|could not be reached|could not be read/],
  ['error-in-200', /Something went wrong/],
];

const once: Kind[] = [...forGood.map(([kind]) => kind), 'empty', 'slow'].filter(
  (kind) => kind !== 'error-in-200',
) as Kind[];

/** Each way to read with its place, by which the faults take turns. */
const readsInOrder = Object.entries(reads).map(([name, one], row) => [name, one, row] as const);

describe.each(readsInOrder)('%s', (_, one, row) => {
  test('works, and is asked again only where that can help', async () => {
    const { gave, asked } = await run(one);
    expect(gave).toEqual(expect.any(Array));
    expect(asked).toEqual([...new Set(asked)]);
  });

  test.each([
    ['burst-429', 10],
    ['daily-429', 3_600],
  ] as const)('%s: Zapier waits %d s', async (kind, seconds) => {
    expectWait((await broken(one, kind)).waits, seconds);
  });

  const lasting = forGood.filter(([kind]) => isTried(kind, one) && !hasOtherWay(kind, one));

  test.each(turns(lasting, row, 2))('%s for good: one sentence', async (kind, words) => {
    const { says, seconds } = await broken(one, kind);
    isForPeople(says);
    expect(says).toMatch(words);
    if (kind !== 'error-in-200') expect(says).toContain(nextOf(one));
    expect(seconds).toBeLessThan(28);
  });

  const passing = once.filter((kind) => isTried(kind, one));

  test.each(turns(passing, row, 3))('%s once: nobody notices', async (kind) => {
    const { gave, seconds } = await broken(one, kind, 1);
    expect(gave).toEqual((await run(one)).gave);
    expect(seconds).toBeLessThan(28);
  });

  test('an empty body is no empty list', async () => {
    const { says } = await broken(one, 'empty');
    isForPeople(says);
    expect(says).toContain('HighLevel’s answer was empty');
  });

  test.each(['unknown-fields', 'missing-fields'] as const)('%s: the records come', async (kind) => {
    const whole = (await run(one)).gave as { id: unknown }[];
    const { gave } = await broken(one, kind);
    const ids = (gave as { id: unknown }[]).map(({ id }) => id);
    // A sorted list without its dates gives what is old, too, which the first poll has seen.
    expect(ids).toEqual(expect.arrayContaining(whole.map(({ id }) => id)));
  });

  test('null for a list is no empty list, and takes no record away that is in no list', async () => {
    const whole = (await run(one)).gave as { id: unknown }[];
    const { gave, says } = await broken(one, 'null-list');
    if (isOne(one)) {
      expect((gave as { id: unknown }[]).map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    } else {
      isForPeople(says);
      expect(says).toContain('HighLevel’s answer contained no');
      expect(says).toContain(nextOf(one));
    }
  });
});

/** Whether a create is found after an answer that says nothing. */
const isDoneAllTheSame = ({ operation }: Case, kind: Kind) =>
  operation === createContactNote && ['empty', 'malformed', 'truncated'].includes(kind);

/** What the owner of the Zap is told to do after a write that failed. */
const nextOfWrite = ({ operation }: Case, kind: Kind) => {
  if (operation !== createContactNote) return 'You can replay this run safely';
  return kind === '500'
    ? 'The note was not made: you can replay this run.'
    : 'Check in HighLevel whether the note is there before you replay this run';
};

describe.each(Object.entries(writes))('%s', (_, one) => {
  const written = ({ sent }: Outcome) => sent.filter((line) => !line.startsWith('GET '));

  test.each([
    ['burst-429', 10],
    ['daily-429', 3_600],
  ] as const)('%s: Zapier waits %d s', async (kind, seconds) => {
    expectWait((await broken(one, kind)).waits, seconds);
  });

  test.each(forGood.filter(([kind]) => isTried(kind, one)))(
    '%s: sent once, and one sentence says what to look at',
    async (kind, words) => {
      const outcome = await broken(one, kind);
      expect(written(outcome)).toHaveLength(1);
      if (isDoneAllTheSame(one, kind)) {
        expect(outcome.gave).toMatchObject({ body: 'Hello' });
      } else {
        isForPeople(outcome.says);
        expect(outcome.says).toMatch(words);
        if (kind !== 'error-in-200') expect(outcome.says).toContain(nextOfWrite(one, kind));
      }
      expect(outcome.seconds).toBeLessThan(28);
      sandbox.state.reset();
    },
  );

  test('slow: done once', async () => {
    const outcome = await broken(one, 'slow', 1);
    expect(outcome.gave).toEqual(expect.any(Object));
    expect(written(outcome)).toHaveLength(1);
    sandbox.state.reset();
  });

  test('an empty body is a success for a delete, and for what is found', async () => {
    const outcome = await broken(one, 'empty');
    expect(written(outcome)).toHaveLength(1);
    if (one.operation.key.startsWith('delete_'))
      expect(outcome.gave).toMatchObject({ deleted: true });
    else if (isDoneAllTheSame(one, 'empty')) expect(outcome.gave).toMatchObject({ body: 'Hello' });
    else isForPeople(outcome.says);
    sandbox.state.reset();
  });

  test.each(['unknown-fields', 'missing-fields', 'null-list'] as const)(
    '%s: it is done',
    async (kind) => {
      const { gave } = await broken(one, kind);
      expect(gave).toEqual(expect.any(Object));
      sandbox.state.reset();
    },
  );
});

/** Writes that look something up before, and where. */
const lookedUp: Record<string, Case> = {
  'an appointment': {
    operation: updateAppointment,
    route: 'GET /calendars/events/appointments/*',
    input: () => ({ eventId: first(appointments(main()).values()).id, title: 'Moved' }),
  },
  'the token of a sub-account': {
    operation: createContactNote,
    route: 'POST /oauth/locationToken',
    input: () => ({ ...anyContact(), body: 'Hello', locationId: main().id }),
    agency: true,
  },
};

describe.each(Object.entries(lookedUp))('a write that looks up %s first', (_, one) => {
  const kinds: Kind[] = ['500', 'html', 'drop', 'malformed', 'empty', 'error-in-200'];

  test.each(kinds)('%s for good: nothing is written, and one sentence says why', async (kind) => {
    const { says, sent } = await broken(one, kind);
    isForPeople(says);
    const looks = new RegExp(`^${one.route.replaceAll('*', '.*')}$`);
    expect(sent.filter((line) => !looks.test(line.replace(sandbox.url, '')))).toEqual([]);
  });

  test('burst-429: Zapier waits, and nothing is written', async () => {
    const { waits, sent } = await broken(one, 'burst-429');
    expectWait(waits, 10);
    expect(sent).toHaveLength(1);
  });
});

describe('what Zapier would do again', () => {
  const input = () => ({ ...anyContact(), city: 'Queens', tags: ['new'] });

  test('an update whose tags are refused is run again, for it does the same twice', async () => {
    sandbox.state.faults.add({ match: 'POST /contacts/*/tags', kind: 'burst-429' });
    expectWait((await attempt(updateContact, input())).waits, 10);
  });

  test('an exchange of tokens that is refused waits, too', async () => {
    sandbox.state.faults.add({ match: 'POST /oauth/locationToken', kind: 'burst-429' });
    const inputData = { locationId: main().id };
    expectWait((await attempt(listBusinesses, inputData, { agency: true })).waits, 10);
    sandbox.state.faults.clear();
    sandbox.state.faults.add({ match: 'POST /oauth/locationToken', kind: 'drop' });
    isForPeople((await attempt(listBusinesses, inputData, { agency: true })).says);
  });

  test('an opportunity that was made is not made again, where the rest of the step is refused', async () => {
    const { id: pipelineId } = first(pipelines(main()).values());
    const inputData = {
      contactId: contacts(main()).seededAt(240)?.id,
      pipelineId,
      name: 'Once',
      followers: [first(users(sandbox.state.company).values()).id],
    };
    for (const kind of ['burst-429', 'expired-token'] as const) {
      sandbox.state.faults.clear();
      sandbox.state.faults.add({ match: 'POST /opportunities/upsert', kind });
      const { says, sent } = await attempt(upsertOpportunity, {
        ...inputData,
        contactId: contacts(main()).seededAt(kind === 'burst-429' ? 240 : 241)?.id,
      });
      expect(sent).toContain('POST /opportunities/');
      isForPeople(says);
      expect(says).toContain('did part of this step');
    }
  });
});

describe('answers that the sandbox does not give', () => {
  const answering = async (
    answer: (response: ServerResponse) => void,
    run: () => Promise<Outcome>,
  ): Promise<Outcome> => {
    const server = createServer((_, response) => answer(response));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    process.env.HIGHLEVEL_API_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      return await run();
    } finally {
      process.env.HIGHLEVEL_API_URL = sandbox.url;
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
  };
  const page = '<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>';
  const inHtml = (response: ServerResponse) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  const neverEnding = (response: ServerResponse) =>
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"contact":{"id":');
  const late = (response: ServerResponse) => setTimeout(() => neverEnding(response), 11_000);

  test.each([
    ['HTML with a 200', inHtml, 'HighLevel’s answer could not be read.'],
    ['a body that never ends', neverEnding, 'HighLevel did not answer in time.'],
    ['a body that begins late and never ends', late, 'HighLevel did not answer in time.'],
  ] as const)('%s', async (_, answer, words) => {
    const reading = await answering(answer, () => attempt(getContact, { contactId: 'c1' }));
    isForPeople(reading.says);
    expect(reading.says).toContain(words);
    expect(reading.seconds).toBeLessThan(28);
    const note = { contactId: 'c1', body: 'Hello' };
    const writing = await answering(answer, () => attempt(createContactNote, note));
    expect(writing.says).toContain(words);
    expect(writing.sent.filter((line) => line.startsWith('POST '))).toHaveLength(1);
    expect(writing.seconds).toBeLessThan(28);
  });

  test.each([
    ['stands still', () => undefined],
    ['breaks off', (response: ServerResponse) => response.destroy()],
  ])('a file that %s while it is stored', async (_, end) => {
    const file = (response: ServerResponse) => {
      const headers = { 'content-type': 'audio/x-wav', 'content-length': '1000' };
      response.writeHead(200, headers).write('RIFF', () => setTimeout(() => end(response), 50));
    };
    jest.replaceProperty(process, 'env', { ...process.env, ZAPIER_DEPLOY_KEY: 'fake' });
    nock.activate();
    nock('https://rpc.zapier.com')
      .post('/cli')
      .reply((_uri, body) => [200, { id: JSON.parse(String(body)).id, result: {} }]);
    const recording = { operation: { perform: hydrators.messageRecording } };
    const outcome = await answering(file, () =>
      attempt(recording as never, { messageId: 'm1', locationId: 'l1' }),
    ).finally(() => nock.restore());
    expect(outcome.says).toMatch(/^HighLevel (did not answer in time|could not be reached)\./);
    expect(outcome.seconds).toBeLessThan(28);
  });

  test('a file and a token whose bodies begin late and never end', async () => {
    const file = (response: ServerResponse) =>
      setTimeout(
        () => response.writeHead(200, { 'content-type': 'text/plain' }).write('A'),
        11_000,
      );
    const call = { conversationId: 'v1', messageId: 'm1' };
    const fetching = await answering(file, () => attempt(downloadMessageTranscription, call));
    expect(fetching.says).toContain('HighLevel did not answer in time.');
    expect(fetching.seconds).toBeLessThan(28);
    const token = (response: ServerResponse) => setTimeout(() => neverEnding(response), 8_000);
    const inputData = { locationId: 'l1' };
    const exchanging = await answering(token, () =>
      attempt(listBusinesses, inputData, { agency: true }),
    );
    expect(exchanging.says).toContain('HighLevel did not answer in time.');
    expect(exchanging.seconds).toBeLessThan(28);
  });
});
