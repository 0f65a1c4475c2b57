import { recordIn } from '../lib/api/answers.ts';
import { canDoWithout } from '../lib/api/errors.ts';
import type { Step } from '../lib/operations.ts';
import type { Run } from '../lib/run.ts';
import { opportunity } from '../records/opportunities.ts';
import { assertStage, loadPipelines, pipelineOf, pipelinesRoute } from '../records/pipelines.ts';

interface Place {
  id?: string | undefined;
  pipelineId?: string | undefined;
  pipelineStageId?: string | undefined;
}

const readRoute = 'GET /opportunities/{id}';

/** The first stage of a pipeline that an opportunity moves to; undefined if it is there already. */
const firstStage = async (run: Run, id: string, pipelineId: string): Promise<Place | undefined> => {
  const { pipelineId: present } = recordIn(await run.call(readRoute, { id }), opportunity) ?? {};
  if (!present || present === pipelineId) return undefined;
  const pipeline = (await loadPipelines(run)).find((one) => one.id === pipelineId);
  const [first] = pipeline?.stages ?? [];
  return first && { pipelineStageId: first.id };
};

/**
 * Keeps pipeline and stage together, which HighLevel does not (api#stage-and-pipeline): refuses a stage of another
 * pipeline, adds the pipeline to a stage that comes alone, and the first stage to a pipeline that an opportunity moves to.
 */
export const fitStage: Step<Place> = {
  routes: [pipelinesRoute, readRoute],
  before: async (run, { id, pipelineId, pipelineStageId }) => {
    try {
      if (pipelineStageId && pipelineId) await assertStage(run, pipelineId, pipelineStageId);
      else if (pipelineStageId) return { pipelineId: (await pipelineOf(run, pipelineStageId))?.id };
      else if (pipelineId && id) return { ...(await firstStage(run, id, pipelineId)) };
    } catch (error) {
      // Without the scope for pipelines HighLevel decides.
      if (!canDoWithout(error)) throw error;
    }
    return undefined;
  },
};
