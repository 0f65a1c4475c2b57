import type { Step } from '../lib/operations.ts';
import type { Run } from '../lib/run.ts';
import { opportunityStatuses } from '../records/opportunities.ts';
import { shownIf } from './shownIf.ts';

interface Lost {
  status?: string | undefined;
  lostReasonId?: string | undefined;
}

/** Whether the opportunity may be lost: a mapped status may turn out to be “lost”. */
const mayBeLost = ({ bundle: { inputData } }: Run): boolean =>
  String(inputData.status).toLowerCase() === 'lost' ||
  !Object.hasOwn(opportunityStatuses, String(inputData.status ?? 'open'));

/** Shows “Lost Reason” if the opportunity may be lost, and sends it only if the status is “lost” in the end. */
export const fitLostReason: Step<Lost> = {
  ...shownIf('lostReasonId', mayBeLost),
  before: (_, { status }) => (status === 'lost' ? undefined : { lostReasonId: undefined }),
};
