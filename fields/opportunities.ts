import type { Run } from '../lib/run.ts';
import { choice, customInputs, number, text } from './common.ts';
import { lostReasonId, pipelineId, pipelineStageId, userId } from './ids.ts';

const statuses = { open: 'Open', won: 'Won', lost: 'Lost', abandoned: 'Abandoned' } as const;

/** The status of an opportunity; the API's `all` is for searching only (api#opportunity-status-all). */
export const status = choice('Status', statuses).meta({ altersDynamicFields: true });

/** The status to search by. */
export const statusFilter = choice('Status', { all: 'Any status', ...statuses }).default('all');

/** What create, update and upsert of an opportunity have in common (opportunities.json, UpdateOpportunityDto). */
export const opportunityBody = {
  pipelineId: pipelineId.optional(),
  pipelineStageId: pipelineStageId.optional(),
  name: text('Name').optional(),
  status: status.optional(),
  monetaryValue: number('Value', 'An amount in the currency of the sub-account.').optional(),
  assignedTo: userId.meta({ label: 'Assigned User' }).optional(),
  customField: customInputs.optional(),
};

/** Why the opportunity was lost; the form shows it where the status is “Lost” or not known before the run. */
export const lostReason = lostReasonId
  .meta({ helpText: 'Counts only where the status is “Lost”.' })
  .optional();

/** Whether the reason counts; a mapped status may turn out to be “lost”. */
export const mayBeLost = ({ bundle: { inputData } }: Run): boolean =>
  inputData.status === 'lost' || !Object.hasOwn(statuses, String(inputData.status ?? 'open'));

/** The request without a reason that does not fit its status, as when the status is mapped. */
export const withFittingReason = <
  Body extends { status?: string | undefined; lostReasonId?: string | undefined },
>({
  lostReasonId: reason,
  ...body
}: Body) => ({ ...body, ...(body.status === 'lost' && reason ? { lostReasonId: reason } : {}) });
