import createAppointment from '../../../creates/calendars/create_appointment.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const needed = { calendarId: 'cal1', contactId: 'c1', startTime: '2026-03-09T10:00:00-07:00' };
const body = { locationId: 'loc1', ...needed };
const api = () => highlevel('2021-04-15');

test('books with everything that was filled in, the start as it was given', async () => {
  api()
    .post('/calendars/events/appointments', {
      ...body,
      endTime: '2026-03-09T11:00:00-07:00',
      title: 'Visit of {{contact.name}}',
      assignedUserId: 'u1',
      appointmentStatus: 'new',
      description: 'First visit',
      meetingLocationType: 'zoom',
      overrideLocationConfig: true,
      address: 'https://zoom.example',
      ignoreDateRange: true,
      ignoreFreeSlotValidation: true,
      toNotify: false,
      rrule: 'RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20260602T065959Z',
    })
    .reply(200, { id: 'a1', status: 'booked', appoinmentStatus: 'new' });

  const booked = await run(createAppointment, {
    ...needed,
    endTime: '2026-03-09T11:00:00-07:00',
    title: 'Visit of {{contact.name}}',
    assignedUserId: 'u1',
    appointmentStatus: 'new',
    description: 'First visit',
    meetingLocationType: 'zoom',
    address: 'https://zoom.example',
    ignoreDateRange: true,
    ignoreFreeSlotValidation: 'yes',
    toNotify: 'no',
    repeat__frequency: 'WEEKLY',
    repeat__interval: '2',
    repeat__until: '2026-06-01T00:00:00-07:00',
  });

  // The reply has no times: they are those that were sent.
  expect(booked).toMatchObject({
    id: 'a1',
    appointmentStatus: 'new',
    startTime: '2026-03-09T10:00:00-07:00',
    endTime: '2026-03-09T11:00:00-07:00',
  });
});

test('an end that was not sent is read', async () => {
  api()
    .post('/calendars/events/appointments', {
      ...body,
      meetingLocationId: 'custom_0',
      overrideLocationConfig: false,
    })
    .reply(200, { id: 'a1' })
    .get('/calendars/events/appointments/a1')
    .reply(200, { appointment: { id: 'a1', endTime: '2026-03-09T10:30:00-07:00' } });

  expect(await run(createAppointment, { ...needed, meetingLocationId: 'custom_0' })).toMatchObject({
    startTime: '2026-03-09T10:00:00-07:00',
    endTime: '2026-03-09T10:30:00-07:00',
  });
});

test.each([{ id: 'a1', endTime: '2026-03-09T10:30:00-07:00' }, {}])(
  'what the booking said stays, where what is read says less: %j',
  async (appointment) => {
    api()
      .post('/calendars/events/appointments', body)
      .reply(200, { id: 'a1', appoinmentStatus: 'new', createdBy: { source: 'third_party' } })
      .get('/calendars/events/appointments/a1')
      .reply(200, { appointment });
    expect(await run(createAppointment, needed)).toMatchObject({
      id: 'a1',
      appointmentStatus: 'new',
      createdBySource: 'third_party',
    });
  },
);

test('a booking stays done when reading its end fails', async () => {
  api()
    .post('/calendars/events/appointments', body)
    .reply(200, { id: 'a1' })
    .get('/calendars/events/appointments/a1')
    .reply(404, { message: 'Not Found' });

  expect(await run(createAppointment, needed)).toMatchObject({
    id: 'a1',
    startTime: '2026-03-09T10:00:00-07:00',
    endTime: null,
  });
});

test.each([
  [
    400,
    'The slot you have selected is no longer available.',
    'This time is not free in the calendar: it is taken, or outside the opening hours. Choose a time that “Get Free Slots” gives, or set “Book Even If Not Free” to yes. (trace t1)',
  ],
  [
    422,
    'The user id not part of calendar team.',
    'The assigned user is not a member of this calendar’s team. Choose a member in “Assigned User”, or add the user to the calendar’s team in HighLevel. (trace t1)',
  ],
  [
    400,
    'Selected slot duration is not a valid duration option for this calendar',
    'The calendar does not offer appointments of this length. Leave “End” empty to use the calendar’s own length, or choose one that it offers. (trace t1)',
  ],
])('a refusal with %i says what to do: %s', async (status, message, sentence) => {
  api().post('/calendars/events/appointments', body).reply(status, { message, traceId: 't1' });
  expect(await failure(run(createAppointment, needed))).toBe(sentence);
});

test('other errors stay as they are', async () => {
  api()
    .post('/calendars/events/appointments', body)
    .reply(422, { message: ['title is odd'] });
  expect(await failure(run(createAppointment, needed))).toContain('“Title” is odd');
});

test.each([
  [{ endTime: '2026-03-09T16:00:00Z' }, '“End” must be after “Start”.'],
  [{ appointmentStatus: 'no_show' }, '“Status” must be one of: “New”, “Confirmed”, “Cancelled”,'],
  [
    { meetingLocationType: 'zoom', meetingLocationId: 'custom_0' },
    'Choose either “Meeting Location” or “Meeting Location of the Calendar”, not both.',
  ],
  [{ repeat__frequency: 'DAILY' }, 'needs “Book Even If Not Free” set to yes'],
  [{ repeat__count: 3 }, '“Repeat” is required if the appointment repeats.'],
  [
    {
      ignoreFreeSlotValidation: true,
      repeat__frequency: 'DAILY',
      repeat__count: 3,
      repeat__until: '2026-06-01T00:00:00Z',
    },
    'Fill in either “Number of Appointments” or “Repeat Until”, not both.',
  ],
  [
    { ignoreFreeSlotValidation: true, repeat__frequency: 'DAILY', rrule: 'RRULE:FREQ=DAILY' },
    'Fill in either “Repeat” or “Repeat Rule”, not both.',
  ],
])('sends nothing with %j', async (more, sentence) => {
  expect(await failure(run(createAppointment, { ...needed, ...more }))).toContain(sentence);
});

test.each([
  ['2026-03-08T00:00:00-08:00', 'America/Los_Angeles', '20260309T065959Z'],
  ['2026-06-01T00:00:00+02:00', 'Europe/Berlin', '20260601T215959Z'],
  ['2026-06-01T09:00:00+02:00', 'Europe/Berlin', '20260601T215959Z'],
  ['2026-04-23T09:00:00+02:00', 'Africa/Cairo', '20260423T215959Z'],
  ['2026-06-01T17:00:00+02:00', 'Europe/Berlin', '20260601T150000Z'],
])(
  'a series until %s in %s has its last appointment on that day',
  async (until, timezone, sent) => {
    api()
      .post('/calendars/events/appointments', {
        ...body,
        ignoreFreeSlotValidation: true,
        rrule: `RRULE:FREQ=DAILY;UNTIL=${sent}`,
      })
      .reply(200, { id: 'a1', endTime: needed.startTime });
    const series = { repeat__frequency: 'DAILY', repeat__until: until };
    const input = { ...needed, ...series, ignoreFreeSlotValidation: true };
    expect(await run(createAppointment, input, { meta: { timezone } })).toMatchObject({ id: 'a1' });
  },
);
