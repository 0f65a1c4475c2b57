import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { pipelineId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { opportunities } from '../../records/opportunities.ts';
import { opportunityPages } from '../../records/opportunityPages.ts';
import { asQuery } from './opportunityChanges.ts';

const input = zod.object({
  locationId,
  pipelineId: pipelineId
    .meta({
      helpText:
        'Only opportunities of this pipeline. One that is moved here from another pipeline later is not new: use “Opportunity Stage Changed”.',
    })
    .optional(),
});

export default defineTrigger({
  key: 'new_opportunity',
  noun: 'Opportunity',
  display: {
    label: 'New Opportunity',
    description: 'Triggers when an opportunity is created.',
  },
  operation: trigger('GET /opportunities/search', {
    input,
    // The list of a pipeline would show what is moved into it as new.
    request: ({ locationId: location }) => asQuery({ locationId: location }),
    record: opportunities,
    paging: opportunityPages,
    revision: 'new',
    // Where it was when a poll first saw it decides: what comes from elsewhere later is not new.
    follow: {
      state: ({ pipelineId: pipeline }) => String(pipeline),
      isNews: (_, former) => former === undefined,
    },
    filter: (opportunity, { pipelineId: pipeline }) =>
      !pipeline || opportunity.pipelineId === pipeline,
  }),
});
