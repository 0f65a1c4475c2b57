import { collection } from '../state/collection.ts';

/** A pipeline as recorded live (api#pipelines): stages in order, its own place as a text rank. */
export type Pipeline = {
  id: string;
  name: string;
  showInFunnel: boolean;
  showInPieChart: boolean;
  useOpportunityProbability: boolean;
  dateAdded: string;
  dateUpdated: string;
  stages: Stage[];
  locationId: string;
  position: string;
};

export type Stage = {
  id: string;
  name: string;
  showInFunnel: boolean;
  showInPieChart: boolean;
  position: number;
  stageWinProbability: number;
};

const PIPELINES = [
  {
    name: 'New Patients',
    rank: 'ZyyrrRZ',
    stages: ['New Inquiry', 'Consultation Booked', 'Plan Presented', 'Accepted'],
  },
  {
    name: 'Implants',
    rank: 'ZyyrrRa',
    stages: ['Interested', 'Scan Done', 'Quote Sent', 'Financing', 'Surgery Booked'],
  },
];

/** Two pipelines of the dental practice, one elsewhere. */
export const pipelines = collection<Pipeline>('pipelines', ({ place, id, uuid, ago }) =>
  PIPELINES.slice(0, place.isMain ? 2 : 1).map(({ name, rank, stages }) => ({
    id: id(name),
    name,
    showInFunnel: true,
    showInPieChart: true,
    useOpportunityProbability: false,
    dateAdded: new Date(ago(380)).toISOString(),
    dateUpdated: new Date(ago(200)).toISOString(),
    stages: stages.map((stage, position) => ({
      id: uuid(name, stage),
      name: stage,
      showInFunnel: true,
      showInPieChart: true,
      position,
      stageWinProbability: Math.round((10_000 * (position + 1)) / (stages.length + 1)) / 100,
    })),
    locationId: place.id,
    position: rank,
  })),
);

/** A reason, as `GET /opportunities/lost-reason` shows it (opportunities.json, LostReasonResponseSchema). */
type LostReason = {
  id: string;
  name: string;
  locationId: string;
  createdAt: string;
  updatedAt: string;
  deleted: boolean;
};

const REASONS = ['Too expensive', 'Went elsewhere', 'No answer', 'Not covered by insurance', 'Old'];

export const lostReasons = collection<LostReason>('lostReasons', ({ place, id, ago }) =>
  REASONS.map((name, i) => ({
    id: id(name),
    name,
    locationId: place.id,
    createdAt: new Date(ago(300 - i)).toISOString(),
    updatedAt: new Date(ago(300 - i)).toISOString(),
    deleted: name === 'Old',
  })),
);
