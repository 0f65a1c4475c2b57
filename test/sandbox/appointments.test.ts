import { appointments } from '../../sandbox/seed/appointments.ts';
import { blockedSlots } from '../../sandbox/seed/blockedSlots.ts';
import { calendars } from '../../sandbox/seed/calendars.ts';
import { contacts } from '../../sandbox/seed/contacts.ts';
import { staffOf } from '../../sandbox/seed/users.ts';
import { type Client, clientOf, useSandbox } from './client.ts';

// A Monday, 9 o'clock in New York, whose clocks are then five hours behind UTC.
const sandbox = useSandbox({ now: () => Date.parse('2026-01-12T14:00:00Z') });
const route = '/calendars/events/appointments';
let client: Client;
beforeAll(async () => {
  client = await clientOf(sandbox());
});

const practice = () => {
  const { main } = sandbox().state;
  const [checkUp, cleaning, consultation] = [...calendars(main).keys()];
  const [first = '', second = ''] = staffOf(main);
  const contactId = contacts(main).seededAt(0)?.id ?? '';
  return { main, checkUp, cleaning, consultation, first, second, contactId };
};

const book = (more: object = {}) => {
  const { checkUp, contactId } = practice();
  const startTime = '2026-02-03T10:00:00-05:00';
  const body = { locationId: client.locationId, calendarId: checkUp, contactId, startTime };
  return client.call(`POST ${route}`, { ...body, ...more });
};
const read = async (id: unknown) =>
  (await client.call(`GET ${route}/${id}`)).body.appointment as Record<string, unknown>;

test('a booking answers bare, without times, its status in two spellings', async () => {
  const { status, body } = await book({ appointmentStatus: 'completed' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    status: 'booked',
    appointmentStatus: 'showed',
    appoinmentStatus: 'showed',
    isRecurring: false,
  });
  expect(body).not.toHaveProperty('startTime');
  expect(body).not.toHaveProperty('endTime');
  // Read, it has a wrapper, and its times are in the sub-account's zone.
  expect(await read(body.id)).toMatchObject({
    startTime: '2026-02-03T10:00:00-05:00',
    endTime: '2026-02-03T10:30:00-05:00',
    deleted: false,
  });
});

test('times in another zone come back in the sub-account’s', async () => {
  const { body } = await book({ startTime: '2026-07-07T16:00:00+02:00' });
  expect((await read(body.id)).startTime).toBe('2026-07-07T10:00:00-04:00');
});

test('an update that does not say the status resets it to confirmed', async () => {
  const { body } = await book({
    startTime: '2026-02-03T11:00:00-05:00',
    appointmentStatus: 'noshow',
  });
  const put = (change: object) => client.call(`PUT ${route}/${body.id}`, change);
  expect((await put({ title: 'x', appointmentStatus: 'noshow' })).body).toMatchObject({
    title: 'x',
    appointmentStatus: 'noshow',
  });
  expect((await put({ title: 'y' })).body).toMatchObject({ appointmentStatus: 'confirmed' });
  expect(await read(body.id)).toMatchObject({
    title: 'y',
    startTime: '2026-02-03T11:00:00-05:00',
  });
});

test('a wrong status is a 422 without a list, an unknown property a 422', async () => {
  const wrong = await book({ appointmentStatus: 'no_show' });
  expect([wrong.status, wrong.body.message]).toEqual([
    422,
    ['appointmentStatus must be a valid enum value'],
  ]);
  expect((await book({ timezone: 'UTC' })).body.message).toEqual([
    'property timezone should not exist',
  ]);
});

test('an assigned user must be of the team and free', async () => {
  const { first, main } = practice();
  const startTime = '2026-02-04T10:00:00-05:00';
  const stranger = await book({ startTime, assignedUserId: main.state.company.record.ownerId });
  expect([stranger.status, stranger.body.message]).toEqual([
    422,
    'The user id not part of calendar team.',
  ]);
  expect((await book({ startTime, assignedUserId: first })).status).toBe(200);
  const taken = await book({ startTime, assignedUserId: first });
  expect([taken.status, taken.body.message]).toEqual([
    400,
    'The slot you have selected is no longer available.',
  ]);
  const anyway = { startTime, assignedUserId: first, ignoreFreeSlotValidation: true };
  expect((await book(anyway)).status).toBe(200);
  const { body } = await book({ startTime });
  expect(body.assignedUserId).not.toBe(first);
});

