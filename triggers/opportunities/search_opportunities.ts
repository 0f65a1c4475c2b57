import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, text, yesNo } from '../../fields/common.ts';
import {
  campaignId,
  contactId,
  country,
  opportunityId,
  pipelineId,
  pipelineStageId,
  userId,
} from '../../fields/ids.ts';
import { monthDayYear, statusFilter } from '../../fields/opportunities.ts';
import { poll } from '../../lib/operation.ts';
import { opportunities, opportunityPages } from '../../records/opportunities.ts';

const input = zod
  .object({
    locationId,
    pipelineId: pipelineId.optional(),
    pipelineStageId: pipelineStageId.optional(),
    status: statusFilter,
    assignedTo: userId.meta({ label: 'Assigned User' }).optional(),
    contactId: contactId.optional(),
    query: text(
      'Search Text',
      'Only opportunities in which this text occurs, for example a name, an email or a phone number.',
    ).optional(),
    date: monthDayYear(
      'Changed From',
      'The first day on which the last change may lie.',
    ).optional(),
    endDate: monthDayYear(
      'Changed To',
      'The last day on which the last change may lie.',
    ).optional(),
    country: country.optional(),
    campaignId: campaignId.optional(),
    id: opportunityId.meta({ helpText: 'Only this one opportunity.' }).optional(),
    getNotes: yesNo('With Notes', 'Adds the notes of the contact to each result.').optional(),
    getTasks: yesNo('With Tasks', 'Adds the tasks of the contact to each result.').optional(),
    getCalendarEvents: yesNo(
      'With Appointments',
      'Adds the appointments of the contact to each result.',
    ).optional(),
  })
  .transform(
    ({
      locationId: location_id,
      pipelineId: pipeline_id,
      pipelineStageId: pipeline_stage_id,
      contactId: contact_id,
      assignedTo: assigned_to,
      query: q,
      ...rest
    }) => ({ location_id, pipeline_id, pipeline_stage_id, contact_id, assigned_to, q, ...rest }),
  );

export default defineTrigger({
  key: 'search_opportunities',
  noun: 'Opportunity',
  display: {
    label: 'Search Opportunities',
    description: 'Triggers when an opportunity that fits your search is new or changes.',
  },
  operation: poll('GET /opportunities/search', input, opportunities, opportunityPages),
});
