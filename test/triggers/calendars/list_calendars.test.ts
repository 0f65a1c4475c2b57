import listCalendars from '../../../triggers/calendars/list_calendars.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('asks for the calendars of a group, drafts left out', async () => {
  highlevel('2021-04-15')
    .get('/calendars/')
    .query({ locationId: 'loc1', groupId: 'g1', showDrafted: 'false' })
    .reply(200, { calendars: [{ id: 'cal1', name: 'Check-up' }] });

  const records = await poll(listCalendars, { groupId: 'g1', showDrafted: 'no' });

  expect(records).toMatchObject([{ id: 'cal1', revision: 'new', name: 'Check-up', notes: null }]);
});

test('gives hours, dates and team as flat line items, whatever shape HighLevel has', async () => {
  highlevel('2021-04-15')
    .get('/calendars/')
    .query({ locationId: 'loc1' })
    .reply(200, {
      calendars: [
        {
          id: 'cal1',
          appointmentPerSlot: 4,
          openHours: [
            {
              daysOfTheWeek: [1, 2],
              hours: [{ openHour: 9, openMinute: 0, closeHour: 17, closeMinute: 30 }],
            },
          ],
          availabilities: [{ id: 'a1', date: '2026-12-24T00:00:00.000Z', hours: [] }],
          teamMembers: [
            {
              userId: 'u1',
              priority: 0.5,
              isZoomAdded: 'false',
              meetingLocation: '',
              locationConfigurations: [
                { kind: 'physical', location: '1 Main St' },
                { kind: 'inbound_call', location: '' },
              ],
            },
          ],
        },
        { id: 'cal2', openHours: {}, appoinmentPerSlot: 2 },
      ],
      traceId: 't',
    });

  const [first, second] = await poll(listCalendars);

  expect(first).toMatchObject({
    appoinmentPerSlot: 4,
    openHours: [
      { day: '1', openFrom: '09:00', openTo: '17:30' },
      { day: '2', openFrom: '09:00', openTo: '17:30' },
    ],
    availabilities: [
      { date: '2026-12-24', deleted: false, availableFrom: null, availableTo: null },
    ],
    teamMembers: [
      {
        userId: 'u1',
        isZoomAdded: false,
        meetingLocationKind: 'physical',
        meetingLocation: '1 Main St',
      },
      { userId: 'u1', meetingLocationKind: 'inbound_call', meetingLocation: null },
    ],
  });
  expect(second).toMatchObject({ openHours: [], teamMembers: [], appoinmentPerSlot: 2 });
});

test('as a dropdown ignores the group that another step chose', async () => {
  highlevel('2021-04-15')
    .get('/calendars/')
    .query({ locationId: 'loc1' })
    .reply(200, { calendars: [{ id: 'cal1', name: 'Check-up' }] });

  const choices = await poll(
    listCalendars,
    { groupId: 'g1' },
    { meta: { isFillingDynamicDropdown: true } },
  );

  expect(choices).toMatchObject([{ id: 'cal1', name: 'Check-up' }]);
});
