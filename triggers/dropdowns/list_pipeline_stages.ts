import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import { calls, fixedDropdown } from '../../lib/operation.ts';
import { loadPipelines, pipelinesRoute } from '../../records/pipelines.ts';

export default defineTrigger({
  key: 'list_pipeline_stages',
  noun: 'Stage',
  display: {
    label: 'List Pipeline Stages',
    description: 'Fills the dropdown of a pipeline’s stages.',
    hidden: true,
  },
  operation: {
    ...fixedDropdown(() => []),
    perform: calls([pipelinesRoute], async (z: ZObject, bundle: Bundle) => {
      const { pipelineId } = bundle.inputData;
      const pipelines = await loadPipelines(z, bundle);
      const chosen = pipelines.find(({ id }) => id === String(pipelineId));
      return (
        chosen?.stages ??
        pipelines.flatMap(({ name, stages }) =>
          stages.map((stage) => ({ id: stage.id, name: `${name} · ${stage.name}` })),
        )
      );
    }),
  },
});
