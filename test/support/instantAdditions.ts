import type { Addition } from './additions.ts';
import type { Entry } from './catalog.ts';

interface Listing {
  endpoint?: string;
  version?: Entry['version'];
  scope?: string;
}

/** A trigger that a workflow posts to. The endpoint is the one by which the editor’s test lists recent records. */
const instant = (
  key: string,
  label: string,
  {
    endpoint = 'POST /contacts/search',
    version = '2021-07-28',
    scope = 'contacts.readonly',
  }: Listing = {},
): Addition => ({
  key: `${key}_instant`,
  kind: 'trigger',
  label: `${label} (Instant)`,
  category: 'Instant Triggers',
  endpoints: [endpoint],
  version,
  scopes: [scope],
  token: 'sub-account',
});

/** The triggers that fire at once. */
export const instantAdditions: Addition[] = [
  instant('workflow_event', 'Workflow Event'),
  instant('contact_created', 'Contact Created'),
  instant('contact_tag_changed', 'Contact Tag Changed'),
  instant('opportunity_stage_changed', 'Opportunity Stage Changed', {
    endpoint: 'GET /opportunities/search',
    scope: 'opportunities.readonly',
  }),
  instant('appointment_changed', 'Appointment Booked or Changed', {
    endpoint: 'GET /calendars/',
    version: '2021-04-15',
    scope: 'calendars.readonly',
  }),
  instant('inbound_message', 'Inbound Message', {
    endpoint: 'GET /conversations/search',
    version: '2021-04-15',
    scope: 'conversations.readonly',
  }),
  instant('form_submitted', 'Form Submitted'),
  instant('invoice_paid', 'Invoice Paid', {
    endpoint: 'GET /invoices/',
    scope: 'invoices.readonly',
  }),
  instant('order_submitted', 'Order Submitted', {
    endpoint: 'GET /payments/orders',
    scope: 'payments/orders.readonly',
  }),
];
