import { listIn } from '../lib/api/answers.ts';
import { record } from '../lib/record.ts';

const sample = {
  id: 'BqTwX8QFwXzpegMve9EQ',
  locationId: 've9EPM428h8vShlRW1KT',
  name: 'Hygiene',
  description: 'Check-ups and cleanings',
  slug: 'hygiene',
  isActive: true,
};
const labels = { locationId: 'Sub-Account ID' };

/** A calendar group (calendars.json, GroupDTO). */
export const calendarGroup = record({ noun: 'calendar group', one: 'group', sample, labels });

/** The calendar groups of a sub-account; they have no change date. */
export const calendarGroups = record({ noun: 'calendar group', many: 'groups', sample, labels });

/** The chosen one of those groups, since no endpoint gives a single one. */
export const groupOfList = record({
  noun: 'calendar group',
  sample,
  labels,
  parse: (answer, { values }) =>
    listIn(answer, calendarGroups).filter(({ id }) => String(id) === values?.groupId),
});

/** A group after it was switched on or off: the API says `{ success }` only. */
export const groupStatus = record({
  noun: 'calendar group',
  sample: { id: sample.id, isActive: false, success: true },
  complete: ([answer = {}], { input }) => [
    { success: true, ...answer, id: input.groupId, isActive: input.isActive },
  ],
});

/** Whether a slug is free (calendars.json, ValidateGroupSlugSuccessResponseDTO). */
export const slugCheck = record({
  noun: 'slug',
  sample: { slug: 'hygiene', available: true },
  labels: { available: 'Is Available' },
  complete: ([answer = {}], { input }) => [{ ...answer, slug: input.slug }],
});
