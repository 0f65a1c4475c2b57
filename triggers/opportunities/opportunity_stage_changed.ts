import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { pipelineId, pipelineStageId } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import { timeOf } from '../../lib/time.ts';
import { movedOpportunities, stageIn } from '../../records/opportunityMoves.ts';
import { assertWatchedStage } from '../../records/pipelines.ts';
import { asQuery, changeOf, latestBy } from './opportunityChanges.ts';

const input = zod.object({
  locationId,
  pipelineId: pipelineId.meta({ helpText: 'Only opportunities of this pipeline.' }).optional(),
  fromStage: pipelineStageId
    .meta({
      label: 'From Stage',
      helpText:
        'Only if the opportunity was in this stage when Zapier looked last. HighLevel does not say this. The Zap itself remembers the stages of the 2,000 opportunities that were moved last. Others do not trigger.',
    })
    .optional(),
  toStage: pipelineStageId
    .meta({ label: 'To Stage', helpText: 'Only if the opportunity is in this stage now.' })
    .optional(),
});

const date = 'lastStageChangeAt';

export default defineTrigger({
  key: 'opportunity_stage_changed',
  noun: 'Opportunity',
  display: {
    label: 'Opportunity Stage Changed',
    description: 'Triggers when an opportunity moves to another stage of a pipeline.',
  },
  operation: trigger('GET /opportunities/search', {
    ...latestBy('last_stage_change_date', date),
    input,
    request: async (values, run) => {
      await assertWatchedStage(run, values.pipelineId, values.toStage);
      return asQuery(values);
    },
    record: movedOpportunities,
    revision: (opportunity) => changeOf(opportunity, date),
    follow: {
      // With the moment: one that left and came back between two polls was in its own stage before.
      state: ({ pipelineStageId: stage, [date]: moved }) =>
        `${stage} ${timeOf(moved).toString(36)}`,
      former: 'former',
      isNews: (_, former, { fromStage }) => !fromStage || stageIn(former) === fromStage,
    },
    filter: ({ pipelineStageId: stage }, { toStage }) => !toStage || stage === toStage,
  }),
});
