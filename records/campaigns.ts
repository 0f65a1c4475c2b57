import { record } from '../lib/record.ts';
import { done } from './outcomes.ts';

/** A contact that was added to a campaign or removed from it. */
export const campaignContact = done('contact', {
  contactId: 'ocQHyuzHvysMo5N5VsXc',
  campaignId: 'JRh8X7GXfQzZGcCkb1mG',
});

/** The campaigns of a sub-account (campaigns.json, campaignsSchema). */
export const campaigns = record({
  noun: 'campaign',
  many: 'campaigns',
  sample: {
    id: 'JRh8X7GXfQzZGcCkb1mG',
    name: 'Spring check-up',
    status: 'published',
    locationId: 've9EPM428h8vShlRW1KT',
  },
  labels: { locationId: 'Sub-Account ID' },
});
