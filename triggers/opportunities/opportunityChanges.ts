import type { Paging } from '../../lib/polling/paging.ts';
import { timeOf } from '../../lib/time.ts';
import type { JsonObject } from '../../lib/values.ts';
import { opportunities } from '../../records/opportunities.ts';
import {
  opportunityPages,
  opportunitySearchPages,
  searchFor,
} from '../../records/opportunityPages.ts';

interface Values extends JsonObject {
  locationId: string;
  pipelineId?: string | undefined;
}

/** The request of `GET /opportunities/search`. */
export const asQuery = ({ locationId, pipelineId }: Values) => ({
  location_id: locationId,
  pipeline_id: pipelineId,
  status: 'all',
});

/** The request of `POST /opportunities/search`. */
export const asSearch = ({ locationId, pipelineId }: Values) =>
  searchFor(locationId, { pipeline_id: pipelineId });

/**
 * How changes of one kind are read: by the search that has their order (api#opportunity-search), or else whole.
 * @param field by which the search sorts
 * @param date the member that holds it
 * @param request what the search is asked for
 */
export const latestBy = (field: string, date: string, request = asSearch) => ({
  record: opportunities,
  paging: { ...opportunityPages, newest: {} } satisfies Paging,
  ordered: {
    route: 'POST /opportunities/search',
    request,
    record: opportunities,
    paging: {
      size: opportunitySearchPages.size,
      newest: { new: date },
      params: (page) => ({
        ...opportunitySearchPages.params(page),
        sort: [{ field, direction: 'desc' }],
      }),
    } satisfies Paging,
  },
});

/** Milliseconds in which an opportunity is being created: what is set in them is no change. */
const creation = 1_000;

/** The moment of a change as a revision; undefined if the opportunity has been so since it was created. */
export const changeOf = (opportunity: JsonObject, date: string): string | undefined => {
  const time = timeOf(opportunity[date]);
  if (Number.isNaN(time) || time - timeOf(opportunity.createdAt) <= creation) return undefined;
  return new Date(time).toISOString();
};
