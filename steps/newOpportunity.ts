import type { LookAgain } from '../lib/operations.ts';
import { isSameText } from '../lib/values.ts';
import { opportunities } from '../records/opportunities.ts';

/**
 * Where an opportunity that was perhaps just made is looked for. The search lags (api#search-index-lag), so what it does
 * not show may be there all the same.
 */
export const newOpportunity: LookAgain<{
  locationId: string;
  contactId?: string | undefined;
  pipelineId: string;
  name?: string | undefined;
}> = {
  route: 'GET /opportunities/search',
  request: ({ locationId, contactId, pipelineId }) => ({
    location_id: locationId,
    contact_id: contactId,
    pipeline_id: pipelineId,
    order: 'added_desc',
    limit: 20,
  }),
  record: opportunities,
  isIt: (found, { name }) => isSameText(found.name, name),
};
