import type { Entry } from './catalog.ts';

/** An operation that HighLevel's catalog does not have. */
export interface Addition extends Entry {
  /**
   * How we know the endpoint, if HighLevel's documents or its SDK do not know it: an announcement, a recorded answer.
   * Without it, test/contract refuses such an endpoint.
   */
  source?: string;
}

/** A trigger that a workflow posts to. All of them read the contact if the post has only its id. */
const instant = (key: string, label: string): Addition => ({
  key: `${key}_instant`,
  kind: 'trigger',
  label: `${label} (Instant)`,
  category: 'Instant Triggers',
  endpoints: ['GET /contacts/{contactId}'],
  version: '2021-07-28',
  scopes: ['contacts.readonly'],
  token: 'sub-account',
});

/** Operations that came after the catalog of test/support/catalog.ts. `npm run new` adds a line. */
export const additions: Addition[] = [
  instant('workflow_event', 'Workflow Event'),
  instant('contact_created', 'Contact Created'),
  instant('contact_tag_changed', 'Contact Tag Changed'),
  instant('opportunity_stage_changed', 'Opportunity Stage Changed'),
  instant('appointment_changed', 'Appointment Booked or Changed'),
  instant('inbound_message', 'Inbound Message'),
  instant('form_submitted', 'Form Submitted'),
  instant('invoice_paid', 'Invoice Paid'),
  instant('order_submitted', 'Order Submitted'),
];

/** Endpoints that documents or SDK do not know, as far as an addition says how we know them. */
export const sourcedRoutes = (): string[] =>
  additions.flatMap(({ source, endpoints }) => (source ? endpoints : []));
