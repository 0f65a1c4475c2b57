import * as zod from 'zod';
import { parseYesNo } from '../lib/values.ts';
import { zonedIso } from '../lib/zones.ts';
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
  value: text(
    'Value',
    'Dates as 2026-03-31, in the time zone of your Zap. Yes or no as true or false.',
  ).optional(),
  to: text('Up To', 'Only for “is between”: the other end.').optional(),
});

const day = 86_400_000;

/**
 * A day, or a moment in ISO 8601, in epoch milliseconds; NaN for what only looks like a date to JavaScript (“call 5”).
 * Without a zone of its own it is meant in the zone of the Zap, but a birthday is a day in UTC (api#date-fields).
 */
const momentOf = (value: string, field: string, zone: string): number => {
  if (!isDay(value.slice(0, 10)) || !/^.{10}([T ]\d{2}:\d{2}.*)?$/.test(value)) return Number.NaN;
  const local = isDay(value) ? `${value}T00:00` : value;
  return Date.parse(String(field === 'dateOfBirth' ? value : zonedIso(local, zone)));
};

/** A value as the search index holds it: epoch milliseconds for dates (api#dates-in-a-range), lower case for names. */
const valueFor = (field: string, value: string, zone: string): string | number | boolean => {
  if (isDate(field)) return momentOf(value, field, zone);
  if (isFlag(field)) return parseYesNo(value) ?? value;
  if (isLower(field)) return value.toLowerCase();
  return value;
};

/** The upper end of a range: of a day without a time, its last millisecond. */
const endFor = (field: string, value: string, zone: string): string | number | boolean => {
  if (!isDate(field) || !isDay(value)) return valueFor(field, value, zone);
  const next = new Date(Date.parse(value) + day).toISOString().slice(0, 10);
  return momentOf(next, field, zone) - 1;
};

/** The filter form: one line for each filter. */
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
      if (value !== undefined && isFlag(field) && needs && parseYesNo(value) === undefined)
        context.addIssue({ code: 'custom', path: ['value'], message: 'must be yes or no.' });
      for (const [name, one] of Object.entries({ value, to })) {
        if (one !== undefined && isDate(field) && Number.isNaN(momentOf(one, field, ''))) {
          context.addIssue({
            code: 'custom',
            path: [name],
            message: 'must be a date, for example 2026-03-31.',
          });
        }
      }
    }),
  )
  .meta({ label: 'Filters' });

type Filters = zod.output<typeof contactFilters>;

/**
 * The filters as the search wants them (`POST /contacts/search`): flat `gte` and `lte` are refused there, so ends go
 * into `operator: 'range'`.
 * @param zone in which days are meant; UTC without one
 */
export const asSearched = (filters: Filters | undefined, zone = '') =>
  filters?.map(({ field, operator, value = '', to = '' }) => {
    if (operator === 'exists' || operator === 'not_exists') return { field, operator };
    const from = valueFor(field, value, zone);
    const range = (ends: object) => ({ field, operator: 'range', value: ends });
    if (operator === 'gte') return range({ gte: from });
    if (operator === 'lte') return range({ lte: endFor(field, value, zone) });
    if (operator === 'between') return range({ gte: from, lte: endFor(field, to, zone) });
    // A date is kept to the millisecond: a record is “on” a day when it lies anywhere in it.
    if (operator === 'eq' && isDate(field))
      return range({ gte: from, lte: endFor(field, value, zone) });
    return { field, operator, value: from };
  });

/** Several filters as one list: all must hold, or any of them. */
export const joined = (filters: unknown[] | undefined, match: 'all' | 'any') =>
  match === 'any' && filters && filters.length > 1 ? [{ group: 'OR', filters }] : filters;
