import createCalendar from '../../../creates/calendars/create_calendar.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const nineToTwelve = { openHour: 9, openMinute: 0, closeHour: 12, closeMinute: 0 };
const untilHalfPastFive = { openHour: 13, openMinute: 30, closeHour: 17, closeMinute: 30 };

test('sends every part of the form as HighLevel wants it', async () => {
  highlevel('2021-04-15')
    .post('/calendars/', {
      locationId: 'loc1',
      name: 'Check-up',
      calendarType: 'round_robin',
      groupId: 'g1',
      isActive: true,
      eventTitle: '{{contact.name}}',
      teamMembers: [
        {
          userId: 'u1',
          priority: 0.5,
          isPrimary: true,
          locationConfigurations: [
            { kind: 'physical', location: '1 Main St' },
            { kind: 'zoom_conference' },
          ],
        },
        { userId: 'u2', priority: 1 },
      ],
      locationConfigurations: [{ kind: 'custom', location: 'Lobby' }],
      slotDuration: 45,
      slotDurationUnit: 'mins',
      appoinmentPerDay: 12,
      openHours: [
        { daysOfTheWeek: [1], hours: [nineToTwelve, untilHalfPastFive] },
        { daysOfTheWeek: [6], hours: [nineToTwelve] },
      ],
      availabilities: [
        { date: '2026-12-24T00:00:00.000Z', hours: [nineToTwelve] },
        { date: '2026-12-25T00:00:00.000Z', hours: [] },
      ],
      availabilityType: null,
      lookBusyConfig: { enabled: true, LookBusyPercentage: 20 },
      enableRecurring: true,
      recurring: { freq: 'WEEKLY', count: 4 },
    })
    .reply(200, { calendar: { id: 'cal1', name: 'Check-up', openHours: {} }, traceId: 't' });

  const calendar = await run(createCalendar, {
    name: 'Check-up',
    calendarType: 'round_robin',
    groupId: 'g1',
    isActive: true,
    description: '',
    eventTitle: '{{contact.name}}',
    teamMembers: [
      {
        userId: 'u1',
        priority: 0.5,
        isPrimary: 'yes',
        meetingLocationKind: 'physical',
        meetingLocation: '1 Main St',
      },
      { userId: 'u2', priority: '1' },
      // The first line of a member counts.
      { userId: 'u1', priority: 0, isPrimary: 'no', meetingLocationKind: 'zoom_conference' },
    ],
    locationConfigurations: [{ kind: 'custom', location: 'Lobby' }],
    slotDuration: '45',
    slotDurationUnit: 'mins',
    appoinmentPerDay: 12,
    openHours: [
      { day: '1', openFrom: '09:00', openTo: '12:00' },
      { day: 6, openFrom: '9', openTo: '12 pm' },
      { day: '1', openFrom: '1:30 pm', openTo: '17:30' },
    ],
    availabilities: [
      { date: '2026-12-24T00:00:00-05:00', availableFrom: '9:00', availableTo: '12:00' },
      { date: '2026-12-25T00:00:00-05:00' },
    ],
    availabilityType: 'both',
    lookBusyConfig__LookBusyPercentage: 20,
    enableRecurring: true,
    recurring__freq: 'WEEKLY',
    recurring__count: '4',
  });

  expect(calendar).toMatchObject({ id: 'cal1', name: 'Check-up', openHours: [] });
});

test('spreads spans of days over the week', async () => {
  const hours = [nineToTwelve];
  highlevel('2021-04-15')
    .post('/calendars/', {
      locationId: 'loc1',
      name: 'Check-up',
      openHours: [1, 2, 3, 4, 5].map((day) => ({ daysOfTheWeek: [day], hours })),
    })
    .reply(200, { calendar: { id: 'cal1' } });

  const openHours = [{ day: 'weekdays', openFrom: '09:00', openTo: '12:00' }];

  expect(await run(createCalendar, { name: 'Check-up', openHours })).toMatchObject({ id: 'cal1' });
});

test.each([
  [
    { openHours: [{ day: '1', openFrom: '25:00', openTo: '26:00' }] },
    '“Open From” (item 1) must be a time of day',
  ],
  [
    { openHours: [{ day: '1', openFrom: '17:00', openTo: '9:00' }] },
    '“Open To” (item 1) must be later than “Open From”.',
  ],
  [{ availabilities: [{ date: '2026-12-24', availableFrom: '9:00' }] }, 'fill in both, or neither'],
  [
    { teamMembers: [{ userId: 'u1', meetingLocation: 'x' }] },
    '“Meeting Location Kind” (item 1) is required',
  ],
  [{ lookBusyConfig__LookBusyPercentage: 120 }, '“Look Busy Percentage” must be between 0 and 100'],
  [{ recurring__count: 25 }, '“Number of Recurrences” must be at most 24'],
  [{ name: '' }, '“Name” is required.'],
])('refuses %j', async (input, message) => {
  expect(await failure(run(createCalendar, { name: 'Check-up', ...input }))).toContain(message);
});
