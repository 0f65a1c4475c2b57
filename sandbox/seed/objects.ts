import { collection } from '../state/collection.ts';
import { users } from './users.ts';

/** The schema of an object, as `GET /objects/` lists it (objects.json, ICustomObjectSchema). */
type ObjectSchema = {
  id: string;
  standard: boolean;
  key: string;
  labels: { singular: string; plural: string };
  description: string;
  locationId: string;
  primaryDisplayProperty: string;
  dateAdded: string;
  dateUpdated: string;
  type: 'SYSTEM_DEFINED' | 'USER_DEFINED';
};

type Definition = [key: string, singular: string, plural: string, display: string];

const STANDARD: Definition[] = [
  ['contact', 'Contact', 'Contacts', 'contact.name'],
  ['opportunity', 'Opportunity', 'Opportunities', 'opportunity.name'],
  ['business', 'Company', 'Companies', 'business.name'],
];

/** Keys of custom objects carry a prefix (api#object-keys). */
const CUSTOM: Definition[] = [
  [
    'custom_objects.insurance_policies',
    'Insurance Policy',
    'Insurance Policies',
    'custom_objects.insurance_policies.policy_number',
  ],
  [
    'custom_objects.treatment_plans',
    'Treatment Plan',
    'Treatment Plans',
    'custom_objects.treatment_plans.plan_name',
  ],
];

export const objects = collection<ObjectSchema>('objects', ({ place, hexId, ago }) =>
  [...STANDARD, ...(place.isMain ? CUSTOM : [])].map(([key, singular, plural, display]) => {
    const standard = !key.startsWith('custom_objects.');
    return {
      id: hexId(key),
      standard,
      key,
      labels: { singular, plural },
      description: '',
      locationId: place.id,
      primaryDisplayProperty: display,
      dateAdded: new Date(ago(400)).toISOString(),
      dateUpdated: new Date(ago(90)).toISOString(),
      type: standard ? 'SYSTEM_DEFINED' : 'USER_DEFINED',
    };
  }),
);

/** A record of a custom object. */
export type ObjectRecord = {
  id: string;
  objectKey: string;
  owner: string[];
  followers: string[];
  properties: Record<string, unknown>;
  createdAt: number;
  updatedAt: number;
};

const CARRIERS = ['Delta', 'Cigna', 'Aetna'];
const PLANS = ['Full Whitening', 'Two Implants', 'Invisible Braces', 'Root Canal', 'Check-Up Plus'];

export const objectRecords = collection<ObjectRecord>(
  'objectRecords',
  ({ place, state, faker, hexId, ago }) => {
    const [, owner] = users(state.company).values();
    const make = (objectKey: string, i: number, properties: ObjectRecord['properties']) => ({
      id: hexId(objectKey, i),
      objectKey,
      owner: owner ? [owner.id] : [],
      followers: [],
      properties,
      createdAt: ago(100 - i),
      updatedAt: ago(10 - i / 2),
    });
    const policies = Array.from({ length: 12 }, (_, i) =>
      make('custom_objects.insurance_policies', i, {
        policy_number: `POL-${1000 + i}`,
        carrier: CARRIERS[i % CARRIERS.length],
        yearly_limit: { currency: 'default', value: 1_000 + 250 * i },
        valid_until: faker.date.future().toISOString().slice(0, 10),
      }),
    );
    const plans = PLANS.map((plan_name, i) =>
      make('custom_objects.treatment_plans', i, { plan_name, sessions: i + 1 }),
    );
    return place.isMain ? [...policies, ...plans] : [];
  },
);
