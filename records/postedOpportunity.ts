import { recordsIn } from '../lib/api/answers.ts';
import type { Run } from '../lib/run.ts';
import { timeOf } from '../lib/time.ts';
import type { JsonObject } from '../lib/values.ts';
import { opportunities } from './opportunities.ts';
import type { PostedPart } from './partOfPost.ts';
import { loadPipelines, pipelinesRoute } from './pipelines.ts';

const route = 'GET /opportunities/search';

/** A post names the stage, an app webhook has its id: both get what they lack. */
const withNames = async (run: Run, raw: JsonObject): Promise<JsonObject> => {
  const { pipelineId, pipelineStageId, pipelineStageName } = raw;
  if (!pipelineId) return raw;
  const pipeline = (await loadPipelines(run)).find(({ id }) => id === pipelineId);
  const stage = pipeline?.stages.find(({ id, name }) =>
    pipelineStageId ? id === pipelineStageId : name === pipelineStageName,
  );
  return {
    ...raw,
    pipelineName: raw.pipelineName ?? pipeline?.name ?? null,
    pipelineStageId: pipelineStageId ?? stage?.id ?? null,
    pipelineStageName: pipelineStageName ?? stage?.name ?? null,
  };
};

const search = async (run: Run, input: JsonObject): Promise<JsonObject[]> =>
  recordsIn(await run.call(route, { location_id: run.locationId, ...input }), opportunities);

/** The opportunity of a post. */
export const postedOpportunity: PostedPart = {
  name: 'opportunity',
  sample: {
    id: 'yWQobCRIhRguQtD2llvk',
    name: 'Whitening for Maria Alvarez',
    monetaryValue: 500,
    status: 'open',
    source: 'Website form',
    pipelineId: 'VDm7RPYC2GLUvdpKmBfC',
    pipelineName: 'Treatments',
    pipelineStageId: 'e93ba61a-53b3-45e7-985a-c7732dbcdb69',
    pipelineStageName: 'Consultation booked',
    assignedTo: 'GCs5KuzPqTls7vWclkEV',
  },
  labels: {
    opportunity__id: 'Opportunity ID',
    opportunity__name: 'Opportunity Name',
    opportunity__monetaryValue: 'Opportunity Value',
    opportunity__status: 'Opportunity Status',
    opportunity__pipelineStageName: 'Stage Name',
  },
  routes: [route, pipelinesRoute],
  isWhole: ({ id, name, pipelineStageId, pipelineStageName }) =>
    Boolean(id || name || pipelineStageId || pipelineStageName),
  // The one that changed last: a post without the opportunity does not say which one it was.
  read: async (run, contact_id, { pipelineId }) => {
    const found = await search(run, { contact_id, limit: 100 });
    const sorted = found.sort((a, b) => timeOf(b.updatedAt) - timeOf(a.updatedAt));
    const same = sorted.find((one) => pipelineId && one.pipelineId === pipelineId);
    return same ?? sorted[0];
  },
  complete: withNames,
};

/** Some opportunities, newest first, each as an event. */
export const recentOpportunities = {
  routes: [route],
  read: async (run: Run): Promise<JsonObject[]> =>
    (await search(run, { order: 'added_desc', limit: 3 })).map((opportunity) => ({
      id: opportunity.contactId,
      opportunity,
    })),
};
