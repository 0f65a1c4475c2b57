import { asObject, isObject } from '../../lib/values.ts';

/**
 * Time zones by the names under which people look for them. Node’s list has only the first name of each; the database
 * of time zones has renamed the first group since, and HighLevel’s documents use the second.
 */
const otherNames: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
  'America/Adak': 'US/Aleutian',
  'America/Anchorage': 'US/Alaska',
  'America/Chicago': 'US/Central',
  'America/Denver': 'US/Mountain',
  'America/Detroit': 'US/Michigan',
  'America/Los_Angeles': 'US/Pacific',
  'America/New_York': 'US/Eastern',
  'America/Phoenix': 'US/Arizona',
  'Pacific/Honolulu': 'US/Hawaii',
};

const pairs = Object.entries(otherNames);

const otherNameOf = (zone: string): string | undefined =>
  otherNames[zone] ?? pairs.find(([, name]) => name === zone)?.[0];

/** The names of the zones in an answer, whose shape no document shows (api#time-zones). */
export const zonesIn = (answer: unknown): string[] => {
  const list = Array.isArray(answer) ? answer : Object.values(asObject(answer)).find(Array.isArray);
  return ((list ?? []) as unknown[])
    .map((zone) => (isObject(zone) ? (zone.value ?? zone.id ?? zone.name) : zone))
    .filter((zone) => typeof zone === 'string' && zone.includes('/'))
    .map(String);
};

/** The zones that Node knows, for when HighLevel does not show its own. */
export const allZones = (): string[] => Intl.supportedValuesOf('timeZone');

/** Zones as choices, with the other names by which people look for them. */
export const zoneChoices = (zones: string[]): { id: string; name: string }[] => {
  const listed = new Set(zones);
  return zones.map((zone) => {
    const other = otherNameOf(zone);
    const names = other && !listed.has(other) ? `${zone} (${other})` : zone;
    return { id: zone, name: names.replaceAll('_', ' ') };
  });
};
