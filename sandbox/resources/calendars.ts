import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { fail } from '../gateway/errors.ts';
import { isoDate, text } from '../gateway/schemas.ts';
import {
  type Availability,
  type Calendar,
  type CalendarGroup,
  calendarGroups,
  calendars as calendarsOf,
  newSettings,
  slugOf,
  staffOf,
  type TeamMember,
} from '../seed/calendars.ts';
import type { Location, State } from '../state/state.ts';
import { calendarTimes } from './calendarTimes.ts';

const version = '2021-04-15' as const;
const reading = { version, scopes: ['calendars.readonly'] };
const writing = { version, scopes: ['calendars.write'] };
const readingGroups = { version, scopes: ['calendars/groups.readonly'] };
const writingGroups = { version, scopes: ['calendars/groups.write'] };

const maybe = zod.string().optional();
const number = zod.number().optional();
const flag = zod.boolean().optional();
const oneOf = <const T extends [string, ...string[]]>(...values: T) => zod.enum(values).optional();
const unit = oneOf('mins', 'hours');

const hours = zod.strictObject({
  openHour: zod.number().min(0).max(23),
  openMinute: zod.number().min(0).max(60),
  closeHour: zod.number().min(0).max(23),
  closeMinute: zod.number().min(0).max(60),
});

/** `position`, `zoomOauthId` and `meetingId` are undocumented on write but taken, as the UI sends them (PC). */
const place = zod.strictObject({
  kind: zod.enum([
    'custom',
    'zoom_conference',
    'google_conference',
    'inbound_call',
    'outbound_call',
    'physical',
    'booker',
    'ms_teams_conference',
  ]),
  location: maybe,
  position: number,
  zoomOauthId: maybe,
  meetingId: maybe,
});

const teamMember = zod.strictObject({
  userId: text,
  priority: zod.literal([0, 0.5, 1]).optional(),
  meetingLocationType: maybe,
  meetingLocation: maybe,
  isPrimary: flag,
  locationConfigurations: zod.array(place).optional(),
  selected: flag,
  isZoomAdded: maybe,
  zoomOauthId: maybe,
});

const availability = zod.strictObject({
  date: isoDate,
  hours: zod.array(hours),
  deleted: flag,
  id: maybe,
});

/** What both create and update take: a whitelist (calendars.json, CalendarUpdateDTO). */
const written = {
  isActive: flag,
  notifications: zod.array(zod.looseObject({})).optional(),
  groupId: maybe,
  teamMembers: zod.array(teamMember).optional(),
  eventType: oneOf('RoundRobin_OptimizeForAvailability', 'RoundRobin_OptimizeForEqualDistribution'),
  description: maybe,
  slug: maybe,
  widgetSlug: maybe,
  widgetType: oneOf('default', 'classic'),
  eventTitle: maybe,
  eventColor: maybe,
  meetingLocation: maybe,
  locationConfigurations: zod.array(place).optional(),
  slotDuration: number,
  slotDurationUnit: unit,
  slotInterval: number,
  slotIntervalUnit: unit,
  slotBuffer: number,
  preBuffer: number,
  preBufferUnit: unit,
  appoinmentPerSlot: number,
  appoinmentPerDay: number,
  allowBookingAfter: number,
  allowBookingAfterUnit: oneOf('hours', 'days', 'weeks', 'months'),
  allowBookingFor: number,
  allowBookingForUnit: oneOf('days', 'weeks', 'months'),
  openHours: zod
    .array(
      zod.strictObject({
        daysOfTheWeek: zod.array(zod.number().min(0).max(6)),
        hours: zod.array(hours),
      }),
    )
    .optional(),
  enableRecurring: flag,
  recurring: zod
    .strictObject({
      freq: oneOf('DAILY', 'WEEKLY', 'MONTHLY'),
      count: zod.number().max(24).optional(),
      bookingOption: oneOf('skip', 'continue', 'book_next'),
      bookingOverlapDefaultStatus: oneOf('confirmed', 'new'),
    })
    .optional(),
  formId: maybe,
  stickyContact: flag,
  isLivePaymentMode: flag,
  autoConfirm: flag,
  shouldSendAlertEmailsToAssignedMember: flag,
  alertEmail: maybe,
  googleInvitationEmails: flag,
  allowReschedule: flag,
  allowCancellation: flag,
  shouldAssignContactToTeamMember: flag,
  shouldSkipAssigningContactForExisting: flag,
  notes: maybe,
  pixelId: maybe,
  formSubmitType: oneOf('RedirectURL', 'ThankYouMessage'),
  formSubmitRedirectURL: maybe,
  formSubmitThanksMessage: maybe,
  availabilityType: zod.literal([0, 1]).nullish(),
  availabilities: zod.array(availability).optional(),
  guestType: oneOf('count_only', 'collect_detail'),
  consentLabel: maybe,
  calendarCoverImage: maybe,
  lookBusyConfig: zod
    .strictObject({ enabled: zod.boolean(), LookBusyPercentage: zod.number() })
    .optional(),
};

