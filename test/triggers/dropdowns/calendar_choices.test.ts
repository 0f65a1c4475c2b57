import listAppointmentChoices from '../../../triggers/dropdowns/list_appointment_choices.ts';
import listAppointmentNoteChoices from '../../../triggers/dropdowns/list_appointment_note_choices.ts';
import listBlockedSlotChoices from '../../../triggers/dropdowns/list_blocked_slot_choices.ts';
import listCalendarNotificationChoices from '../../../triggers/dropdowns/list_calendar_notification_choices.ts';
import listCalendarUserChoices from '../../../triggers/dropdowns/list_calendar_user_choices.ts';
import listMeetingLocationChoices from '../../../triggers/dropdowns/list_meeting_location_choices.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';
import { bundleOf, performOf, plainZ } from '../../support/zapier.ts';

const filling = { meta: { isFillingDynamicDropdown: true, page: 0 } };

test('appointments: those around now first, without deleted ones, by calendar of the list', async () => {
  highlevel('2021-04-15')
    .get('/calendars/events')
    .query(
      ({ calendarId, locationId, startTime, endTime, ...rest }) =>
        calendarId === 'cal1' &&
        locationId === 'loc1' &&
        Number(startTime) < Date.now() &&
        Number(endTime) > Date.now() &&
        Object.keys(rest).length === 0,
    )
    .reply(200, {
      events: [
        { id: 'old', title: 'Old', startTime: '2001-03-09T10:00:00-07:00' },
        { id: 'gone', startTime: new Date().toISOString(), deleted: true },
        { id: 'late', startTime: '2093-03-09T10:00:00-07:00' },
        {
          id: 'soon',
          title: 'Visit',
          appointmentStatus: 'new',
          startTime: '2026-03-09T10:00:00-07:00',
        },
      ],
    });

  const choices = await poll(
    listAppointmentChoices,
    { listCalendarId: 'cal1', calendarId: 'elsewhere', title: 'x' },
    filling,
  );
  expect(choices).toEqual([
    { id: 'soon', name: '2026-03-09 10:00 · Visit · new' },
    { id: 'old', name: '2001-03-09 10:00 · Old' },
    { id: 'late', name: '2093-03-09 10:00' },
  ]);
});

test('appointments: without a calendar it says what to choose', async () => {
  expect(await failure(poll(listAppointmentChoices, {}, filling))).toContain(
    '“Calendar” is required.',
  );
});

test('blocked slots: by title and time, without deleted ones', async () => {
  highlevel('2021-04-15')
    .get('/calendars/blocked-slots')
    .query(({ calendarId, userId }) => calendarId === 'cal1' && userId === undefined)
    .reply(200, {
      events: [
        { id: 'b1', title: 'Lunch', startTime: '2026-03-09T12:00:00-07:00' },
        { id: 'gone', title: 'Gone', startTime: '2026-03-09T12:00:00-07:00', deleted: true },
        { id: 'b2' },
      ],
    });
  expect(await poll(listBlockedSlotChoices, { calendarId: 'cal1' }, filling)).toEqual([
    { id: 'b1', name: 'Lunch · 2026-03-09 12:00' },
    { id: 'b2', name: 'Blocked' },
  ]);
});

test('notes: by their text', async () => {
  highlevel('2021-04-15')
    .get('/calendars/appointments/a1/notes')
    .query({ limit: '20', offset: '0' })
    .reply(200, { notes: [{ id: 'n1', body: '<p>Window seat</p>' }, { id: 'n2' }] });

  expect(await poll(listAppointmentNoteChoices, { appointmentId: 'a1' }, filling)).toMatchObject([
    { id: 'n1', name: 'Window seat' },
    { id: 'n2', name: 'n2' },
  ]);
});

test('notifications: in people’s words', async () => {
  highlevel('2021-04-15')
    .get('/calendars/cal1/notifications')
    .reply(200, [
      { _id: 'n1', notificationType: 'reminder', channel: 'sms', receiverType: 'contact' },
      { _id: 'n2', notificationType: 'booked', channel: 'other', isActive: false },
    ]);

  const choices = await poll(listCalendarNotificationChoices, { calendarId: 'cal1' }, filling);
  expect(choices).toMatchObject([
    { id: 'n1', name: 'Reminder before the appointment · Text message (SMS) · The contact' },
    { id: 'n2', name: 'Booked, not confirmed yet · other · off' },
  ]);
});

const users = [
  { id: 'u1', name: 'Amelia Hart' },
  { id: 'u2', name: '', email: 'daniel@example.com' },
];

test('assigned users: the team of the calendar', async () => {
  highlevel('2021-04-15')
    .get('/calendars/cal1')
    .reply(200, { calendar: { teamMembers: [{ userId: 'u2' }] } });
  highlevel().get('/users/').query({ locationId: 'loc1' }).reply(200, { users });

  expect(await poll(listCalendarUserChoices, { calendarId: 'cal1' }, filling)).toMatchObject([
    { id: 'u2', name: 'daniel@example.com' },
  ]);
});

test('assigned users: no page of an agency’s users shows others than the team', async () => {
  const everybody = Array.from({ length: 150 }, (_, i) => ({ id: `u${i}`, name: `User ${i}` }));
  const shown = async (team: string[], page: number) => {
    const z = plainZ(({ url }) => {
      if (url.includes('/oauth/')) return { access_token: 'token-of-loc1', expires_in: 86_399 };
      if (url.includes('/calendars/'))
        return { calendar: { teamMembers: team.map((userId) => ({ userId })) } };
      const query = new URL(url, 'https://api.example').searchParams;
      const ids = query.get('ids')?.split(',');
      const skip = Number(query.get('skip'));
      const found = everybody.filter(({ id }) => !ids || ids.includes(id));
      return { users: found.slice(skip, skip + 100) };
    });
    const meta = { isFillingDynamicDropdown: true, page };
    const bundle = bundleOf({ calendarId: 'cal1', locationId: 'loc1' }, meta, agencyConnection);
    const choices = (await performOf(listCalendarUserChoices)(z, bundle)) as { id: string }[];
    return choices.map(({ id }) => id);
  };
  expect(await shown(['u3'], 0)).toEqual(['u3']);
  expect(await shown(['u3'], 1)).toEqual([]);
  expect(await shown(['u120'], 0)).toEqual(['u120']);
  // Of a team that no list knows (owners of the agency) anybody can be chosen.
  expect(await shown(['owner'], 0)).toHaveLength(100);
  expect(await shown(['owner'], 1)).toHaveLength(50);
});

test('assigned users: everybody where no calendar is chosen', async () => {
  highlevel().get('/users/').query({ locationId: 'loc1' }).reply(200, { users });
  expect(await poll(listCalendarUserChoices, {}, filling)).toHaveLength(2);
});

test('meeting locations: of the calendar and of its members, once each', async () => {
  const office = { kind: 'physical', location: '1 Main St', meetingId: 'physical_0' };
  highlevel('2021-04-15')
    .get('/calendars/cal1')
    .reply(200, {
      calendar: {
        locationConfigurations: [office],
        teamMembers: [
          { userId: 'u1', locationConfigurations: [office, { kind: 'zoom_conference' }] },
          { userId: 'u2', locationConfigurations: [{ kind: 'custom', meetingId: 'custom_0' }] },
        ],
      },
    });

  expect(await poll(listMeetingLocationChoices, { listCalendarId: 'cal1' }, filling)).toEqual([
    { id: 'physical_0', name: 'physical · 1 Main St' },
    { id: 'custom_0', name: 'custom' },
  ]);
});
