import createAppointmentNote from '../../creates/calendars/create_appointment_note.ts';
import createContact from '../../creates/contacts/create_contact.ts';
import createContactNote from '../../creates/contacts/create_contact_note.ts';
import createContactTask from '../../creates/contacts/create_contact_task.ts';
import { highlevel } from '../support/api.ts';
import { hurry } from '../support/clock.ts';
import { failure, run } from '../support/run.ts';

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

const justNow = () => new Date(Date.now() - 1_000).toISOString();
const longAgo = '2026-01-05T10:00:00.000Z';
const broken = { statusCode: 500, message: 'Internal server error' };

/** The error of a run, and what it says. */
const fault = async (call: Promise<unknown>) => {
  const says = await failure(call);
  const name = await call.catch(({ name: own }: Error) => own);
  return { name, says };
};

describe('a note that HighLevel keeps in other letters than those that were sent', () => {
  const body = 'Called back.\r\nWants 2 < 3 & more ';
  const notes = (...list: object[]) => {
    highlevel().post('/contacts/c1/notes').reply(500, broken);
    highlevel().get('/contacts/c1/notes').reply(200, { notes: list });
  };
  const note = () => run(createContactNote, { contactId: 'c1', body });

  test.each([
    ['trimmed', { body: 'Called back.\nWants 2 < 3 & more' }],
    ['as HTML', { body: '<p>Called back.</p><p>Wants 2 &lt; 3 &amp; more</p>' }],
    [
      'with the text next to it',
      { body: '<div>…</div>', bodyText: 'Called back. Wants 2 < 3 & more' },
    ],
  ])('is found: %s', async (_, kept) => {
    notes({ id: 'n1', dateAdded: justNow(), ...kept });
    expect(await note()).toMatchObject({ id: 'n1' });
  });

  test('another note of this minute may be this one, so nothing replays the run', async () => {
    notes({ id: 'n1', dateAdded: justNow(), body: 'Called b…' });
    const { name, says } = await fault(note());
    expect(name).toBe('HaltedError');
    expect(says).toContain('Check in HighLevel whether the note is there');
  });

  test('older notes say that it was not made', async () => {
    notes({ id: 'n1', dateAdded: longAgo, body: 'Called b…' });
    const { name, says } = await fault(note());
    expect(name).toBe('AppError');
    expect(says).toContain('The note was not made: you can replay this run.');
  });
});

test('a note of an appointment is found as HTML, too', async () => {
  highlevel('2021-04-15').post('/calendars/appointments/a1/notes').reply(500, broken);
  highlevel('2021-04-15')
    .get('/calendars/appointments/a1/notes?limit=20&offset=0')
    .reply(200, { notes: [{ id: 'n1', dateAdded: justNow(), body: '<p>Bring X-rays</p>' }] });
  const input = { appointmentId: 'a1', body: 'Bring X-rays' };
  expect(await run(createAppointmentNote, input)).toMatchObject({ id: 'n1' });
});

describe('a task', () => {
  const input = { contactId: 'c1', title: 'Call back ', dueDate: '2026-12-04T15:00:00.250Z' };
  const tasks = (...list: object[]) => {
    highlevel().post('/contacts/c1/tasks').reply(500, broken);
    highlevel().get('/contacts/c1/tasks').reply(200, { tasks: list });
  };

  test('is found though HighLevel trimmed its title and its due date', async () => {
    tasks({ id: 't1', title: 'Call back', dueDate: '2026-12-04T15:00:00Z' });
    expect(await run(createContactTask, input)).toMatchObject({ id: 't1' });
  });

  test('that is due at the same time may be this one, so nothing replays the run', async () => {
    tasks({ id: 't1', title: 'Call', dueDate: '2026-12-04T15:00:00Z' });
    expect(await fault(run(createContactTask, input))).toMatchObject({ name: 'HaltedError' });
  });

  test('is not there if all others are due at other times', async () => {
    tasks({ id: 't1', title: 'Call back', dueDate: '2026-12-05T15:00:00Z' });
    expect(await fault(run(createContactTask, input))).toMatchObject({ name: 'AppError' });
  });
});

describe('a contact is looked for by what the sub-account tells contacts apart by', () => {
  const outcome = (input: object, settings: object | undefined, holder: object | null = null) => {
    highlevel().post('/contacts/').reply(500, broken);
    highlevel()
      .get('/contacts/search/duplicate')
      .query((query) => query.locationId === 'loc1' && query.email === 'maria@example.com')
      .reply(200, { contact: holder });
    highlevel()
      .get('/locations/loc1')
      .reply(settings ? 200 : 403, { location: { id: 'loc1', settings } });
    return run(createContact, { email: 'maria@example.com', ...input });
  };
  const byPhone = { allowDuplicateContact: false, contactUniqueIdentifiers: ['phone'] };

  test('by phone only: a search by email has found out nothing', async () => {
    expect(await fault(outcome({}, byPhone))).toMatchObject({ name: 'HaltedError' });
  });

  test.each([
    ['by email', {}, { ...byPhone, contactUniqueIdentifiers: ['email'] }],
    ['by phone, which was asked for too', { phone: '+14155550134' }, byPhone],
    ['nothing, so that the search goes by email', {}, { ...byPhone, allowDuplicateContact: true }],
  ])('%s: it is surely missing', async (_, input, settings) => {
    expect(await fault(outcome(input, settings))).toMatchObject({ name: 'AppError' });
  });

  test('if HighLevel does not show that, nobody knows', async () => {
    expect(await fault(outcome({}, undefined))).toMatchObject({ name: 'HaltedError' });
  });

  test('one of this minute with another email is not the one', async () => {
    const other = { id: 'c9', email: 'else@example.com', dateAdded: justNow() };
    const call = outcome({ phone: '+14155550134' }, byPhone, other);
    expect(await fault(call)).toMatchObject({ name: 'HaltedError' });
  });

  test('a phone number is asked for as HighLevel keeps it', async () => {
    highlevel().post('/contacts/').reply(500, broken);
    const made = { id: 'c1', phone: '+14155550134', dateAdded: justNow() };
    highlevel()
      .get('/contacts/search/duplicate?locationId=loc1&number=%2B14155550134')
      .reply(200, { contact: made });
    expect(await run(createContact, { phone: '+1 (415) 555-0134' })).toMatchObject({ id: 'c1' });
  });

  test('one of this minute with the same email is', async () => {
    const made = { id: 'c1', email: 'Maria@example.com', dateAdded: justNow() };
    expect(await outcome({}, byPhone, made)).toMatchObject({ id: 'c1' });
  });
});
