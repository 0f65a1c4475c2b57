import { staffOf } from '../sandbox/seed/users.ts';
import type { Guide, Station } from './station.ts';

const inDays = (days: number, hour = 15) =>
  new Date(Date.now() + days * 86_400_000)
    .toISOString()
    .replace(/T.*/, `T${String(hour).padStart(2, '0')}:00:00Z`);
const withGroup = ({ result }: Guide) => ({ groupId: result('create_calendar_group').id });
const withCalendar = ({ result }: Guide) => ({ calendarId: result('create_calendar').id });
const team = ({ sandbox }: Guide) =>
  staffOf(sandbox.state.main).map((userId, i) => ({
    userId,
    priority: '0.5',
    isPrimary: i === 0,
    meetingLocationKind: 'physical',
    meetingLocation: '350 Fifth Avenue',
  }));
const everyDay = (openTo: string) => [{ day: 'all', openFrom: '09:00', openTo }];
const block = (guide: Guide, days: number) => ({
  ...withCalendar(guide),
  title: 'Staff training',
  startTime: inDays(days, 15),
  endTime: inDays(days, 17),
});

/** A group, a calendar in it, what is free and what is blocked there, in the order of their lives. */
export const calendars: Station[] = [
  { key: 'validate_calendar_group_slug', input: { slug: 'tour-orthodontics' } },
  {
    key: 'create_calendar_group',
    input: { name: 'Orthodontics', description: 'Braces', slug: 'tour-orthodontics' },
  },
  {
    key: 'list_calendar_groups',
    change: ({ run }) =>
      run('create_calendar_group', { name: 'Tour', description: 'Tour', slug: 'tour-two' }),
  },
  {
    key: 'update_calendar_group',
    input: (guide) => ({ ...withGroup(guide), description: 'Braces and retainers' }),
  },
  {
    key: 'update_calendar_group_status',
    input: (guide) => ({ ...withGroup(guide), isActive: false }),
  },
  {
    key: 'create_calendar',
    input: (guide) => ({
      ...withGroup(guide),
      name: 'Braces',
      calendarType: 'round_robin',
      teamMembers: team(guide),
      slotDuration: 30,
      slotDurationUnit: 'mins',
      openHours: everyDay('17:00'),
      lookBusyConfig__enabled: false,
    }),
  },
  {
    key: 'list_calendars',
    change: ({ run }) => run('create_calendar', { name: 'Open house', calendarType: 'event' }),
  },
  {
    key: 'get_calendar',
    input: withCalendar,
    change: (guide) =>
      guide.run('update_calendar', { ...withCalendar(guide), notes: 'Bring your retainer' }),
  },
  {
    key: 'update_calendar',
    input: (guide) => ({
      ...withCalendar(guide),
      description: 'Fitting and adjusting',
      availabilities: [{ date: inDays(3), availableFrom: '10:00', availableTo: '1 pm' }],
      lookBusyConfig__LookBusyPercentage: 10,
    }),
  },
  {
    key: 'get_free_slots',
    input: (guide) => ({ ...withCalendar(guide), daysAhead: 40 }),
    change: (guide) =>
      guide.run('update_calendar', { ...withCalendar(guide), openHours: everyDay('8 pm') }),
  },
  { key: 'create_block_slot', input: (guide) => block(guide, 2) },
  {
    key: 'list_blocked_slots',
    input: withCalendar,
    change: (guide) => guide.run('create_block_slot', block(guide, 4)),
  },
  {
    key: 'update_block_slot',
    input: (guide) => ({
      ...withCalendar(guide),
      eventId: guide.result('create_block_slot').id,
      title: 'X-ray maintenance',
    }),
  },
  {
    key: 'list_calendar_events',
    input: withCalendar,
    change: async (guide) => {
      const { id: contactId } = await guide.run('list_contacts', {});
      const { startTime } = await guide.run('get_free_slots', withCalendar(guide));
      return guide.run('create_appointment', { ...withCalendar(guide), contactId, startTime });
    },
  },
];

/** What deletes comes last: appointments may stand in these calendars. */
export const calendarDeletes: Station[] = [
  { key: 'delete_calendar', input: withCalendar },
  { key: 'delete_calendar_group', input: withGroup },
];
