import type * as zod from 'zod';
import { fail } from '../../gateway/errors.ts';
import { type Availability, type Calendar, newSettings } from '../../seed/calendars.ts';
import { slugOf } from '../../state/ids.ts';
import type { Location, State } from '../../state/state.ts';
import { definedOnly } from '../records.ts';
import { groupOf } from './groups.ts';
import type { availability, Write } from './schema.ts';
import { refuseTeam, wholeMember } from './team.ts';

type Named = Pick<Calendar, 'id' | 'locationId' | 'name' | 'calendarType'>;

/** A calendar of which nothing else is said. */
export const newCalendar = ({ id, locationId, name, calendarType }: Named): Calendar => ({
  id,
  locationId,
  name,
  calendarType,
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
  settings: { ...newSettings(calendarType), notes: '' },
});

/** The properties that the sandbox has rules for; all others are settings. */
const RULED = [
  'isActive',
  'slug',
  'groupId',
  'openHours',
  'lookBusyConfig',
  'slotDuration',
  'slotDurationUnit',
  'slotInterval',
  'slotIntervalUnit',
  'slotBuffer',
  'preBuffer',
  'appoinmentPerSlot',
  'appoinmentPerDay',
] as const;

type Ruled = (typeof RULED)[number];

function splitWrite(write: Omit<Write, 'teamMembers' | 'availabilities'>) {
  const entries = Object.entries(definedOnly(write));
  const isRuled = (name: string) => RULED.some((ruled) => ruled === name);
  return {
    ruled: Object.fromEntries(entries.filter(([name]) => isRuled(name))) as Partial<
      Pick<Calendar, Ruled>
    >,
    settings: Object.fromEntries(entries.filter(([name]) => !isRuled(name))),
  };
}

/** The calendar with what was written to it. */
export function calendarAfter(known: Calendar, write: Write, location: Location): Calendar {
  const { teamMembers, availabilities = [], ...rest } = write;
  const { ruled, settings } = splitWrite(rest);
  const groupId = ruled.groupId ?? known.groupId;
  if (groupId !== undefined) groupOf(location, groupId);
  const team = teamMembers?.map(wholeMember) ?? known.teamMembers;
  refuseTeam(known.calendarType, team, location);
  return {
    ...known,
    ...ruled,
    teamMembers: team,
    availabilities: daysAfter(known.availabilities, availabilities, location.state),
    settings: { ...known.settings, ...settings },
  };
}

type DayWrite = zod.output<typeof availability>;

/** A date that is there already is changed or removed by its id only (calendars.json, availabilities[].id). */
function daysAfter(known: Availability[], writes: DayWrite[], state: State): Availability[] {
  const days = new Map(known.map((one) => [one.id, one]));
  for (const { id, date, hours: open, deleted } of writes) {
    const sameDay = [...days.values()].find((one) => one.date === date);
    if (id !== undefined && !days.has(id)) throw fail(400, `Availability with id ${id} not found`);
    if (id === undefined && sameDay) throw fail(400, 'Availability for this date already exists');
    if (id !== undefined && deleted) days.delete(id);
    else if (!deleted) {
      const day = { id: id ?? state.newId('hex'), date, hours: open };
      days.set(day.id, day);
    }
  }
  return [...days.values()];
}
