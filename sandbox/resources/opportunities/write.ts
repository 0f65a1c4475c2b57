import { fail } from '../../gateway/errors.ts';
import type { Opportunity } from '../../seed/opportunity.ts';
import { lostReasons, pipelines } from '../../seed/pipelines.ts';
import type { Location } from '../../state/state.ts';
import { customValuesAfter } from '../customValues.ts';
import { definedOnly, existing } from '../records.ts';
import type { Write } from './schema.ts';

/** An opportunity without anything in it. */
export const emptyOpportunity = (id: string, now: number): Opportunity => ({
  id,
  name: '',
  monetaryValue: 0,
  pipelineId: '',
  pipelineStageId: '',
  status: 'open',
  lostReasonId: null,
  contactId: null,
  assignedTo: null,
  source: null,
  followers: [],
  customFields: [],
  forecastExpectedCloseDate: null,
  forecastProbability: null,
  createdAt: now,
  updatedAt: now,
  lastStatusChangeAt: now,
  lastStageChangeAt: now,
});

/** The opportunity with what was written to it; a new pipeline without a stage starts at the first one. */
export function opportunityAfter(
  known: Opportunity,
  location: Location,
  write: Write,
  now: number,
): Opportunity {
  const { customFields: values, lostReasonId, ...plain } = write;
  const next: Opportunity = { ...known, ...definedOnly(plain), updatedAt: now };
  next.pipelineStageId = stageAfter(next, location, write);
  if (next.pipelineStageId !== known.pipelineStageId) next.lastStageChangeAt = now;
  if (next.status !== known.status) next.lastStatusChangeAt = now;
  next.lostReasonId = lostReasonAfter(next, location, lostReasonId);
  if (values) {
    next.customFields = customValuesAfter(known.customFields, location, 'opportunity', values);
  }
  return next;
}

function stageAfter(next: Opportunity, location: Location, write: Write): string {
  const pipeline = pipelines(location).get(next.pipelineId);
  if (!pipeline) throw fail(400, 'The pipeline id is invalid.');
  const stages = pipeline.stages.map(({ id }) => id);
  if (stages.includes(next.pipelineStageId)) return next.pipelineStageId;
  if (write.pipelineStageId) throw fail(400, 'The pipeline stage id is invalid.');
  return stages[0] ?? '';
}

/** Only a lost opportunity has a reason. */
function lostReasonAfter(
  { status, lostReasonId: known }: Opportunity,
  location: Location,
  id: string | undefined,
): string | null {
  if (id !== undefined) existing(lostReasons(location).get(id), 'Lost reason', id);
  return status === 'lost' ? (id ?? known) : null;
}