const create = zod.strictObject({
  ...written,
  locationId: text,
  name: text,
  slotBufferUnit: unit,
  calendarType: oneOf(
    'round_robin',
    'event',
    'class_booking',
    'collective',
    'service_booking',
    'personal',
  ),
});
/** The type of a calendar and its sub-account never change; the document forgets slotBufferUnit. */
const update = zod.strictObject({ ...written, name: text.optional() });

type Write = Omit<zod.output<typeof update>, 'name'>;

const groupBody = { name: text, description: text, slug: text };

const groups = [
  endpoint(
    'GET /calendars/groups',
    { ...readingGroups, query: zod.strictObject({ locationId: text }) },
    ({ location }) => ({ groups: [...calendarGroups(location).values()] }),
  ),

  endpoint(
    'POST /calendars/groups',
    {
      ...writingGroups,
      status: 201,
      body: zod.strictObject({ ...groupBody, locationId: text, isActive: flag }),
    },
    ({ body, location, state }) => {
      refuseTaken(location, body.slug);
      const group = { id: state.newId(), ...body, isActive: body.isActive ?? true };
      calendarGroups(location).set(group.id, group);
      return { group };
    },
  ),

  endpoint(
    'POST /calendars/groups/validate-slug',
    { ...writingGroups, body: zod.strictObject({ locationId: text, slug: text }) },
    ({ body, location }) => ({ available: !holderOf(location, body.slug) }),
  ),

  /** All three are required: there is no partial update (calendars.json, GroupUpdateDTO). */
  endpoint(
    'PUT /calendars/groups/{groupId}',
    { ...writingGroups, body: zod.strictObject(groupBody) },
    ({ path, body, location }) => {
      const known = groupOf(location, path.groupId);
      refuseTaken(location, body.slug, known.id);
      const group = { ...known, ...body };
      calendarGroups(location).set(group.id, group);
      return { group };
    },
  ),

  endpoint(
    'PUT /calendars/groups/{groupId}/status',
    { ...writingGroups, body: zod.strictObject({ isActive: zod.boolean() }) },
    ({ path, body, location }) => {
      const known = groupOf(location, path.groupId);
      calendarGroups(location).set(known.id, { ...known, ...body });
      return { success: true };
    },
  ),

  endpoint('DELETE /calendars/groups/{groupId}', writingGroups, ({ path, location }) => {
    const { id } = groupOf(location, path.groupId);
    calendarGroups(location).delete(id);
    for (const calendar of calendarsOf(location).values()) {
      if (calendar.groupId === id) delete calendar.groupId;
    }
    return { success: true };
  }),
];

