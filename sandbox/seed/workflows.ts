import { collection, perPlace } from '../state/collection.ts';
import type { Company, Location } from '../state/state.ts';

export type Workflow = {
  id: string;
  name: string;
  status: 'draft' | 'published';
  version: number;
  createdAt: string;
  updatedAt: string;
  locationId: string;
};

export type Campaign = {
  id: string;
  name: string;
  status: 'draft' | 'published';
  locationId: string;
};

const NAMES = ['New Patient Welcome', 'Recall After Six Months', 'Whitening Offer'];

/** Three workflows; the last is a draft, enrolling in it does nothing (api#draft-workflows). */
export const workflows = collection<Workflow>('workflows', ({ place, uuid, ago }) =>
  (place.isMain ? NAMES : []).map((name, i) => ({
    id: uuid(i),
    name,
    status: i === 2 ? 'draft' : 'published',
    version: i + 2,
    createdAt: new Date(ago(200 - i * 30)).toISOString(),
    updatedAt: new Date(ago(20 - i)).toISOString(),
    locationId: place.id,
  })),
);

export const campaigns = collection<Campaign>('campaigns', ({ place, id }) =>
  ['Spring Check-Up', 'Insurance Year End', 'Refer a Friend']
    .slice(0, place.isMain ? 3 : 1)
    .map((name, i) => ({
      id: id(i),
      name,
      status: i === 2 ? 'draft' : 'published',
      locationId: place.id,
    })),
);

/** Somebody in a workflow. */
type Enrolment = {
  contactId: string;
  workflowId: string;
  enrolledAt: number;
  eventStartTime?: string;
};

/** Who is in which workflow, though no endpoint of the catalog shows it. */
export const enrolments = perPlace((_: Location): Enrolment[] => []);

/** A template of the agency (snapshots.json). */
export type Snapshot = { id: string; name: string; type: 'own' | 'imported' };

export const snapshots = collection<Snapshot, Company>('snapshots', ({ id }) =>
  (
    [
      ['Dental Practice', 'own'],
      ['Law Firm Starter', 'own'],
      ['Gym Growth', 'imported'],
    ] as const
  ).map(([name, type]) => ({ id: id(name), name, type })),
);
