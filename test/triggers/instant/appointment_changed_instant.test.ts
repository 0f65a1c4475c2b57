import trigger from '../../../triggers/instant/appointment_changed_instant.ts';
import { highlevel } from '../../support/api.ts';
import { testKey } from '../../support/hooked.ts';
import { failure } from '../../support/run.ts';
import { contactAnswers, deliver, hookedTo, locationId, missingKeys } from './stage.ts';

beforeEach(() => {
  process.env.HIGHLEVEL_WEBHOOK_KEY = testKey;
});
afterEach(() => {
  delete process.env.HIGHLEVEL_WEBHOOK_KEY;
});

test('the appointment of the post: its times as they came, with the zone that it names', async () => {
  const [record] = await deliver(trigger, 'workflow-appointment-booked');
  expect(record).toMatchObject({
    id: 'ConAAAAAAAAAAAAAAA05',
    timezone: 'Africa/Cairo',
    appointment: {
      id: 'AppAAAAAAAAAAAAAAA01',
      appointmentStatus: 'confirmed',
      startTime: '2026-09-13T17:00:00',
      endTime: '2026-09-13T17:30:00',
      timeZone: 'Asia/Kuwait',
    },
  });
  expect(missingKeys(trigger, record)).toEqual([]);
});

test.each([
  ['workflow-appointment-cancelled-COMPOSED', 'cancelled'],
  ['workflow-appointment-rescheduled-COMPOSED', 'confirmed'],
])('%s (unproven) fires', async (name, appointmentStatus) => {
  expect(await deliver(trigger, name)).toMatchObject([{ appointment: { appointmentStatus } }]);
});

test('a post with contact keys only gets the contact’s appointment that changed last', async () => {
  highlevel()
    .get('/contacts/ConAAAAAAAAAAAAAAA01/appointments')
    .reply(200, {
      events: [
        { id: 'a1', startTime: '2026-09-01 10:00:00', dateUpdated: '2026-08-01 10:00:00' },
        { id: 'a2', startTime: '2026-09-02 10:00:00', dateUpdated: '2026-08-02 10:00:00' },
      ],
    });
  highlevel()
    .get(`/locations/${locationId}`)
    .reply(200, { location: { id: locationId, timezone: 'Europe/Zurich' } });
  const [record] = await deliver(trigger, 'workflow-contact-tag-added');
  expect(record).toMatchObject({
    appointment: { id: 'a2', startTime: '2026-09-02T10:00:00+02:00' },
    warning: expect.stringMatching(/did not say which appointment/),
  });
});

test('an app webhook (unproven) keeps its offset, and gets its contact', async () => {
  contactAnswers('ConAAAAAAAAAAAAAAA20');
  expect(await deliver(trigger, 'marketplace-appointment-create-DOC')).toMatchObject([
    { firstName: 'Mara', appointment: { startTime: '2026-09-25T16:00:00+05:30', timeZone: null } },
  ]);
});

test('a post about an opportunity is refused', async () => {
  expect(await failure(deliver(trigger, 'workflow-opportunity-stage-changed'))).toContain(
    'This post is about an opportunity',
  );
});

test('the editor’s test looks through the calendars', async () => {
  highlevel('2021-04-15')
    .get('/calendars/')
    .query({ locationId })
    .reply(200, { calendars: [{ id: 'cal1', name: 'Consultations' }] });
  highlevel('2021-04-15')
    .get('/calendars/events')
    .query(
      (query) => query.calendarId === 'cal1' && Number(query.endTime) > Number(query.startTime),
    )
    .reply(200, {
      events: [{ id: 'a1', contactId: 'c1', startTime: '2026-03-09T10:00:00-07:00' }],
    });
  contactAnswers('c1');
  const [record] = await hookedTo(trigger).test();
  expect(record).toMatchObject({
    id: 'c1',
    appointment: {
      id: 'a1',
      calendarName: 'Consultations',
      startTime: '2026-03-09T10:00:00-07:00',
    },
  });
  expect(missingKeys(trigger, record)).toEqual([]);
});
