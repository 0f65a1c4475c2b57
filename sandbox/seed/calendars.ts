import { collection } from '../state/collection.ts';
import { slugOf } from '../state/ids.ts';
import { staffOf } from './users.ts';

export type Hours = {
  openHour: number;
  openMinute: number;
  closeHour: number;
  closeMinute: number;
};

type OpenHour = { daysOfTheWeek: number[]; hours: Hours[] };

/** `date` is the local day, written as midnight in UTC (calendars.json, Availability). */
export type Availability = { id: string; date: string; hours: Hours[] };

type MeetingPlace = { kind: string; location?: string | undefined; [more: string]: unknown };

/** Old and new ways of saying where a meeting takes place stand side by side; the flag is a text (api#zoom-flag). */
export type TeamMember = {
  userId: string;
  priority: number;
  isPrimary?: boolean;
  meetingLocationType?: string;
  meetingLocation?: string;
  selected: boolean;
  isZoomAdded: string;
  zoomOauthId: string;
  locationConfigurations: MeetingPlace[];
};

/** A calendar as it is stored; what has no rule in the sandbox stays in `settings`, as it was written. */
export type Calendar = {
  id: string;
  locationId: string;
  name: string;
  calendarType: string;
  isActive: boolean;
  slug: string;
  groupId?: string;
  teamMembers: TeamMember[];
  openHours: OpenHour[];
  availabilities: Availability[];
  slotDuration: number;
  slotDurationUnit: string;
  slotInterval: number;
  slotIntervalUnit: string;
  slotBuffer: number;
  preBuffer: number;
  appoinmentPerSlot: number;
  appoinmentPerDay?: number | undefined;
  lookBusyConfig: { enabled: boolean; LookBusyPercentage: number };
  settings: Record<string, unknown>;
};

export type CalendarGroup = {
  id: string;
  locationId: string;
  name: string;
  description: string;
  slug: string;
  isActive: boolean;
};

const GROUPS = [
  ['Hygiene', 'Check-ups and cleanings'],
  ['Consultations', 'First visits and second opinions'],
] as const;

/** Two groups in the dental practice, none elsewhere. */
export const calendarGroups = collection<CalendarGroup>('calendarGroups', ({ place, id }) =>
  GROUPS.slice(0, place.isMain ? 2 : 0).map(([name, description]) => ({
    id: id(name),
    locationId: place.id,
    name,
    description,
    slug: slugOf(name),
    isActive: true,
  })),
);

const memberOf = (userId: string, isPrimary: boolean): TeamMember => ({
  userId,
  priority: 0.5,
  isPrimary,
  selected: true,
  meetingLocation: '',
  isZoomAdded: 'false',
  zoomOauthId: '',
  locationConfigurations: [
    { location: '', position: 0, kind: 'custom', zoomOauthId: '', meetingId: 'custom_0' },
  ],
});

const hoursFrom = (openHour: number, closeHour: number): Hours[] => [
  { openHour, openMinute: 0, closeHour, closeMinute: 0 },
];

/** What HighLevel sets where a new calendar does not say (calendars.json, `default`). */
export const newSettings = (calendarType: string) => ({
  widgetType: 'classic',
  eventTitle: '{{contact.name}}',
  eventColor: '#039be5',
  eventType: 'RoundRobin_OptimizeForAvailability',
  enableRecurring: false,
  recurring: {},
  autoConfirm: true,
  allowReschedule: true,
  allowCancellation: true,
  googleInvitationEmails: false,
  stickyContact: false,
  isLivePaymentMode: false,
  formSubmitType: 'ThankYouMessage',
  formSubmitThanksMessage: 'Thank you for your appointment request.',
  slotBufferUnit: 'mins',
  preBufferUnit: 'mins',
  ...(calendarType === 'event' ? { locationConfigurations: [] } : {}),
});

const CALENDARS = [
  { name: 'Check-up', calendarType: 'round_robin', slotDuration: 30, group: 'Hygiene' },
  { name: 'Cleaning', calendarType: 'round_robin', slotDuration: 60, group: 'Hygiene' },
  { name: 'Consultation', calendarType: 'event', slotDuration: 30, group: 'Consultations' },
];

/** Check-up and cleaning with a team and hours on weekdays; the consultation is an event calendar without hours. */
export const calendars = collection<Calendar>('calendars', ({ place, id }) => {
  const staff = staffOf(place);
  return CALENDARS.map(({ name, calendarType, slotDuration, group }) => {
    const isEvent = calendarType === 'event';
    const known = [...calendarGroups(place).values()].find((one) => one.name === group);
    return {
      id: id(name),
      locationId: place.id,
      name,
      calendarType,
      isActive: true,
      slug: slugOf(name),
      ...(known && { groupId: known.id }),
      teamMembers: isEvent ? [] : staff.map((userId, i) => memberOf(userId, i === 0)),
      openHours: isEvent
        ? []
        : [1, 2, 3, 4, 5].map((day) => ({ daysOfTheWeek: [day], hours: hoursFrom(9, 17) })),
      availabilities: [],
      slotDuration,
      slotDurationUnit: 'mins',
      slotInterval: slotDuration,
      slotIntervalUnit: 'mins',
      slotBuffer: 0,
      preBuffer: 0,
      appoinmentPerSlot: 1,
      lookBusyConfig: { enabled: false, LookBusyPercentage: 0 },
      settings: {
        ...newSettings(calendarType),
        description: `${name} at our practice`,
        widgetSlug: slugOf(name),
        formId: id('form'),
        notes: '',
      },
    };
  });
});
