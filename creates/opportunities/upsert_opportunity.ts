import { type Bundle, defineCreate, type ZObject } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId, yesNo } from '../../fields/common.ts';
import { withCustomFields } from '../../fields/customFields.ts';
import { contactId, followers, opportunityId, pipelineId } from '../../fields/ids.ts';
import { keepingCustomFields } from '../../fields/keptValues.ts';
import {
  lostReason,
  mayBeLost,
  opportunityBody,
  withFittingReason,
} from '../../fields/opportunities.ts';
import { shownWhen } from '../../fields/shown.ts';
import { halted } from '../../lib/halted.ts';
import { formOf } from '../../lib/inputFields.ts';
import { calls, manyOf, oneOf, withForm } from '../../lib/operation.ts';
import { finish, type Raw } from '../../lib/record.ts';
import { call, writtenId } from '../../lib/request.ts';
import { opportunities, upsertedOpportunity } from '../../records/opportunities.ts';

const form = formOf(
  zod
    .object({
      locationId,
      contactId: contactId
        .meta({
          helpText:
            'The newest open opportunity of this contact in the pipeline is updated. If there is none, a new one is created.',
        })
        .optional(),
      id: opportunityId
        .meta({ helpText: 'Only if you know the opportunity already; it is then updated.' })
        .optional(),
      ...opportunityBody,
      pipelineId,
      name: opportunityBody.name.meta({ helpText: 'A new opportunity needs one.' }),
      lostReasonId: lostReason,
      followers: followers.meta({ group: 'Followers' }).default([]),
      followersActionType: choice('What to Do with Them', {
        add: 'Add these followers',
        remove: 'Remove these followers',
      })
        .meta({ group: 'Followers' })
        .default('add'),
      isRemoveAllFollowers: yesNo('Remove All Followers')
        .meta({ group: 'Followers' })
        .default(false),
    })
    .refine(({ contactId: contact, id }) => contact || id, 'Choose a contact or an opportunity.')
    .transform(withFittingReason),
);

const search = 'GET /opportunities/search';
const create = 'POST /opportunities/';
const upsert = 'POST /opportunities/upsert';

// The endpoint updates by the opportunity's id only and knows no contact (reality d.5): so the contact's open
// opportunity is searched first, and a new one is made by the endpoint that takes a contact.
const perform = calls([upsert, search, create], async (z: ZObject, bundle: Bundle) => {
  const { contactId: contact, id, ...body } = await form.read(bundle);
  const { followers: chosen, followersActionType, isRemoveAllFollowers, ...plain } = body;
  const { lostReasonId, ...created } = plain;
  const caller = { z, bundle, labels: form.labels };
  const opened = async () => {
    const found = await call(caller, search, {
      location_id: body.locationId,
      contact_id: contact,
      pipeline_id: body.pipelineId,
      status: 'open',
      order: 'added_desc',
      limit: 1,
    });
    const [first] = manyOf(found, opportunities);
    return first?.id ?? first?._id;
  };
  const made = async () => {
    if (!body.name) throw halted('“Name” is required for a new opportunity.');
    const answer = await call(caller, create, { status: 'open', ...created, contactId: contact });
    const [opportunity = {}] = oneOf(answer, upsertedOpportunity);
    if (chosen.length === 0 && !lostReasonId) return { opportunity, new: true };
    const more = await call(caller, upsert, { ...body, id: writtenId(opportunity) });
    return { ...(more as Raw), new: true };
  };
  const known = id ?? (await opened());
  const answer = known ? await call(caller, upsert, { ...body, id: known }) : await made();
  const records = oneOf(answer, upsertedOpportunity);
  const context = { z, bundle, input: body, answer };
  const [result = {}] = await finish(records, upsertedOpportunity, context);
  return result;
});

export default defineCreate({
  key: 'upsert_opportunity',
  noun: 'Opportunity',
  display: {
    label: 'Upsert Opportunity',
    description: 'Updates the open opportunity that a contact has in a pipeline, or creates it.',
  },
  operation: withCustomFields(
    'opportunity',
    keepingCustomFields(
      shownWhen(
        'lostReasonId',
        mayBeLost,
        withForm(upsert, form, upsertedOpportunity, { perform }),
      ),
      ['field_value', 'fieldValue'],
    ),
  ),
});
