import findAppointment from '../../../searches/calendars/find_appointment.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';

const span = { startTime: '2026-03-09T00:00:00Z', endTime: '2026-03-20T12:00:00Z' };
const [from, to] = [Date.parse(span.startTime), Date.parse(span.endTime)];
const event = (id: string, startTime: string, more: object = {}) => ({
  id,
  calendarId: 'k1',
  contactId: 'c1',
  assignedUserId: 'u1',
  appointmentStatus: 'confirmed',
  startTime,
  ...more,
});
const events = [
  event('late', '2026-03-12T10:00:00-07:00', { appointmentStatus: 'new' }),
  event('early', '2026-03-10T10:00:00-07:00'),
  event('cancelled', '2026-03-09T10:00:00-07:00', { appointmentStatus: 'cancelled' }),
  event('other', '2026-03-09T11:00:00-07:00', { contactId: 'c2' }),
  event('deleted', '2026-03-09T12:00:00-07:00', { deleted: true }),
  event('outside', '2026-03-21T10:00:00-07:00'),
];
const ofOwner = (owner: string) =>
  highlevel('2021-04-15')
    .get(`/calendars/events?locationId=loc1&${owner}&startTime=${from}&endTime=${to}`)
    .reply(200, { events });
const ids = async (input: object) =>
  (await poll(findAppointment, { ...span, ...input })).map(({ id }) => id);

test('the booked ones of a contact in a calendar, the earliest first', async () => {
  ofOwner('calendarId=k1');
  expect(await ids({ calendarId: 'k1', contactId: 'c1' })).toEqual(['early', 'late']);
});

test.each([
  [{ status: 'cancelled' }, ['cancelled']],
  [{ status: 'any' }, ['cancelled', 'other', 'early', 'late']],
  [{ first: 'latest' }, ['late', 'early', 'other']],
])('of a user: %j', async (input, found) => {
  ofOwner('userId=u1');
  expect(await ids({ assignedUserId: 'u1', ...input })).toEqual(found);
});

test('of a contact alone, whose times need the zone of the sub-account', async () => {
  highlevel()
    .get('/contacts/c1/appointments')
    .reply(200, {
      events: [
        // Before the start in Los Angeles, after it in UTC.
        event('before', '2026-03-08 16:30:00'),
        event('first', '2026-03-08 17:30:00'),
      ],
    });
  highlevel()
    .get('/locations/loc1')
    .reply(200, { location: { id: 'loc1', timezone: 'America/Los_Angeles' } });
  const records = await poll(findAppointment, { ...span, contactId: 'c1' });
  expect(records).toMatchObject([{ id: 'first', startTime: '2026-03-08T17:30:00-07:00' }]);
});

test('wants a contact, a calendar or a user', async () => {
  expect(await failure(poll(findAppointment, span))).toContain('Choose a contact, a calendar');
});
