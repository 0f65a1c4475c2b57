import * as zod from 'zod';
import { asObject, type JsonObject, withoutBlanks } from '../lib/values.ts';
import { choice, number, yesNo } from './common.ts';
import { availabilities, openHours } from './openHours.ts';

const inAvailability = { group: 'Availability' } as const;

/** Which hours count. The API takes 0, 1 and, for both, null (calendars.json, availabilityType). */
const availabilityType = choice('Availability Type', {
  0: 'Opening hours only',
  1: 'Certain dates only',
  both: 'Opening hours and certain dates',
})
  .transform((value) => (value === 'both' ? null : Number(value)))
  .meta(inAvailability);

/** Hides some of the free slots (calendars.json, LookBusyConfiguration). */
const lookBusyConfig = zod
  .object({
    enabled: yesNo('Look Busy', 'Hides some free slots from people who book.').optional(),
    LookBusyPercentage: number('Look Busy Percentage', 'The share of free slots to hide.')
      .min(0, 'must be between 0 and 100')
      .max(100, 'must be between 0 and 100')
      .optional(),
  })
  .meta(inAvailability);

/** The section “Availability” of a calendar (calendars.json, CalendarUpdateDTO). */
export const calendarAvailability = {
  openHours: openHours.meta(inAvailability).optional(),
  availabilities: availabilities.meta(inAvailability).optional(),
  availabilityType: availabilityType.optional(),
  lookBusyConfig: lookBusyConfig.optional(),
};

/** “Look Busy” with both of its settings, because the API takes both or none. @param current the calendar as it is now */
export const completeLookBusy = (
  input: zod.output<typeof lookBusyConfig> | undefined,
  current: JsonObject = {},
) => {
  const { enabled = true, LookBusyPercentage = 0 } = withoutBlanks(
    asObject(current.lookBusyConfig),
  );
  return input && { enabled, LookBusyPercentage, ...input };
};
