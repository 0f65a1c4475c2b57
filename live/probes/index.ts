import type { Probe } from '../probe.ts';
import { contacts } from './contacts.ts';
import { deals } from './deals.ts';
import { lists } from './lists.ts';
import { others } from './others.ts';
import { reading } from './reading.ts';

/** What reading can tell. */
export const readingProbes: Probe[] = [...reading, ...lists];

/** What only changes can tell. An appointment is deleted by the last of its probes. */
export const writingProbes: Probe[] = [...contacts, ...deals, ...others];

/** Unproven facts that no request of ours can settle, and why. */
export const notProbed: Record<string, string> = {
  'refresh-tokens': 'It would use up the refresh token of the connection.',
  'lost-state': 'Only a person on the permission page can see it.',
  'account-ids': 'Only a person in HighLevel’s settings can see it.',
  'meeting-places': 'It needs a calendar with Zoom, and none is made here.',
  'new-custom-field':
    'It needs a new custom field, which stays in the settings of the sub-account.',
  'custom-field-definitions': 'It needs a new custom field, too.',
  'uploading-a-file': 'A file that is uploaded cannot be removed again.',
  'bookings-of-services': 'It needs a service that can be booked, and none is made here.',
  'invoice-items': 'It would make an invoice, which takes a number of the books.',
  'invoice-taxes': 'It would make an invoice with a tax, which takes a number of the books.',
  'recording-a-payment': 'It would stand in the books.',
  'workflow-appointments': 'Only a workflow of HighLevel can post it.',
  delivery: 'It would send a message.',
  'canceled-messages': 'It would schedule a message, which is sent if canceling it fails.',
};
