import { errors } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationOf } from '../lib/connection.ts';
import { halted } from '../lib/halted.ts';
import type { Fields } from '../lib/inputFields.ts';
import { manyOf } from '../lib/operation.ts';
import { type Caller, call, sentenceOf } from '../lib/request.ts';
import { codeOf } from '../middleware.ts';
import { workflows } from '../records/workflows.ts';
import { contactId, workflowId } from './ids.ts';

/**
 * When the event that a workflow waits for begins: ISO 8601 with offset and without fractions of a second, as the
 * document's example has it (contacts.json, `2021-06-23T03:30:00+01:00`).
 */
const eventStartTime = zod.iso
  .datetime({ offset: true })
  .transform((value) => value.replace(/\.\d+/, '').replace(/Z$/, '+00:00'))
  .meta({
    label: 'Event Start Time',
    helpText: 'Only for workflows that wait for the time of an event.',
  });

/** Who and which workflow. */
export const enrolment = { contactId, workflowId, eventStartTime: eventStartTime.optional() };

/** Where the workflows are listed, with their states. */
export const workflowsRoute = 'GET /workflows/';

/** Where a contact is taken out of a workflow. */
export const leaveRoute = 'DELETE /contacts/{contactId}/workflow/{workflowId}';

/** Refuses what HighLevel answers with 200 and does not do: enrolling somebody in a draft (reality d.8). */
export const refuseDraft = async (caller: Caller, id: string): Promise<void> => {
  const answer = await call(caller, workflowsRoute, { locationId: locationOf(caller.bundle) });
  const draft = manyOf(answer, workflows).find(
    (one) => String(one.id) === id.trim() && one.status === 'draft',
  );
  if (!draft) return;
  throw halted(
    `The workflow “${draft.name}” is a draft, and HighLevel enrolls nobody in a draft, though it would say that it did. Publish the workflow in HighLevel, then run this step again.`,
  );
};

const notInIt = new Set(['not_found', 'invalid', 'refused']);

/** Takes a contact out of a workflow; that it was not in it is no trouble. */
export const leave = async (caller: Caller, who: Fields): Promise<void> => {
  await call(caller, leaveRoute, who).catch((error: unknown) => {
    if (!notInIt.has(codeOf(error) ?? '')) throw error;
  });
};

/** Throws a refused enrolment with what came of taking the contact out first; other errors as they are. */
export const leftOut = (error: unknown): never => {
  const code = codeOf(error);
  if (!code || code === 'unavailable' || code === 'late') throw error;
  throw new errors.Error(
    `The contact is out of the workflow now: HighLevel did not take it in again. ${sentenceOf(error as Error)}`,
    code,
    422,
  );
};
