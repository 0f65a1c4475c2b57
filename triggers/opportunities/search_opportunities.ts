import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { trigger } from '../../lib/operations.ts';
import { opportunities } from '../../records/opportunities.ts';
import { opportunityPages, opportunitySearchPages } from '../../records/opportunityPages.ts';
import { assertWatchedStage } from '../../records/pipelines.ts';
import { opportunityFilters } from './opportunityFilters.ts';
import { asQuery, asSearch } from './opportunityQueries.ts';

const input = zod.object({ locationId, ...opportunityFilters });

export default defineTrigger({
  key: 'search_opportunities',
  noun: 'Opportunity',
  display: {
    label: 'Search Opportunities',
    description: 'Triggers when an opportunity that matches your search is added or changes.',
  },
  operation: trigger('GET /opportunities/search', {
    input,
    request: async (values, run) => {
      await assertWatchedStage(run, values.pipelineId, values.pipelineStageId);
      return asQuery(values);
    },
    record: opportunities,
    paging: opportunityPages,
    ordered: {
      route: 'POST /opportunities/search',
      request: asSearch,
      record: opportunities,
      paging: opportunitySearchPages,
    },
  }),
});
