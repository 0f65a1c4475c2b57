import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { optionalText, text } from '../../gateway/schemas.ts';
import { opportunities } from '../../seed/opportunities.ts';
import type { Opportunity } from '../../seed/opportunity.ts';
import type { Location } from '../../state/state.ts';
import { contactOf } from '../contacts/access.ts';
import { opportunityOf, reading, writing } from './access.ts';
import { customValues, forecast, statusSchema, written, writtenV3 } from './schema.ts';
import { wholeOpportunity } from './shown.ts';
import { emptyOpportunity, opportunityAfter } from './write.ts';

const createBody = zod.strictObject({
  ...written,
  locationId: text,
  pipelineId: text,
  name: text,
  status: statusSchema,
  contactId: text,
  customFields: customValues,
});

const updateBody = zod.strictObject({ ...written, customFields: customValues });

const upsertBody = zod.strictObject({
  ...written,
  id: optionalText,
  locationId: text,
  pipelineId: text,
  followers: zod.array(zod.string()),
  isRemoveAllFollowers: zod.boolean(),
  followersActionType: zod.enum(['add', 'remove']),
  lostReasonId: optionalText,
});

export const opportunityRecords = [
  endpoint('GET /opportunities/{id}', reading, ({ path, location }) => ({
    opportunity: wholeOpportunity(opportunityOf(location, path.id), location),
  })),

  /** Only with the trailing slash; without it 404 (api#slash-of-the-create). */
  endpoint(
    'POST /opportunities/',
    { ...writing, status: 201, body: createBody, v3: { body: createBody.extend(writtenV3) } },
    ({ body: { locationId: _, contactId, ...write }, location, state, now }) => {
      const contact = contactOf(location, contactId);
      const empty = emptyOpportunity(state.newId(), now);
      const opportunity = opportunityAfter(
        { ...empty, contactId: contact.id },
        location,
        write,
        now,
      );
      refuseTwin(location, opportunity);
      opportunities(location).set(opportunity);
      return { opportunity: wholeOpportunity(opportunity, location) };
    },
  ),

  /** The contact cannot be changed (api#opportunity-update); one property alone is fine. */
  endpoint(
    'PUT /opportunities/{id}',
    { ...writing, body: updateBody, v3: { body: updateBody.extend(writtenV3) } },
    ({ path, body, location, now }) => {
      const known = opportunityOf(location, path.id);
      const opportunity = opportunityAfter(known, location, body, now);
      if (opportunity.pipelineId !== known.pipelineId) refuseTwin(location, opportunity);
      opportunities(location).set(opportunity);
      return { opportunity: wholeOpportunity(opportunity, location) };
    },
  ),

  endpoint(
    'PUT /opportunities/{id}/status',
    { ...writing, body: zod.strictObject({ status: statusSchema, lostReasonId: optionalText }) },
    ({ path, body, location, generation, now }) => {
      const known = opportunityOf(location, path.id);
      opportunities(location).set(opportunityAfter(known, location, body, now));
      return { succeded: true, ...(generation === 'v3' && { success: true }) };
    },
  ),

  /** Updates by id only; the document declares neither contactId nor customFields (api#opportunity-upsert). */
  endpoint(
    'POST /opportunities/upsert',
    { ...writing, body: upsertBody, v3: { body: upsertBody.extend(forecast) } },
    ({ body, location, state, now }) => {
      const { id, locationId: _, followers, isRemoveAllFollowers, ...rest } = body;
      const { followersActionType, ...write } = rest;
      const known = id ? opportunityOf(location, id) : undefined;
      const next = opportunityAfter(
        known ?? emptyOpportunity(state.newId(), now),
        location,
        write,
        now,
      );
      const held = isRemoveAllFollowers ? [] : next.followers;
      next.followers =
        followersActionType === 'add'
          ? [...new Set([...held, ...followers])]
          : held.filter((user) => !followers.includes(user));
      if (next.pipelineId !== known?.pipelineId) refuseTwin(location, next);
      opportunities(location).set(next);
      return { opportunity: wholeOpportunity(next, location), new: !known };
    },
  ),

  /** The flag is `success` here (api#success-flags), whatever the document says. */
  endpoint('DELETE /opportunities/{id}', writing, ({ path, location }) => {
    opportunities(location).delete(opportunityOf(location, path.id).id);
    return { success: true };
  }),
];

/** A contact has one open opportunity in a pipeline, unless the sub-account allows more (api#duplicate-opportunity). */
function refuseTwin(location: Location, { id, contactId, pipelineId }: Opportunity): void {
  if (location.record.settings.allowDuplicateOpportunity || !contactId) return;
  const isTwin = (one: Opportunity) =>
    one.id !== id &&
    one.contactId === contactId &&
    one.pipelineId === pipelineId &&
    one.status === 'open';
  for (const one of opportunities(location).values()) {
    if (isTwin(one)) {
      throw fail(400, {
        code: 'OPPORTUNITY_NO_DUPLICATE',
        message: 'Can not create duplicate opportunity for the contact.',
        meta: { existingId: one.id },
      });
    }
  }
}
