import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId, yesNo } from '../../fields/common.ts';
import { contactId, followers, opportunityId, pipelineId } from '../../fields/ids.ts';
import { lostReason, opportunityBody } from '../../fields/opportunities.ts';
import { create } from '../../lib/operations.ts';
import { upsertedOpportunity } from '../../records/opportunities.ts';
import { customFields } from '../../steps/customFields.ts';
import { keepCustomFields } from '../../steps/keptCustomFields.ts';
import { fitLostReason } from '../../steps/lostReason.ts';
import { newOpportunity } from '../../steps/newOpportunity.ts';
import { fitStage } from '../../steps/stages.ts';
import { createRoute, searchRoute, updateOrCreate, upsertRoute } from './updateOrCreate.ts';

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

export default defineCreate({
  key: 'upsert_opportunity',
  noun: 'Opportunity',
  display: {
    label: 'Upsert Opportunity',
    description: 'Updates the open opportunity of a contact in a pipeline, or creates one.',
  },
  operation: create(upsertRoute, {
    input,
    // The endpoint does not take custom fields; `keepCustomFields` writes them.
    request: ({ customField: _, ...values }) => ({ ...values, customFields: undefined }),
    record: upsertedOpportunity,
    send: updateOrCreate,
    lookAgain: newOpportunity,
    routes: [searchRoute, createRoute],
    steps: [
      fitStage,
      customFields('opportunity'),
      keepCustomFields(['field_value', 'fieldValue']),
      fitLostReason,
    ],
  }),
});
