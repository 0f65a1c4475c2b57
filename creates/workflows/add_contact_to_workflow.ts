import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, yesNo } from '../../fields/common.ts';
import { enrollment } from '../../fields/workflows.ts';
import { listIn } from '../../lib/api/answers.ts';
import { HighLevelError, kindOf } from '../../lib/api/errors.ts';
import { create, type Step } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { refuse } from '../../lib/zapier.ts';
import { workflowContact, workflows } from '../../records/workflows.ts';

const input = zod.object({
  locationId,
  ...enrollment,
  removeFirst: yesNo(
    'Remove First',
    'Removes the contact from the workflow before adding it. Otherwise HighLevel does nothing if the contact is already in the workflow.',
  ).default(false),
});

type Values = zod.output<typeof input>;

const route = 'POST /contacts/{contactId}/workflow/{workflowId}';
const listRoute = 'GET /workflows/';
const removeRoute = 'DELETE /contacts/{contactId}/workflow/{workflowId}';

/** HighLevel answers 200 to an enrollment in a draft, but does not enroll the contact (api#draft-workflows). */
const refuseDraft: Step<Values> = {
  routes: [listRoute],
  before: async (run, { locationId: location, workflowId: id }) => {
    const answer = await run.call(listRoute, { locationId: location });
    const list = listIn(answer, workflows);
    const draft = list.find((one) => String(one.id) === id && one.status === 'draft');
    if (!draft) return undefined;
    return refuse(
      `The workflow “${draft.name}” is a draft. HighLevel does not add contacts to drafts. Publish the workflow in HighLevel, then run this step again.`,
    );
  },
};

const saysNotEnrolled = (error: unknown): boolean =>
  ['not_found', 'invalid', 'refused'].includes(kindOf(error) ?? '');

/** HighLevel does not enroll a contact that is already in the workflow. */
const removeFirst: Step<Values> = {
  routes: [removeRoute],
  before: async (run, { removeFirst: isWanted, contactId, workflowId }) => {
    if (!isWanted) return undefined;
    await run.call(removeRoute, { contactId, workflowId }).catch((error: unknown) => {
      if (!saysNotEnrolled(error)) throw error;
    });
    return undefined;
  },
};

/** Throws a refused enrollment. It says that the contact was removed from the workflow before. */
const explainRemoval = (error: unknown): never => {
  if (!(error instanceof HighLevelError)) throw error;
  if (['unavailable', 'late', 'throttled', 'token'].includes(error.kind)) throw error;
  throw new HighLevelError(
    error.kind,
    `The contact was removed from the workflow, but HighLevel did not add it again. ${error.sentence}`,
    { status: 422 },
  );
};

const send = (run: Run, { removeFirst: isRemoved, locationId: _, ...body }: Values) => {
  const enrolling = run.call(route, body);
  return isRemoved ? enrolling.catch(explainRemoval) : enrolling;
};

export default defineCreate({
  key: 'add_contact_to_workflow',
  noun: 'Contact',
  display: {
    label: 'Add Contact to Workflow',
    description: 'Adds a contact to a published workflow.',
  },
  operation: create(route, {
    input,
    record: workflowContact,
    send,
    steps: [refuseDraft, removeFirst],
  }),
});
