import type * as zod from 'zod';
import { completeLookBusy } from '../../fields/calendarAvailability.ts';
import type { calendarBody } from '../../fields/calendars.ts';
import { asObject, isBlank, type JsonObject, objectsIn, withoutBlanks } from '../../lib/values.ts';

type Settings = zod.output<zod.ZodObject<typeof calendarBody>>;

/** Settings for which the document of the update names a default: if they are left out, they could fall back to it. */
const settingsWithDefaults = [
  'widgetType',
  'eventColor',
  'slotDuration',
  'slotInterval',
  'enableRecurring',
  'formSubmitType',
];

const recurringSettings = ['freq', 'count', 'bookingOption', 'bookingOverlapDefaultStatus'];

/** Those of the named settings that the calendar has. */
const pickSettings = (current: JsonObject, names: string[]): JsonObject =>
  withoutBlanks(Object.fromEntries(names.map((name) => [name, current[name]])));

const dayOf = (date: unknown): string => String(date).slice(0, 10);

/** Dates that the calendar has already get their id, without which HighLevel would not find them. */
const keepDateIds = (dates: Settings['availabilities'], current: JsonObject) => {
  const known = objectsIn(current.availabilities);
  return dates?.map((one) => {
    const { id, _id = id } = known.find(({ date }) => dayOf(date) === dayOf(one.date)) ?? {};
    return isBlank(_id) ? one : { ...one, id: _id };
  });
};

/**
 * The request of an update: what was not filled in stays as it is.
 * @param values `current` is the calendar as it is now
 */
export const keepSettings = <Values extends Settings & { current?: JsonObject }>({
  current = {},
  ...values
}: Values) => ({
  ...pickSettings(current, settingsWithDefaults),
  ...values,
  lookBusyConfig: completeLookBusy(values.lookBusyConfig, current),
  recurring: values.recurring && {
    ...pickSettings(asObject(current.recurring), recurringSettings),
    ...values.recurring,
  },
  availabilities: keepDateIds(values.availabilities, current),
});
