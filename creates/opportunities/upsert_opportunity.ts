import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId, yesNo } from '../../fields/common.ts';
import { contactId, followers, opportunityId, pipelineId } from '../../fields/ids.ts';
import {
  lostReason,
  mayBeLost,
  opportunityBody,
  withFittingReason,
} from '../../fields/opportunities.ts';
import { listIn, recordIn } from '../../lib/api/answers.ts';
import { HighLevelError } from '../../lib/api/errors.ts';
import { create, findCreated } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { asObject, idOf } from '../../lib/values.ts';
import { refuse } from '../../lib/zapier.ts';
import { opportunities, upsertedOpportunity } from '../../records/opportunities.ts';
import { customFields } from '../../steps/customFields.ts';
import { keepCustomFields } from '../../steps/keptCustomFields.ts';
import { newOpportunity } from '../../steps/newOpportunity.ts';
import { shownIf } from '../../steps/shownIf.ts';
import { fitStage } from '../../steps/stages.ts';
import { writtenId } from '../../steps/writtenId.ts';

const input = zod
  .object({
    locationId,
    contactId: contactId
      .meta({
        helpText:
          'Updates the newest open opportunity of this contact in the pipeline. If the contact has none, creates a new one.',
      })
      .optional(),
    id: opportunityId
      .meta({ helpText: 'If you choose an opportunity here, it is updated.' })
      .optional(),
    ...opportunityBody,
    pipelineId,
    name: opportunityBody.name.meta({ helpText: 'Required for a new opportunity.' }),
    lostReasonId: lostReason,
    followers: followers.meta({ group: 'Followers' }).default([]),
    followersActionType: choice('What to Do with Followers', {
      add: 'Add these followers',
      remove: 'Remove these followers',
    })
      .meta({ group: 'Followers' })
      .default('add'),
    isRemoveAllFollowers: yesNo('Remove All Followers').meta({ group: 'Followers' }).default(false),
  })
  .refine(({ contactId: contact, id }) => contact || id, 'Choose a contact or an opportunity.');

const searchRoute = 'GET /opportunities/search';
const createRoute = 'POST /opportunities/';
const upsertRoute = 'POST /opportunities/upsert';

// The endpoint does not take custom fields; `keepCustomFields` writes them.
const asRequest = ({
  customField: _,
  customFields: __,
  ...values
}: zod.output<typeof input> & { customFields?: unknown }) => withFittingReason(values);

type Body = ReturnType<typeof asRequest>;

const findOpenOpportunity = async (
  run: Run,
  { locationId: location_id, contactId: contact_id, pipelineId: pipeline_id }: Body,
) => {
  const page = { status: 'open', order: 'added_desc', limit: 1 };
  const answer = await run.call(searchRoute, { location_id, contact_id, pipeline_id, ...page });
  const [newest = {}] = listIn(answer, opportunities);
  return idOf(newest);
};

const looked = { lookAgain: newOpportunity, record: upsertedOpportunity };

const createOpportunity = async (run: Run, { contactId: contact, id: _, ...body }: Body) => {
  const { followersActionType, isRemoveAllFollowers, ...values } = body;
  const { followers: chosen, lostReasonId, ...plain } = values;
  if (!plain.name) refuse('“Name” is required for a new opportunity.');
  const fresh = { status: 'open', ...plain, contactId: contact };
  const answer = await run
    .call(createRoute, fresh)
    .catch((error: unknown) => findCreated(run, { ...looked, error, body: fresh }));
  const opportunity = recordIn(answer, upsertedOpportunity) ?? {};
  if (chosen.length === 0 && !lostReasonId) return { opportunity, new: true };
  // Only the upsert takes followers and a lost reason.
  const completed = await run.call(upsertRoute, { ...body, id: writtenId(opportunity) });
  return { ...asObject(completed), new: true };
};

/** The opportunity that HighLevel says the contact has already, which the search may not show yet. */
const existing = (error: unknown): string => {
  if (error instanceof HighLevelError && error.kind === 'duplicate' && error.facts.recordId)
    return error.facts.recordId;
  throw error;
};

// The endpoint finds an opportunity by its id only, not by its contact (api#opportunity-upsert). So this searches for
// the contact’s open opportunity first, and creates a new one by the endpoint that takes a contact. If that says that
// there is one already (api#duplicate-opportunity), that one is updated.
const send = async (run: Run, body: Body) => {
  const { contactId: _, ...rest } = body;
  const update = (id: unknown) => run.call(upsertRoute, { ...rest, id });
  const id = body.id ?? (await findOpenOpportunity(run, body));
  if (id) return update(id);
  const made = await createOpportunity(run, body).catch(existing);
  return typeof made === 'string' ? update(made) : made;
};

export default defineCreate({
  key: 'upsert_opportunity',
  noun: 'Opportunity',
  display: {
    label: 'Upsert Opportunity',
    description: 'Updates the open opportunity of a contact in a pipeline, or creates one.',
  },
  operation: create(upsertRoute, {
    input,
    request: asRequest,
    record: upsertedOpportunity,
    send,
    lookAgain: newOpportunity,
    routes: [searchRoute, createRoute],
    steps: [
      fitStage,
      customFields('opportunity'),
      keepCustomFields(['field_value', 'fieldValue']),
      shownIf('lostReasonId', mayBeLost),
    ],
  }),
});
