import { HighLevelError, kindOf } from '../../lib/api/errors.ts';
import type { Step } from '../../lib/operations.ts';

interface Values {
  contactId: string;
  workflowId: string;
  removeFirst: boolean;
}

const removeRoute = 'DELETE /contacts/{contactId}/workflow/{workflowId}';

const saysNotEnrolled = (error: unknown): boolean =>
  ['not_found', 'invalid', 'refused'].includes(kindOf(error) ?? '');

/** “Remove First”: HighLevel does not enroll a contact that is already in the workflow. */
export const removeBefore: Step<Values> = {
  routes: [removeRoute],
  before: async (run, { removeFirst, contactId, workflowId }) => {
    if (!removeFirst) return undefined;
    await run.call(removeRoute, { contactId, workflowId }).catch((error: unknown) => {
      if (!saysNotEnrolled(error)) throw error;
    });
    return undefined;
  },
};

/** Throws a refused enrollment; if the contact was removed from the workflow before, it says so. */
export const explainRemoval = (error: unknown, { removeFirst }: Values): never => {
  if (!removeFirst || !(error instanceof HighLevelError)) throw error;
  if (['unavailable', 'late', 'throttled', 'token'].includes(error.kind)) throw error;
  throw new HighLevelError(
    error.kind,
    `The contact was removed from the workflow, but HighLevel did not add it again. ${error.sentence}`,
    { status: 422 },
  );
};
