import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, dayOf, isDay, locationId, text, yesNo } from '../../fields/common.ts';
import {
  campaignId,
  contactId,
  country,
  opportunityId,
  pipelineId,
  pipelineStageId,
  userId,
} from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { opportunities, opportunityStatuses } from '../../records/opportunities.ts';
import {
  equalTo,
  opportunityPages,
  opportunitySearchPages,
  withoutDetails,
} from '../../records/opportunityPages.ts';
import { assertWatchedStage } from '../../records/pipelines.ts';

const pickedDay = (label: string, helpText: string) =>
  zod
    .string()
    .refine((picked) => isDay(dayOf(picked)), 'must be a date, for example 2026-12-03.')
    .meta({ label, type: 'datetime', helpText });

/** Characters that `POST /opportunities/search` takes as a text. */
const longestQuery = 75;

/** A picked day as `mm-dd-yyyy` (opportunities.json, `date`). */
const monthDayYear = (picked: string | undefined) =>
  picked && dayOf(picked).replace(/^(\d{4})-(\d{2}-\d{2})$/, '$2-$1');

const input = zod.object({
  locationId,
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
});

const asQuery = ({
  locationId: location_id,
  pipelineId: pipeline_id,
  pipelineStageId: pipeline_stage_id,
  contactId: contact_id,
  assignedTo: assigned_to,
  query: q,
  date,
  endDate,
  ...rest
}: zod.output<typeof input>) => ({
  location_id,
  pipeline_id,
  pipeline_stage_id,
  contact_id,
  assigned_to,
  q,
  date: monthDayYear(date),
  endDate: monthDayYear(endDate),
  ...rest,
});

/**
 * The same for `POST /opportunities/search` (api#opportunity-search), which gives the list in order, but knows neither
 * country nor campaign, and no longer texts. The days are kept to by the record type.
 */
const asSearch = (values: zod.output<typeof input>) => {
  const { locationId: location, query = '', country: lives, campaignId: campaign } = values;
  if (lives || campaign || query.length > longestQuery) return undefined;
  const equal = {
    id: values.id,
    pipeline_id: values.pipelineId,
    pipeline_stage_id: values.pipelineStageId,
    status: values.status === 'all' ? undefined : values.status,
    assigned_to: values.assignedTo,
    contact_id: values.contactId,
  };
  return {
    locationId: location,
    query,
    filters: equalTo(equal),
    additionalDetails: {
      ...withoutDetails,
      notes: values.getNotes ?? false,
      tasks: values.getTasks ?? false,
      calendarEvents: values.getCalendarEvents ?? false,
    },
  };
};

export default defineTrigger({
  key: 'search_opportunities',
  noun: 'Opportunity',
  display: {
    label: 'Search Opportunities',
    description: 'Triggers when an opportunity that matches your search is added or changes.',
  },
  operation: trigger('GET /opportunities/search', {
    input,
    request: async (values, run) => {
      await assertWatchedStage(run, values.pipelineId, values.pipelineStageId);
      return asQuery(values);
    },
    record: opportunities,
    paging: opportunityPages,
    ordered: {
      route: 'POST /opportunities/search',
      request: asSearch,
      record: opportunities,
      paging: opportunitySearchPages,
    },
  }),
});
