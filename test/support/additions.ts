import type { Entry } from './catalog.ts';
import { lookUps } from './lookUps.ts';

/** An operation that HighLevel's catalog does not have. */
export interface Addition extends Entry {
  /**
   * How we know the endpoint, if HighLevel's documents or its SDK do not know it: an announcement, a recorded answer.
   * Without it, test/contract refuses such an endpoint.
   */
  source?: string;
}

/** Operations that came after the catalog of test/support/catalog.ts. `npm run new` adds a line. */
export const additions: Addition[] = [
  ...lookUps,
  {
    key: 'create_tag',
    kind: 'create',
    label: 'Create Tag',
    category: 'Contacts',
    endpoints: ['POST /locations/{locationId}/tags'],
    version: '2021-07-28',
    scopes: ['locations/tags.write'],
    token: 'sub-account',
  },
  {
    key: 'create_conversation',
    kind: 'create',
    label: 'Create Conversation',
    category: 'Conversations & Messages',
    endpoints: ['POST /conversations/'],
    version: '2021-04-15',
    scopes: ['conversations.write'],
    token: 'sub-account',
  },
  {
    key: 'create_custom_object_record',
    kind: 'create',
    label: 'Create Custom Object Record',
    category: 'Custom Objects',
    endpoints: ['POST /objects/{schemaKey}/records'],
    version: '2021-07-28',
    scopes: ['objects/record.write'],
    token: 'sub-account',
  },
];

/** Endpoints that documents or SDK do not know, as far as an addition says how we know them. */
export const sourcedRoutes = (): string[] =>
  additions.flatMap(({ source, endpoints }) => (source ? endpoints : []));
