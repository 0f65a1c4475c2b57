import * as zod from 'zod';
import { choice, text } from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { opportunityStatuses } from '../../records/opportunities.ts';
import { operators } from './filterFields.ts';

const statuses = Object.values(opportunityStatuses).join(', ');

const filter = zod.object({
  field: chosen('Field', 'list_contact_filter_fields.id.name'),
  operator: choice('Condition', operators),
  value: text(
    'Value',
    `Write a date as 2026-03-31 (in the time zone of your Zap), a phone number with its country code, and yes or no for a field such as “Do Not Disturb”. For a user, a workflow, a pipeline, a stage or a country, write its name. A status is one of ${statuses}.`,
  ).optional(),
  to: text('Up To', 'The other end. Used only with “is between”.').optional(),
});

/** The filters of the form: one line for each, and whether all must hold. */
export const contactFilters = {
  filters: zod.array(filter).meta({ label: 'Filters' }).optional(),
  match: choice('Contacts Must Match', {
    all: 'All filters',
    any: 'At least one filter',
  }).default('all'),
};

/** A filter as it is filled in. */
export type ContactFilter = zod.output<typeof filter>;
