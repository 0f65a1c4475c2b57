import { collection } from '../state/collection.ts';

/** A business, as `GET /businesses/{businessId}` shows it (businesses.json). */
export type Business = {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  website: string | null;
  address: string | null;
  city: string | null;
  description: string | null;
  state: string | null;
  postalCode: string | null;
  country: string | null;
  locationId: string;
  createdBy: { source: string; channel: string };
  updatedBy: { source: string; channel: string };
  createdAt: string;
  updatedAt: string;
};

const NAMES = [
  'Hudson Yards Law Group',
  'Riverside Accounting',
  'Empire Catering',
  'Brooklyn Bike Works',
  'Harlem Arts Academy',
  'Queens Logistics',
];

export const businesses = collection<Business>('businesses', ({ place, faker, hexId, ago }) =>
  (place.isMain ? NAMES : NAMES.slice(0, 1)).map((name, i) => ({
    id: hexId(i),
    name,
    phone: `+1212555${faker.string.numeric(4)}`,
    email: `info@${name.toLowerCase().replaceAll(' ', '')}.example`,
    website: `https://${name.toLowerCase().replaceAll(' ', '')}.example`,
    address: faker.location.streetAddress(),
    city: 'New York',
    description: faker.company.catchPhrase(),
    state: 'NY',
    postalCode: faker.location.zipCode('#####'),
    country: 'US',
    locationId: place.id,
    createdBy: { source: 'WEB_USER', channel: 'APP' },
    updatedBy: { source: 'WEB_USER', channel: 'APP' },
    createdAt: new Date(ago(300 - i * 20)).toISOString(),
    updatedAt: new Date(ago(30 - i)).toISOString(),
  })),
);
