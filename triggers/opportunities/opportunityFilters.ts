import * as zod from 'zod';
import { choice, dayOf, isDay, text, yesNo } from '../../fields/common.ts';
import {
  campaignId,
  contactId,
  country,
  opportunityId,
  pipelineId,
  pipelineStageId,
  userId,
} from '../../fields/ids.ts';
import { opportunityStatuses } from '../../records/opportunities.ts';

const pickedDay = (label: string, helpText: string) =>
  zod
    .string()
    .refine((picked) => isDay(dayOf(picked)), 'must be a date, for example 2026-12-03.')
    .meta({ label, type: 'datetime', helpText });

/** Every filter of `GET /opportunities/search`; `opportunityPages` has paging and order. */
export const opportunityFilters = {
  pipelineId: pipelineId.optional(),
  pipelineStageId: pipelineStageId.optional(),
  status: choice('Status', { all: 'Any status', ...opportunityStatuses }).default('all'),
  assignedTo: userId.meta({ label: 'Assigned User' }).optional(),
  contactId: contactId.optional(),
  query: text(
    'Search Text',
    'Only opportunities that contain this text, for example a name, an email or a phone number.',
  ).optional(),
  date: pickedDay(
    'Changed From',
    'Only opportunities that last changed on or after this day.',
  ).optional(),
  endDate: pickedDay(
    'Changed To',
    'Only opportunities that last changed on or before this day.',
  ).optional(),
  country: country.optional(),
  campaignId: campaignId.optional(),
  id: opportunityId.meta({ helpText: 'Only this opportunity.' }).optional(),
  getNotes: yesNo('With Notes', 'Adds the contact’s notes to each result.').optional(),
  getTasks: yesNo('With Tasks', 'Adds the contact’s tasks to each result.').optional(),
  getCalendarEvents: yesNo(
    'With Appointments',
    'Adds the contact’s appointments to each result.',
  ).optional(),
};
