import { defineTrigger } from 'zapier-platform-core';
import { choicesFrom } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { pipelinesRoute, reloadPipelines } from '../../records/pipelines.ts';

const readChoices = async (run: Run) => {
  const { pipelineId } = run.bundle.inputData;
  const pipelines = await reloadPipelines(run);
  const chosen = pipelines.find(({ id }) => id === String(pipelineId));
  if (chosen) return chosen.stages;
  return pipelines.flatMap(({ name, stages }) =>
    stages.map((stage) => ({ id: stage.id, name: `${name} · ${stage.name}` })),
  );
};

export default defineTrigger({
  key: 'list_pipeline_stages',
  noun: 'Stage',
  display: {
    label: 'List Pipeline Stages',
    description: 'Fills the dropdown of a pipeline’s stages.',
    hidden: true,
  },
  operation: choicesFrom([pipelinesRoute], readChoices),
});
