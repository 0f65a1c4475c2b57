import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { inSubAccount, nameToFind } from '../../fields/find.ts';
import { pipelineId } from '../../fields/ids.ts';
import { listIn } from '../../lib/api/answers.ts';
import { search } from '../../lib/operations.ts';
import { record } from '../../lib/record.ts';
import { fitsText } from '../../lib/texts.ts';
import { objectsIn } from '../../lib/values.ts';
import { pipelines, pipelinesRoute } from '../../records/pipelines.ts';

const input = zod.object({
  locationId,
  pipelineId: pipelineId.optional(),
  name: nameToFind('Stage'),
});

/** The stages of all pipelines, each with its pipeline. */
const stages = record({
  noun: 'stage',
  many: 'pipelines',
  sample: {
    id: 'e93ba61a-53b3-45e7-985a-c7732dbcdb69',
    name: 'Consultation booked',
    position: 0,
    stageWinProbability: 14.29,
    pipelineId: 'VDm7RPYC2GLUvdpKmBfC',
    pipelineName: 'Treatments',
  },
  labels: { stageWinProbability: 'Win Probability in Percent' },
  parse: (answer) =>
    listIn(answer, pipelines).flatMap(({ id, name, stages: own }) =>
      objectsIn(own).map((stage) => ({
        id: stage.id,
        name: stage.name,
        position: stage.position,
        stageWinProbability: stage.stageWinProbability,
        pipelineId: id,
        pipelineName: name,
      })),
    ),
});

export default defineSearch({
  key: 'find_pipeline_stage',
  noun: 'Stage',
  display: {
    label: 'Find Pipeline Stage',
    description: 'Finds a stage of a pipeline by its name.',
  },
  operation: search(pipelinesRoute, {
    input,
    request: inSubAccount,
    record: stages,
    matches: (stage, { pipelineId: pipeline, name }) =>
      fitsText(stage.pipelineId, pipeline) && fitsText(stage.name, name),
  }),
});
