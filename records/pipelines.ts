import { listIn } from '../lib/api/answers.ts';
import { retryAdvice } from '../lib/api/errors.ts';
import { record } from '../lib/record.ts';
import type { Run } from '../lib/run.ts';

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
interface Named {
  id: string;
  name: string;
}
type Pipeline = Named & { stages: Named[] };

/** Where pipelines and their stages are listed. */
export const pipelinesRoute = 'GET /opportunities/pipelines';

/** The pipelines of the sub-account with the names of their stages, in the order in which people see them. */
export const loadPipelines = async (run: Run): Promise<Pipeline[]> => {
  const answer = await run.call(pipelinesRoute, { locationId: run.locationId });
  return listIn(answer, pipelines, retryAdvice(run)).map(({ id, name, stages }) => ({
    id: String(id),
    name: String(name ?? id),
    stages: (Array.isArray(stages) ? stages : []).filter(Boolean).map((stage) => ({
      id: String(stage.id),
      name: String(stage.name ?? stage.id),
    })),
  }));
};
