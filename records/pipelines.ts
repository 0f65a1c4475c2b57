import * as zod from 'zod';
import { listIn } from '../lib/api/answers.ts';
import { doWithout } from '../lib/api/errors.ts';
import { cached } from '../lib/cache.ts';
import { record } from '../lib/record.ts';
import type { Run } from '../lib/run.ts';
import { refuse } from '../lib/zapier.ts';

/**
 * The pipelines of a sub-account with their stages (opportunities.json, PipelinesResponseSchema, which does not
 * describe the stages; these are as recorded live, api#pipelines).
 */
export const pipelines = record({
  noun: 'pipeline',
  many: 'pipelines',
  sample: {
    id: 'VDm7RPYC2GLUvdpKmBfC',
    name: 'Treatments',
    locationId: 've9EPM428h8vShlRW1KT',
    showInFunnel: true,
    showInPieChart: true,
    useOpportunityProbability: true,
    position: 'ZyyrrRZ',
    stages: [
      {
        id: 'e93ba61a-53b3-45e7-985a-c7732dbcdb69',
        name: 'Consultation booked',
        position: 0,
        showInFunnel: true,
        showInPieChart: true,
        stageWinProbability: 14.29,
      },
    ],
    dateAdded: '2026-03-02T16:04:11.000Z',
    dateUpdated: '2026-03-04T09:30:45.000Z',
  },
  labels: {
    locationId: 'Sub-Account ID',
    position: 'Rank',
    'stages[]id': 'Stage IDs',
    'stages[]name': 'Stage Names',
    'stages[]position': 'Stage Positions',
    'stages[]showInFunnel': 'Stages Show in Funnel',
    'stages[]showInPieChart': 'Stages Show in Pie Chart',
    'stages[]stageWinProbability': 'Stage Win Probabilities in Percent',
  },
});

/** The name of a pipeline or a stage. */
const named = zod.object({ id: zod.string(), name: zod.string() });
const pipeline = named.extend({ stages: zod.array(named) });

/** A pipeline with its stages, in the order in which people see them. */
export type Pipeline = zod.output<typeof pipeline>;

/** Where pipelines and their stages are listed. */
export const pipelinesRoute = 'GET /opportunities/pipelines';

const entry = { name: 'pipelines', shape: zod.array(pipeline) };

const readPipelines = async (run: Run): Promise<Pipeline[]> => {
  const answer = await run.call(pipelinesRoute, { locationId: run.locationId });
  return listIn(answer, pipelines).map(({ id, name, stages }) => ({
    id: String(id),
    name: String(name ?? id),
    stages: (Array.isArray(stages) ? stages : []).filter(Boolean).map((stage) => ({
      id: String(stage.id),
      name: String(stage.name ?? stage.id),
    })),
  }));
};

/** The pipelines of the sub-account with the names of their stages, as they are now. */
export const reloadPipelines = async (run: Run): Promise<Pipeline[]> => {
  await run.cache.clear(entry.name);
  return loadPipelines(run);
};

/** The same, kept for five minutes. */
export const loadPipelines = (run: Run): Promise<Pipeline[]> =>
  cached(run.cache, entry, () => readPipelines(run));

/** The names of pipelines and their stages by their IDs. */
const namesIn = (list: Pipeline[]): Record<string, string> => {
  const all = list.flatMap((one) => [one, ...one.stages]);
  return Object.fromEntries(all.map(({ id, name }) => [id, name]));
};

/** The names of pipelines and stages by their IDs are kept for five minutes; null for what HighLevel does not have. */
export const stageNames = { name: 'pipeline-names', shape: zod.string() };

/** The same names as they are now. */
export const loadNames = async (run: Run, needed: string[]): Promise<Record<string, string>> => {
  const names = namesIn(await loadPipelines(run));
  return needed.every((id) => Object.hasOwn(names, id))
    ? names
    : namesIn(await reloadPipelines(run));
};

/** The pipeline of a stage. Looks anew for one that is not among those that were kept. */
export const pipelineOf = async (run: Run, stageId: string): Promise<Pipeline | undefined> => {
  const isOwner = ({ stages }: Pipeline) => stages.some(({ id }) => id === stageId);
  const known = (await loadPipelines(run)).find(isOwner);
  return known ?? (await reloadPipelines(run)).find(isOwner);
};

/** Refuses a stage of another pipeline than the one that goes with it. */
export const assertStage = async (
  run: Run,
  pipelineId: string | undefined,
  stageId: string | undefined,
): Promise<void> => {
  if (!pipelineId || !stageId) return;
  const owner = await pipelineOf(run, stageId);
  if (owner && owner.id !== pipelineId)
    refuse(
      `The stage belongs to another pipeline, “${owner.name}”. Choose a stage of the pipeline that you chose.`,
    );
};

/**
 * The same for a trigger, where a stage of another pipeline would never fire. Once is enough: what the form says does not
 * change between two polls.
 */
export const assertWatchedStage = async (
  run: Run,
  pipelineId: string | undefined,
  stageId: string | undefined,
): Promise<void> => {
  const { isLoadingSample, isPopulatingDedupe } = run.bundle.meta;
  if (!isLoadingSample && !isPopulatingDedupe) return;
  // Without the scope for pipelines nobody can tell.
  await assertStage(run, pipelineId, stageId).catch(doWithout(undefined));
};