export const calendars = [
  ...groups,

  /** Takes no `limit` (reality d.6): any other parameter is a 422. */
  endpoint(
    'GET /calendars/',
    {
      ...reading,
      query: zod.strictObject({
        locationId: text,
        groupId: maybe,
        showDrafted: zod.enum(['true', 'false']).default('true'),
      }),
    },
    ({ query, location }) => ({
      calendars: [...calendarsOf(location).values()]
        .filter(({ groupId }) => query.groupId === undefined || groupId === query.groupId)
        .filter(({ isActive }) => isActive || query.showDrafted === 'true')
        .map(shown),
    }),
  ),

  endpoint('GET /calendars/{calendarId}', reading, ({ path, location }) => ({
    calendar: shown(calendarOf(location, path.calendarId)),
  })),

  endpoint(
    'POST /calendars/',
    { ...writing, body: create },
    ({ body: { name, calendarType, locationId, ...body }, location, state }) => {
      const type = calendarType ?? (body.teamMembers ? 'round_robin' : 'event');
      const id = state.newId();
      const blank: Calendar = {
        id,
        locationId,
        name,
        calendarType: type,
        isActive: true,
        slug: `${slugOf(name)}-${id.slice(0, 6).toLowerCase()}`,
        teamMembers: [],
        openHours: [],
        availabilities: [],
        slotDuration: 30,
        slotDurationUnit: 'mins',
        slotInterval: 30,
        slotIntervalUnit: 'mins',
        slotBuffer: 0,
        preBuffer: 0,
        appoinmentPerSlot: 1,
        lookBusyConfig: { enabled: false, LookBusyPercentage: 0 },
        settings: { ...newSettings(type), notes: '' },
      };
      const calendar = merged(blank, body, location, state);
      calendarsOf(location).set(id, calendar);
      return { calendar: shown(calendar) };
    },
  ),

  /**
   * Partial, except that the document names defaults for six properties of an update; taken at its word they
   * come back when they are left out, which is the worst that a client can meet. Lists and nested settings are
   * replaced whole.
   */
  endpoint(
    'PUT /calendars/{calendarId}',
    { ...writing, body: update },
    ({ path, body: { name, ...body }, location, state }) => {
      const known = calendarOf(location, path.calendarId);
      const calendar = merged(
        { ...known, ...(name && { name }) },
        { ...updateDefaults, ...body },
        location,
        state,
      );
      calendarsOf(location).set(known.id, calendar);
      return { calendar: shown(calendar) };
    },
  ),

  /** The document says `{ success }`; recorded live is the calendar that was (reality d.6, NG). */
  endpoint('DELETE /calendars/{calendarId}', writing, ({ path, location }) => {
    const calendar = calendarOf(location, path.calendarId);
    calendarsOf(location).delete(calendar.id);
    return { message: 'Calendar deleted successfully', calendar: shown(calendar) };
  }),

  ...calendarTimes,
];

/** calendars.json, CalendarUpdateDTO: `default`. */
const updateDefaults = {
  widgetType: 'classic',
  eventColor: '#039be5',
  slotDuration: 30,
  slotInterval: 30,
  enableRecurring: false,
  formSubmitType: 'ThankYouMessage',
} as const;

/** The calendar with both spellings of its limits, and `{}` where it has no hours (reality d.6, NG). */
function shown({ settings, ...calendar }: Calendar): object {
  const { appoinmentPerSlot, appoinmentPerDay, openHours } = calendar;
  return {
    ...settings,
    ...calendar,
    openHours: openHours.length > 0 ? openHours : {},
    appointmentPerSlot: appoinmentPerSlot,
    ...(appoinmentPerDay !== undefined && { appointmentPerDay: appoinmentPerDay }),
  };
}

