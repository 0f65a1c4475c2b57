import { record } from '../lib/record.ts';

const sample = {
  id: '63771dcac1116f0e21de8e12',
  locationId: 've9EPM428h8vShlRW1KT',
  name: 'Alvarez Landscaping',
  phone: '+14155550100',
  email: 'office@alvarez.example.com',
  website: 'https://alvarez.example.com',
  address: '410 Hayes Street',
  city: 'San Francisco',
  state: 'CA',
  postalCode: '94102',
  country: 'US',
  description: 'Gardens and courtyards',
  createdBy: { source: 'INTEGRATION', channel: 'OAUTH' },
  updatedBy: { source: 'INTEGRATION', channel: 'OAUTH' },
  createdAt: '2026-03-02T16:04:11.000Z',
  updatedAt: '2026-03-04T09:30:45.000Z',
};
const labels = {
  locationId: 'Sub-Account ID',
  address: 'Street Address',
  state: 'State or Region',
};

/** A business; the answer of a write has it under a misspelled key (businesses.json, UpdateBusinessResponseDto). */
export const business = record({
  noun: 'business',
  one: ['business', 'buiseness'],
  changed: 'updatedAt',
  sample,
  labels,
});

/** The businesses of a sub-account (businesses.json, BusinessDto). */
export const businesses = record({
  noun: 'business',
  many: 'businesses',
  changed: 'updatedAt',
  sample,
  labels,
});

/** What adding contacts to a business, or removing them, answers (contacts.json, ContactsBusinessUpdateResponse). */
export const businessContacts = record({
  noun: 'bulk change',
  sample: {
    succeeded: true,
    businessId: '63771dcac1116f0e21de8e12',
    ids: ['ocQHyuzHvysMo5N5VsXc'],
  },
  labels: { ids: 'Contact IDs' },
  complete: ([{ success, ...answer } = {}], { input }) => [
    { ...answer, succeeded: success ?? true, businessId: input.businessId },
  ],
});
