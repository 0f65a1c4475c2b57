import { staffOf } from '../../sandbox/seed/users.ts';
import type { Guide, Input } from '../../tour/station.ts';

/** What to fill in beside what the tour fills in by itself; a field given as undefined stays empty. */
export type FullForm = Input | ((guide: Guide) => Input | Promise<Input>);

const dndSettings = ['Call', 'Email', 'SMS', 'WhatsApp', 'GMB', 'FB'].map((channel) => ({
  channel,
  status: 'inactive',
  message: 'asked by phone',
  code: 'P1',
}));

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

const calendar = {
  isActive: true,
  openHours: [{ day: 'all', openFrom: '09:00', openTo: '17:00' }],
  // Slots of a minute would be twenty thousand.
  slotDuration: 30,
  slotDurationUnit: 'mins',
  slotInterval: 30,
  slotIntervalUnit: 'mins',
  lookBusyConfig__LookBusyPercentage: 20,
  recurring__count: 4,
};

const ofCalendar = { userId: undefined, groupId: undefined };
const ofUser = { calendarId: undefined, groupId: undefined };
const ofGroup = { calendarId: undefined, userId: undefined };

const visit = {
  startTime: inDays(30),
  endTime: inDays(30.02),
  ignoreFreeSlotValidation: true,
};
const byRule = {
  repeat__frequency: undefined,
  repeat__interval: undefined,
  repeat__count: undefined,
  repeat__until: undefined,
  rrule: 'RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=3',
};
const asOften = { rrule: undefined, repeat__until: undefined };
/** At a place of one's own, by a rule of one's own; then at the calendar's place, so many times. */
const visits = [
  { ...visit, ...byRule, meetingLocationId: undefined },
  {
    ...visit,
    ...asOften,
    startTime: inDays(60),
    endTime: inDays(60.02),
    meetingLocationType: undefined,
  },
];

/** Without what v3 alone knows, so that the request goes out in classic. */
const inClassic = { forecastExpectedCloseDate: undefined, forecastProbability: undefined };

/**
 * Where a form with every field filled in by itself would be refused: values that must be unique, fields that exclude
 * each other (then one form for each choice). By operation.
 */
export const fullForms: Record<string, FullForm | FullForm[]> = {
  create_contact: { email: 'all.fields@example.com', phone: '+14155550188', dndSettings },
  update_contact: {
    clear: undefined,
    email: 'all.updated@example.com',
    phone: '+14155550189',
    tagsMode: 'replace',
    dndSettings,
  },
  upsert_contact: {
    email: 'all.upserted@example.com',
    phone: '+14155550190',
    tagsMode: 'replace',
    dndSettings,
  },
  bulk_update_contact_tags: { type: 'remove' },
  find_contact: [{}, { contactId: undefined, email: 'nobody@example.com' }],
  create_calendar_group: { slug: 'all-fields' },
  update_calendar_group: { slug: 'all-updated' },
  create_calendar: {
    ...calendar,
    slug: 'all-fields',
    availabilities: [
      { date: inDays(400), availableFrom: '9:00', availableTo: '12:00', deleted: false },
    ],
  },
  update_calendar: {
    ...calendar,
    slug: 'all-updated',
    availabilities: [{ date: inDays(3), availableFrom: '9', availableTo: '12', deleted: false }],
  },
  get_free_slots: [
    { startDate: undefined, endDate: undefined },
    ({ sandbox }) => ({
      startDate: inDays(1),
      endDate: inDays(8),
      userIds: staffOf(sandbox.state.main).slice(0, 2),
    }),
  ],
  find_free_slots: { startDate: undefined, endDate: undefined },
  list_calendar_events: [ofCalendar, ofUser, ofGroup],
  list_blocked_slots: [ofCalendar, ofUser, ofGroup],
  appointment_booked: [ofCalendar, ofUser, ofGroup],
  appointment_changed: [ofCalendar, ofUser, ofGroup],
  appointment_starting_soon: [ofCalendar, ofUser, ofGroup],
  create_block_slot: [
    { assignedUserId: undefined },
    { calendarId: undefined, startTime: inDays(5), endTime: inDays(5.1) },
  ],
  update_block_slot: [
    { assignedUserId: undefined, startTime: inDays(2), endTime: inDays(3) },
    ({ result }) => ({
      calendarId: undefined,
      eventId: result('create_block_slot').id,
      startTime: inDays(6),
      endTime: inDays(6.1),
    }),
  ],
  create_appointment: visits,
  update_appointment: visits,
  search_conversations: [{ unassigned: undefined }, { assignedTo: undefined }],
  get_conversation_messages: { type: ['TYPE_SMS', 'TYPE_ACTIVITY_OPPORTUNITY'] },
  create_opportunity: [{}, inClassic],
  update_opportunity: [{}, inClassic],
  upsert_opportunity: [{ status: 'lost' }, { status: 'lost', ...inClassic }],
  update_location: { name: 'Tour Practice' },
  api_request: { moreFields: undefined },
  api_look_up: { moreFields: undefined },
};