function merged(known: Calendar, write: Write, location: Location, state: State): Calendar {
  const {
    teamMembers,
    availabilities = [],
    openHours = known.openHours,
    lookBusyConfig = known.lookBusyConfig,
    isActive = known.isActive,
    slug = known.slug,
    groupId = known.groupId,
    slotDuration = known.slotDuration,
    slotDurationUnit = known.slotDurationUnit,
    slotInterval = known.slotInterval,
    slotIntervalUnit = known.slotIntervalUnit,
    slotBuffer = known.slotBuffer,
    preBuffer = known.preBuffer,
    appoinmentPerSlot = known.appoinmentPerSlot,
    appoinmentPerDay = known.appoinmentPerDay,
    ...settings
  } = write;
  if (groupId !== undefined) groupOf(location, groupId);
  const team = teamMembers?.map(wholeMember) ?? known.teamMembers;
  refuseTeam(known.calendarType, team, location);
  return {
    ...known,
    isActive,
    slug,
    ...(groupId !== undefined && { groupId }),
    teamMembers: team,
    openHours,
    availabilities: mergedDays(known.availabilities, availabilities, state),
    lookBusyConfig,
    slotDuration,
    slotDurationUnit,
    slotInterval,
    slotIntervalUnit,
    slotBuffer,
    preBuffer,
    appoinmentPerSlot,
    ...(appoinmentPerDay !== undefined && { appoinmentPerDay }),
    settings: { ...known.settings, ...settings },
  };
}

type MemberWrite = NonNullable<Write['teamMembers']>[number];

function wholeMember(write: MemberWrite): TeamMember {
  const { isPrimary, meetingLocationType, locationConfigurations = [{ kind: 'custom' }] } = write;
  return {
    userId: write.userId,
    priority: write.priority ?? 0.5,
    selected: write.selected ?? true,
    meetingLocation: write.meetingLocation ?? '',
    isZoomAdded: write.isZoomAdded ?? 'false',
    zoomOauthId: write.zoomOauthId ?? '',
    locationConfigurations: locationConfigurations.map((one, position) => ({
      location: '',
      position,
      meetingId: `${one.kind}_${position}`,
      ...one,
    })),
    ...(isPrimary !== undefined && { isPrimary }),
    ...(meetingLocationType && { meetingLocationType }),
  };
}

/** Who must be in a team (calendars.json, teamMembers and isPrimary). */
function refuseTeam(type: string, team: TeamMember[], location: Location) {
  const staff = staffOf(location);
  const stranger = team.find(({ userId }) => !staff.includes(userId));
  if (stranger) throw fail(400, `User with id ${stranger.userId} not found in this location`);
  if (type === 'personal' && team.length !== 1) {
    throw fail(400, 'Personal calendar must have exactly one team member');
  }
  if (type !== 'event' && team.length === 0) throw fail(400, 'Team members are required');
  if (type === 'collective' && team.filter(({ isPrimary }) => isPrimary).length !== 1) {
    throw fail(400, 'Collective calendar must have exactly one primary team member');
  }
}

type DayWrite = zod.output<typeof availability>;

/** A date that is there already is changed or removed by its id only (calendars.json, availabilities[].id). */
function mergedDays(known: Availability[], writes: DayWrite[], state: State): Availability[] {
  const days = new Map(known.map((one) => [one.id, one]));
  for (const { id, date, hours: open, deleted } of writes) {
    const sameDay = [...days.values()].find((one) => one.date === date);
    if (id !== undefined && !days.has(id)) throw fail(400, `Availability with id ${id} not found`);
    if (id === undefined && sameDay) throw fail(400, 'Availability for this date already exists');
    if (id !== undefined && deleted) days.delete(id);
    else if (!deleted) {
      const kept = { id: id ?? state.newId('hex'), date, hours: open };
      days.set(kept.id, kept);
    }
  }
  return [...days.values()];
}

/** Unknown ids are a 400, as with contacts (reality d.3). */
function calendarOf(location: Location, id: string): Calendar {
  const calendar = calendarsOf(location).get(id);
  if (!calendar) throw fail(400, `Calendar with id ${id} not found`);
  return calendar;
}

function groupOf(location: Location, id: string): CalendarGroup {
  const group = calendarGroups(location).get(id);
  if (!group) throw fail(400, `Group with id ${id} not found`);
  return group;
}

const holderOf = (location: Location, slug: string) =>
  [...calendarGroups(location).values()].find((group) => group.slug === slug);

function refuseTaken(location: Location, slug: string, mine?: string): void {
  const holder = holderOf(location, slug);
  if (holder && holder.id !== mine) throw fail(400, `Group with slug ${slug} already exists`);
}
