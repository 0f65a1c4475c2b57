import { listIn, recordIn } from '../../lib/api/answers.ts';
import { HighLevelError } from '../../lib/api/errors.ts';
import { findCreated } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { asObject, idOf, type JsonObject } from '../../lib/values.ts';
import { refuse } from '../../lib/zapier.ts';
import { opportunities, upsertedOpportunity } from '../../records/opportunities.ts';
import { newOpportunity } from '../../steps/newOpportunity.ts';
import { writtenId } from '../../steps/writtenId.ts';

/** Finds the open opportunity of a contact. */
export const searchRoute = 'GET /opportunities/search';

/** Creates an opportunity for a contact. */
export const createRoute = 'POST /opportunities/';

/** Updates an opportunity by its id; does not find one by its contact (api#opportunity-upsert). */
export const upsertRoute = 'POST /opportunities/upsert';

type Body = JsonObject & {
  locationId: string;
  contactId?: string | undefined;
  id?: string | undefined;
  pipelineId: string;
  name?: string | undefined;
  followers: string[];
  lostReasonId?: string | undefined;
};

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

const createOpportunity = async (run: Run, { contactId, id: _, ...body }: Body) => {
  const { followersActionType, isRemoveAllFollowers, ...values } = body;
  const { followers, lostReasonId, ...plain } = values;
  if (!plain.name) refuse('“Name” is required for a new opportunity.');
  const fresh = { status: 'open', ...plain, contactId };
  const answer = await run
    .call(createRoute, fresh)
    .catch((error: unknown) => findCreated(run, { ...looked, error, body: fresh }));
  const opportunity = recordIn(answer, upsertedOpportunity) ?? {};
  if (followers.length === 0 && !lostReasonId) return { opportunity, new: true };
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

/**
 * Updates the chosen opportunity, or the contact’s open one; creates one if there is none. If HighLevel says then that
 * there is one already (api#duplicate-opportunity), that one is updated.
 */
export const updateOrCreate = async (run: Run, body: Body) => {
  const { contactId: _, ...rest } = body;
  const update = (id: unknown) => run.call(upsertRoute, { ...rest, id });
  const id = body.id ?? (await findOpenOpportunity(run, body));
  if (id) return update(id);
  const made = await createOpportunity(run, body).catch(existing);
  return typeof made === 'string' ? update(made) : made;
};
