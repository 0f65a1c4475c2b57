import type nock from 'nock';
import updateCalendar from '../../../creates/calendars/update_calendar.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const current = {
  id: 'cal1',
  name: 'Check-up',
  description: 'Half an hour',
  widgetType: 'default',
  eventColor: '',
  slotDuration: 45,
  slotInterval: 15,
  enableRecurring: true,
  formSubmitType: 'RedirectURL',
  recurring: { freq: 'WEEKLY', count: 4, rrule: 'x' },
  lookBusyConfig: { enabled: true, LookBusyPercentage: 30 },
  availabilities: [{ id: 'a1', date: '2026-12-24T00:00:00.000Z', hours: [] }],
  teamMembers: [{ userId: 'u1' }],
};
/** What the document gives a default for in an update goes along as it is. */
const kept = {
  widgetType: 'default',
  slotDuration: 45,
  slotInterval: 15,
  enableRecurring: true,
  formSubmitType: 'RedirectURL',
};

const expecting = (body: nock.DataMatcherMap) => {
  highlevel('2021-04-15').get('/calendars/cal1').reply(200, { calendar: current });
  highlevel('2021-04-15')
    .put('/calendars/cal1', body)
    .reply(200, { calendar: { ...current, name: 'Recall' } });
};

test('sends what was filled in, and what HighLevel would set back', async () => {
  expecting({ ...kept, name: 'Recall', slotDuration: 60 });

  const calendar = await run(updateCalendar, {
    calendarId: 'cal1',
    name: 'Recall',
    description: '',
    slotDuration: 60,
  });

  expect(calendar).toMatchObject({ id: 'cal1', name: 'Recall', description: 'Half an hour' });
});

test('completes settings that HighLevel replaces whole', async () => {
  expecting({
    ...kept,
    recurring: { freq: 'WEEKLY', count: 8 },
    lookBusyConfig: { enabled: false, LookBusyPercentage: 30 },
  });

  const input = { calendarId: 'cal1', recurring__count: 8, lookBusyConfig__enabled: 'no' };

  expect(await run(updateCalendar, input)).toMatchObject({ id: 'cal1' });
});

test('finds the id of a date that the calendar has already', async () => {
  expecting({
    ...kept,
    availabilities: [
      { date: '2026-12-24T00:00:00.000Z', hours: [], deleted: true, id: 'a1' },
      { date: '2026-12-25T00:00:00.000Z', hours: [] },
    ],
  });

  const availabilities = [{ date: '2026-12-24', deleted: 'yes' }, { date: '2026-12-25' }];

  expect(await run(updateCalendar, { calendarId: 'cal1', availabilities })).toMatchObject({
    id: 'cal1',
  });
});

test('needs a calendar', async () => {
  expect(await failure(run(updateCalendar, { name: 'Recall' }))).toContain(
    '“Calendar” is required.',
  );
});

test.each([{ calendar: null }, {}])(
  'changes nothing where the calendar could not be read: %j',
  async (answer) => {
    highlevel('2021-04-15').get('/calendars/cal1').reply(200, answer);
    expect(await failure(run(updateCalendar, { calendarId: 'cal1', name: 'Recall' }))).toContain(
      'so nothing was changed',
    );
  },
);