test('outside the opening hours and in blocked time nothing is free', async () => {
  expect((await book({ startTime: '2026-02-03T07:00:00-05:00' })).status).toBe(400);
  expect((await book({ startTime: '2026-02-07T10:00:00-05:00' })).status).toBe(400);
  const { main, checkUp } = practice();
  const closed = [...blockedSlots(main).values()].find(({ calendarId }) => calendarId === checkUp);
  const startTime = new Date(closed?.startTime ?? 0).toISOString();
  expect((await book({ startTime })).status).toBe(400);
});

test('an event calendar has no team: anybody, or nobody, is assigned', async () => {
  const { consultation } = practice();
  const { body } = await book({ calendarId: consultation });
  expect(body.assignedUserId).toBe('');
});

test('a repetition counts only where free slots are not looked at', async () => {
  const rrule = 'RRULE:FREQ=DAILY;COUNT=3';
  const startTime = '2026-02-05T10:00:00-05:00';
  expect((await book({ startTime, rrule })).body.isRecurring).toBe(false);
  const { body } = await book({ startTime, rrule, ignoreFreeSlotValidation: true });
  expect(body).toMatchObject({ isRecurring: true, rrule });
});

test('a new start takes the calendar’s own length, a new calendar its own', async () => {
  const { cleaning } = practice();
  const { body } = await book({ startTime: '2026-02-06T10:00:00-05:00' });
  const move = { calendarId: cleaning, startTime: '2026-02-06T13:00:00-05:00' };
  expect((await client.call(`PUT ${route}/${body.id}`, move)).status).toBe(200);
  expect(await read(body.id)).toMatchObject({
    calendarId: cleaning,
    endTime: '2026-02-06T14:00:00-05:00',
  });
});

test('a delete needs a body; what is deleted still answers, but is in no list', async () => {
  const { contactId, checkUp } = practice();
  const { body } = await book({ startTime: '2026-02-09T10:00:00-05:00' });
  expect((await client.call(`DELETE /calendars/events/${body.id}`)).status).toBe(400);
  const deleted = await client.call(`DELETE /calendars/events/${body.id}`, {});
  expect([deleted.status, deleted.body.succeeded]).toEqual([201, true]);
  expect(await read(body.id)).toMatchObject({ id: body.id, deleted: true });
  const query = `locationId=${client.locationId}&calendarId=${checkUp}&startTime=0&endTime=9999999999999`;
  for (const list of [`/calendars/events?${query}`, `/contacts/${contactId}/appointments`]) {
    const { events } = (await client.call(`GET ${list}`)).body;
    expect(events).not.toContainEqual(expect.objectContaining({ id: body.id }));
  }
});

test('a delete takes blocked slots too; an unknown event is a 400', async () => {
  const [slot] = blockedSlots(practice().main).keys();
  expect((await client.call(`DELETE /calendars/events/${slot}`, {})).status).toBe(201);
  expect((await client.call(`DELETE /calendars/events/${slot}`, {})).status).toBe(400);
});

test('notes: written, changed, listed by at most twenty, deleted', async () => {
  const [appointment] = appointments(practice().main).keys();
  const notes = `/calendars/appointments/${appointment}/notes`;
  const made = await client.call(`POST ${notes}`, { body: 'Window seat' });
  const { id } = made.body.note as { id: string };
  expect(made.status).toBe(201);
  const changed = await client.call(`PUT ${notes}/${id}`, { body: 'Door seat' });
  expect(changed.body.note).toMatchObject({ id, body: 'Door seat' });
  expect((await client.call(`PUT ${notes}/${id}`, { body: '' })).status).toBe(422);

  const list = (query: string) => client.call(`GET ${notes}?${query}`);
  expect((await list('limit=1&offset=0')).body).toMatchObject({ notes: [{ id }], hasMore: true });
  expect((await list('limit=20&offset=1')).body).toMatchObject({ hasMore: false });
  expect((await list('limit=21&offset=0')).status).toBe(400);
  expect((await list('limit=20')).status).toBe(422);

  expect((await client.call(`DELETE ${notes}/${id}`)).body.success).toBe(true);
  expect((await client.call(`DELETE ${notes}/${id}`)).status).toBe(400);
});
