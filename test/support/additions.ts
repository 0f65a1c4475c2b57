import type { Entry } from './catalog.ts';
import { createConversation, lookUps } from './lookUps.ts';
import { plainTriggers } from './plainTriggers.ts';

/** An operation that HighLevel's catalog does not have. */
export interface Addition extends Entry {
  /**
   * How we know the endpoint, if HighLevel's documents or its SDK do not know it: an announcement, a recorded answer.
   * Without it, test/contract refuses such an endpoint.
   */
  source?: string;
  /** Asks one question of its endpoints: its form need not reach every parameter of theirs. */
  isPlain?: boolean;
}

/** Operations that came after the catalog of test/support/catalog.ts. `npm run new` adds a line. */
export const additions: Addition[] = [
  ...lookUps,
  ...(
    [
      ['any_list_record', 'trigger', 'New or Changed Record of Any List'],
      ['api_request', 'create', 'API Request'],
      ['api_look_up', 'search', 'API Look-Up'],
    ] as const
  ).map(
    ([key, kind, label]): Addition => ({
      ...{ key, kind, label, category: 'Any Endpoint' },
      ...{ endpoints: [], version: '2021-07-28', scopes: [], token: 'either' },
    }),
  ),
  {
    key: 'send_sms',
    kind: 'create',
    label: 'Send SMS',
    category: 'Conversations & Messages',
    endpoints: ['POST /conversations/messages'],
    version: '2021-04-15',
    scopes: ['conversations/message.write'],
    token: 'sub-account',
  },
  {
    key: 'send_email',
    kind: 'create',
    label: 'Send Email',
    category: 'Conversations & Messages',
    endpoints: ['POST /conversations/messages'],
    version: '2021-04-15',
    scopes: ['conversations/message.write'],
    token: 'sub-account',
  },
  {
    key: 'send_whatsapp',
    kind: 'create',
    label: 'Send WhatsApp',
    category: 'Conversations & Messages',
    endpoints: ['POST /conversations/messages'],
    version: '2021-04-15',
    scopes: ['conversations/message.write'],
    token: 'sub-account',
  },
  {
    key: 'send_message',
    kind: 'create',
    label: 'Send Message',
    category: 'Conversations & Messages',
    endpoints: ['POST /conversations/messages'],
    version: '2021-04-15',
    scopes: ['conversations/message.write'],
    token: 'sub-account',
  },
  {
    key: 'add_inbound_message',
    kind: 'create',
    label: 'Add Inbound Message',
    category: 'Conversations & Messages',
    endpoints: ['POST /conversations/messages/inbound'],
    version: '2021-04-15',
    scopes: ['conversations/message.write'],
    token: 'sub-account',
  },
  {
    key: 'cancel_scheduled_message',
    kind: 'create',
    label: 'Cancel Scheduled Message',
    category: 'Conversations & Messages',
    endpoints: ['DELETE /conversations/messages/{messageId}/schedule'],
    version: '2021-04-15',
    scopes: ['conversations/message.write'],
    token: 'sub-account',
  },
  {
    key: 'mark_conversation',
    kind: 'create',
    label: 'Mark Conversation',
    category: 'Conversations & Messages',
    endpoints: ['PUT /conversations/{conversationId}'],
    version: '2021-04-15',
    scopes: ['conversations.write'],
    token: 'sub-account',
  },
  {
    key: 'delete_conversation',
    kind: 'create',
    label: 'Delete Conversation',
    category: 'Conversations & Messages',
    endpoints: ['DELETE /conversations/{conversationId}'],
    version: '2021-04-15',
    scopes: ['conversations.write'],
    token: 'sub-account',
  },
  createConversation,
  ...plainTriggers,
];

/**
 * Operations whose endpoint people choose: version, path and what comes back are those of the chosen one, which
 * test/documents walks.
 */
export const ofAnyEndpoint = new Set(
  additions.filter(({ category }) => category === 'Any Endpoint').map(({ key }) => key),
);

/** Endpoints that documents or SDK do not know, as far as an addition says how we know them. */
export const sourcedRoutes = (): string[] =>
  additions.flatMap(({ source, endpoints }) => (source ? endpoints : []));

/** The keys of additions that ask one question of their endpoints. */
export const plainKeys: ReadonlySet<string> = new Set(
  additions.filter(({ isPlain }) => isPlain).map(({ key }) => key),
);
