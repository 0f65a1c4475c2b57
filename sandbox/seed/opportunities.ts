import { collection, perPlace } from '../state/collection.ts';
import { Indexed, type Seeded } from '../state/indexed.ts';
import type { Location } from '../state/state.ts';
import { type Contact, type CustomValue, contacts } from './contacts.ts';
import { customFields } from './customFields.ts';
import { users } from './users.ts';

/** A pipeline as recorded live (reality d.5): stages in order, its own place as a text rank. */
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
export type LostReason = {
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

export type Status = 'open' | 'won' | 'lost' | 'abandoned';

/** An opportunity as kept; times are epoch ms, each endpoint shows it in its own way. */
export type Opportunity = {
  id: string;
  name: string;
  monetaryValue: number;
  pipelineId: string;
  pipelineStageId: string;
  status: Status;
  lostReasonId: string | null;
  /** An opportunity that an upsert made has no contact. */
  contactId: string | null;
  assignedTo: string | null;
  source: string | null;
  followers: string[];
  customFields: CustomValue[];
  createdAt: number;
  updatedAt: number;
  lastStatusChangeAt: number;
  lastStageChangeAt: number;
};

const STATUSES: Status[] = ['open', 'open', 'won', 'open', 'lost', 'abandoned'];
const HALF_DAY = 43_200_000;

const seeded = collection<Opportunity>('opportunities', ({ place, state, faker, id, ago }) => {
  const all = [...pipelines(place).values()];
  const [reason] = [...lostReasons(place).values()];
  const financing = [...customFields(place).values()].find(({ name }) => name === 'Financing');
  const staff = [...users(state.company).values()].filter(({ roles }) =>
    roles.locationIds.includes(place.id),
  );
  return Array.from({ length: place.isMain ? 60 : 2 }, (_, i) => {
    const contact: Contact | undefined = contacts(place).seededAt(i % 40);
    const pipeline = all[i % all.length];
    const stage = pipeline?.stages[i % pipeline.stages.length];
    const status = STATUSES[i % STATUSES.length] ?? 'open';
    const createdAt = Math.floor(ago(0.1) - i * HALF_DAY);
    return {
      id: id(i),
      name: `${contact?.firstName} ${contact?.lastName}`,
      monetaryValue: faker.number.int({ min: 1, max: 90 }) * 100,
      pipelineId: pipeline?.id ?? '',
      pipelineStageId: stage?.id ?? '',
      status,
      lostReasonId: status === 'lost' ? (reason?.id ?? null) : null,
      contactId: contact?.id ?? null,
      assignedTo: i % 3 === 0 ? (staff[i % staff.length]?.id ?? null) : null,
      source: i % 2 === 0 ? (contact?.source ?? null) : null,
      followers: i % 4 === 0 ? staff.slice(0, 1).map((user) => user.id) : [],
      customFields: financing && i % 5 === 0 ? [{ id: financing.id, value: '12 months' }] : [],
      createdAt,
      updatedAt: createdAt + (i % 7) * 3_600_000,
      lastStatusChangeAt: createdAt,
      lastStageChangeAt: createdAt,
    };
  });
});

class OpportunitySeed implements Seeded<Opportunity> {
  readonly #records: Opportunity[];

  constructor(location: Location) {
    this.#records = [...seeded(location).values()];
  }

  get size(): number {
    return this.#records.length;
  }

  at(index: number): Opportunity {
    const record = this.#records[index];
    if (!record) throw new Error(`There is no seeded opportunity ${index}.`);
    return record;
  }

  indexOf(id: string): number {
    return this.#records.findIndex((record) => record.id === id);
  }
}

/** 60 opportunities of the newest contacts, twelve hours apart; searches lag behind writes (reality d.3). */
export const opportunities = perPlace(
  (location: Location) => new Indexed<Opportunity>(new OpportunitySeed(location), location.state),
);
