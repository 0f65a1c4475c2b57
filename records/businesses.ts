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
  createdAt: '2026-03-02T16:04:11.000Z',
  updatedAt: '2026-03-04T09:30:45.000Z',
};
const labels = {
  locationId: 'Sub-Account ID',
  address: 'Street Address',
  state: 'State or Region',
};

/** The businesses of a sub-account (businesses.json, BusinessDto). */
export const businesses = record({
  noun: 'business',
  many: 'businesses',
  changed: 'updatedAt',
  sample,
  labels,
});
