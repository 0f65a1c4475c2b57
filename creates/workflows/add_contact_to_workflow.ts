import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, yesNo } from '../../fields/common.ts';
import { enrolment } from '../../fields/workflows.ts';
import { listIn } from '../../lib/api/answers.ts';
import { HighLevelError, kindOf, retryAdvice } from '../../lib/api/errors.ts';
import { create, type Step } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { refuse } from '../../lib/zapier.ts';
import { workflowContact, workflows } from '../../records/workflows.ts';

const input = zod.object({
  locationId,
  ...enrolment,
  removeFirst: yesNo(
    'Remove First',
    'Takes the contact out of the workflow before adding it. Without this, HighLevel does nothing where the contact is in the workflow already.',
  ).default(false),
});

type Values = zod.output<typeof input>;

const route = 'POST /contacts/{contactId}/workflow/{workflowId}';
const listRoute = 'GET /workflows/';
const removeRoute = 'DELETE /contacts/{contactId}/workflow/{workflowId}';

/** HighLevel answers with 200 to enrolling somebody in a draft, and does not do it (api#draft-workflows). */
const refuseDraft: Step<Values> = {
  routes: [listRoute],
  before: async (run, { locationId: location, workflowId: id }) => {
    const answer = await run.call(listRoute, { locationId: location });
    const list = listIn(answer, workflows, retryAdvice(run));
    const draft = list.find((one) => String(one.id) === id && one.status === 'draft');
    if (!draft) return undefined;
    return refuse(
      `The workflow “${draft.name}” is a draft, and HighLevel enrolls nobody in a draft, though it would say that it did. Publish the workflow in HighLevel, then run this step again.`,
    );
  },
};

const isNotInIt = (error: unknown): boolean =>
  ['not_found', 'invalid', 'refused'].includes(kindOf(error) ?? '');

/** A contact that is in the workflow already would not be enrolled again. */
const removeFirst: Step<Values> = {
  routes: [removeRoute],
  before: async (run, { removeFirst: isWanted, contactId, workflowId }) => {
    if (!isWanted) return undefined;
    await run.call(removeRoute, { contactId, workflowId }).catch((error: unknown) => {
      if (!isNotInIt(error)) throw error;
    });
    return undefined;
  },
};

/** Throws a refused enrolment with what came of taking the contact out first. */
const explainRemoval = (error: unknown): never => {
  if (!(error instanceof HighLevelError)) throw error;
  if (['unavailable', 'late', 'throttled', 'token'].includes(error.kind)) throw error;
  throw new HighLevelError(
    error.kind,
    `The contact is out of the workflow now: HighLevel did not take it in again. ${error.sentence}`,
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
    description: 'Enrolls a contact in a workflow that is published.',
  },
  operation: create(route, {
    input,
    record: workflowContact,
    send,
    steps: [refuseDraft, removeFirst],
  }),
});
