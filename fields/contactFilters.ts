import * as zod from 'zod';
import { choice, isDay, text } from './common.ts';
import { chosen } from './ids.ts';

const operators = {
  eq: 'is',
  not_eq: 'is not',
  contains: 'contains',
  not_contains: 'does not contain',
  exists: 'is filled in',
  not_exists: 'is empty',
  gte: 'is at least, or on or after',
  lte: 'is at most, or on or before',
  between: 'is between',
} as const;

/** Fields of a contact that the search can filter by; custom fields come from the sub-account. */
export const filterFields: Record<string, string> = {
  email: 'Email',
  phone: 'Phone',
  firstNameLowerCase: 'First Name',
  lastNameLowerCase: 'Last Name',
  companyName: 'Company Name',
  tags: 'Tag',
  type: 'Contact Type',
  source: 'Source',
  assignedTo: 'Assigned User ID',
  followers: 'Follower ID',
  dnd: 'Do Not Disturb',
  address: 'Street Address',
  city: 'City',
  state: 'State or Region',
  postalCode: 'Postal Code',
  country: 'Country Code',
  website: 'Website',
  timezone: 'Time Zone',
  businessId: 'Business ID',
  businessName: 'Business Name',
  dateOfBirth: 'Date of Birth',
  dateAdded: 'Date Added',
  dateUpdated: 'Date Updated',
  lastAppointment: 'Last Appointment',
  validEmail: 'Email Is Valid',
};

const isDate = (field: string) => /^(date|last)/.test(field) && field !== 'lastNameLowerCase';
const isLower = (field: string) => field.endsWith('LowerCase');
const isFlag = (field: string) => field === 'dnd' || field === 'validEmail';

const filter = zod.object({
  field: chosen('Field', 'list_contact_filter_fields.id.name'),
  operator: choice('Condition', operators),
  value: text('Value', 'Dates as 2026-03-31, yes or no as true or false.').optional(),
  to: text('Up To', 'Only for “is between”: the other end.').optional(),
});

const day = 86_400_000;

/** A day, or a moment in ISO 8601, in epoch milliseconds; NaN for what only looks like a date to JavaScript (“call 5”). */
const momentOf = (value: string): number =>
  isDay(value.slice(0, 10)) && /^.{10}([T ]\d{2}:\d{2}.*)?$/.test(value)
    ? Date.parse(value)
    : Number.NaN;

/** A value as the search index holds it: epoch milliseconds for dates (reality d.0 ⚡7), lower case for names. */
const valueFor = (field: string, value: string): string | number | boolean => {
  if (isDate(field)) return momentOf(value);
  if (isFlag(field)) return /^(true|yes|1)$/i.test(value);
  if (isLower(field)) return value.toLowerCase();
  return value;
};

/** The upper end of a range: of a day without a time, its last millisecond. */
const endFor = (field: string, value: string): string | number | boolean =>
  isDate(field) && isDay(value) ? momentOf(value) + day - 1 : valueFor(field, value);

/**
 * The filter form as the search wants it (`POST /contacts/search`): flat `gte` and `lte` are refused there, so ends
 * go into `operator: 'range'`.
 */
export const contactFilters = zod
  .array(
    filter.superRefine(({ field, operator, value, to }, context) => {
      const needs = operator !== 'exists' && operator !== 'not_exists';
      if (needs && value === undefined)
        context.addIssue({
          code: 'custom',
          path: ['value'],
          message: 'is required for this condition.',
        });
      if (operator === 'between' && to === undefined)
        context.addIssue({
          code: 'custom',
          path: ['to'],
          message: 'is required for “is between”.',
        });
      for (const [name, one] of Object.entries({ value, to })) {
        if (one !== undefined && isDate(field) && Number.isNaN(momentOf(one))) {
          context.addIssue({
            code: 'custom',
            path: [name],
            message: 'must be a date, for example 2026-03-31.',
          });
        }
      }
    }),
  )
  .transform((rows) =>
    rows.map(({ field, operator, value = '', to = '' }) => {
      if (operator === 'exists' || operator === 'not_exists') return { field, operator };
      const from = valueFor(field, value);
      if (operator === 'gte') return { field, operator: 'range', value: { gte: from } };
      if (operator === 'lte')
        return { field, operator: 'range', value: { lte: endFor(field, value) } };
      if (operator === 'between')
        return { field, operator: 'range', value: { gte: from, lte: endFor(field, to) } };
      // A date is kept to the millisecond: a record is “on” a day when it lies anywhere in it.
      if (operator === 'eq' && isDate(field))
        return { field, operator: 'range', value: { gte: from, lte: endFor(field, value) } };
      return { field, operator, value: from };
    }),
  )
  .meta({ label: 'Filters' });

/** Several filters as one list: all must hold, or any of them. */
export const joined = (filters: unknown[] | undefined, match: 'all' | 'any') =>
  match === 'any' && filters && filters.length > 1 ? [{ group: 'OR', filters }] : filters;
