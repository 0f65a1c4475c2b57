import { opportunityStatuses } from '../records/opportunities.ts';
import { choice, customInputs, date, money, number, text } from './common.ts';
import { lostReasonId, pipelineId, pipelineStageId, userId } from './ids.ts';

/** The status of an opportunity; the API's `all` is for searching only (api#opportunity-status-all). */
export const status = choice('Status', opportunityStatuses).meta({ altersDynamicFields: true });

/**
 * What create, update and upsert of an opportunity have in common (opportunities.json, UpdateOpportunityDto; the forecast
 * by opportunities-v3.json, UpdateOpportunityDtoV3).
 */
export const opportunityBody = {
  pipelineId: pipelineId.optional(),
  pipelineStageId: pipelineStageId.optional(),
  name: text('Name').optional(),
  status: status.optional(),
  monetaryValue: money('Value', 'An amount in the currency of the sub-account.').optional(),
  assignedTo: userId.meta({ label: 'Assigned User' }).optional(),
  forecastExpectedCloseDate: date(
    'Expected Close Date',
    'The day on which you expect to win this.',
  ).optional(),
  forecastProbability: number('Forecast Probability', 'In percent, from 0 to 100.')
    .min(0, 'must be between 0 and 100')
    .max(100, 'must be between 0 and 100')
    .optional(),
  customField: customInputs.optional(),
};

/** Why the opportunity was lost. The form shows it if the status is “Lost”, or unknown before the run. */
export const lostReason = lostReasonId
  .meta({ helpText: 'Used only if the status is “Lost”.' })
  .optional();
