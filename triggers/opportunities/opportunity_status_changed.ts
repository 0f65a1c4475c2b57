import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, locationId } from '../../fields/common.ts';
import { pipelineId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { timeOf } from '../../lib/time.ts';
import type { JsonObject } from '../../lib/values.ts';
import { opportunityStatuses } from '../../records/opportunities.ts';
import { closedOpportunities, lostReasonsRoute } from '../../records/opportunityMoves.ts';
import { asQuery, asSearch, changeOf, latestBy } from './opportunityChanges.ts';

const input = zod.object({
  locationId,
  pipelineId: pipelineId.meta({ helpText: 'Only opportunities of this pipeline.' }).optional(),
  status: choice(
    'New Status',
    opportunityStatuses,
    'Only changes to this status. Leave empty for all. A new opportunity counts if it is won, lost or abandoned from the start.',
  ).optional(),
});

const date = 'lastStatusChangeAt';

const momentOf = (opportunity: JsonObject): string => timeOf(opportunity[date]).toString(36);

export default defineTrigger({
  key: 'opportunity_status_changed',
  noun: 'Opportunity',
  display: {
    label: 'Opportunity Status Changed',
    description: 'Triggers when an opportunity is won, lost, abandoned or opened again.',
  },
  operation: trigger('GET /opportunities/search', {
    // The list of a pipeline would show the old changes of what is moved into it.
    ...latestBy('last_status_change_date', date, ({ locationId: id }) =>
      asSearch({ locationId: id }),
    ),
    input,
    request: asQuery,
    record: closedOpportunities,
    routes: [lostReasonsRoute],
    revision: (opportunity) =>
      changeOf(opportunity, date) ?? (opportunity.status === 'open' ? undefined : 'created'),
    // Where it was when a poll first saw the change decides.
    follow: {
      state: (opportunity) => `${momentOf(opportunity)} ${opportunity.pipelineId}`,
      isNews: (opportunity, former) => former?.split(' ')[0] !== momentOf(opportunity),
    },
    filter: ({ status: now, pipelineId: at }, { status, pipelineId: pipeline }) =>
      (!status || now === status) && (!pipeline || at === pipeline),
  }),
});
