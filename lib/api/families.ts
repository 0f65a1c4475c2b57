/**
 * What HighLevel wants of each family of endpoints: the API version, the scopes, the kind of token.
 * Source: the official OpenAPI documents (`security`, `Version`) as collected in the catalog.
 */

/** Which connection an endpoint works with: a sub-account's (location), an agency's (company) or either. */
export type Token = 'sub-account' | 'agency' | 'either';

/** Empty where the documents want none. */
type ClassicVersion = '2021-07-28' | '2021-04-15' | '';

/** `[method and path, classic API version, scopes of reading and writing, token]`; the first line that matches counts. */
export const families: [RegExp, ClassicVersion, { read?: string; write?: string }, Token?][] = [
  [/ \/contacts\b/, '2021-07-28', { read: 'contacts.readonly', write: 'contacts.write' }],
  [
    / \/calendars\/groups\b/,
    '2021-04-15',
    { read: 'calendars/groups.readonly', write: 'calendars/groups.write' },
  ],
  [
    / \/calendars\/resources\b/,
    '2021-04-15',
    { read: 'calendars/resources.readonly', write: 'calendars/resources.write' },
  ],
  [
    / \/calendars\/(events|blocked-slots|appointments|services\/bookings|[^/]+\/notifications)\b/,
    '2021-04-15',
    { read: 'calendars/events.readonly', write: 'calendars/events.write' },
  ],
  [/ \/calendars\b/, '2021-04-15', { read: 'calendars.readonly', write: 'calendars.write' }],
  [
    / \/opportunities\b/,
    '2021-07-28',
    { read: 'opportunities.readonly', write: 'opportunities.write' },
  ],
  [/ \/users\/search\/filter-by-email$/, '2021-07-28', { read: 'users.readonly' }, 'agency'],
  [/^GET \/users\/$/, '2021-07-28', { read: 'users.readonly' }],
  [/ \/users\b/, '2021-07-28', { read: 'users.readonly', write: 'users.write' }, 'either'],
  [/ \/conversations\/providers\b/, '2021-04-15', { write: 'conversations/livechat.write' }],
  [
    / \/conversations\/(messages|locations|[^/]+\/messages)\b/,
    '2021-04-15',
    { read: 'conversations/message.readonly', write: 'conversations/message.write' },
  ],
  [
    / \/conversations\b/,
    '2021-04-15',
    { read: 'conversations.readonly', write: 'conversations.write' },
  ],
  [/ \/businesses\b/, '2021-07-28', { read: 'businesses.readonly', write: 'businesses.write' }],
  [/ \/workflows\b/, '2021-07-28', { read: 'workflows.readonly' }],
  [/ \/campaigns\b/, '2021-07-28', { read: 'campaigns.readonly' }],
  [/ \/snapshots\b/, '2021-07-28', { read: 'snapshots.readonly' }, 'agency'],
  [/ \/companies\b/, '2021-07-28', { read: 'companies.readonly' }, 'agency'],
  [
    / \/locations\/[^/]+\/customFields\b/,
    '2021-07-28',
    { read: 'locations/customFields.readonly', write: 'locations/customFields.write' },
  ],
  [
    / \/locations\/[^/]+\/customValues\b/,
    '2021-07-28',
    { read: 'locations/customValues.readonly', write: 'locations/customValues.write' },
  ],
  [
    / \/locations\/[^/]+\/tags\b/,
    '2021-07-28',
    { read: 'locations/tags.readonly', write: 'locations/tags.write' },
  ],
  [/ \/locations\/[^/]+\/timezones$/, '2021-07-28', { read: 'locations.readonly' }],
  [/^GET \/locations\b/, '2021-07-28', { read: 'locations.readonly' }, 'either'],
  [/ \/locations\b/, '2021-07-28', { write: 'locations.write' }, 'agency'],
  [
    / \/associations\/relations\b/,
    '2021-07-28',
    { read: 'associations/relation.readonly', write: 'associations/relation.write' },
  ],
  [
    / \/associations\b/,
    '2021-07-28',
    { read: 'associations.readonly', write: 'associations.write' },
  ],
  [
    / \/objects\/[^/]+\/records\b/,
    '2021-07-28',
    { read: 'objects/record.readonly', write: 'objects/record.write' },
  ],
  [/ \/objects\b/, '2021-07-28', { read: 'objects/schema.readonly' }],
  [/ \/blogs\/posts\/url-slug-exists$/, '2021-07-28', { read: 'blogs/check-slug.readonly' }],
  [/ \/blogs\/authors$/, '2021-07-28', { read: 'blogs/author.readonly' }],
  [/ \/blogs\/categories$/, '2021-07-28', { read: 'blogs/category.readonly' }],
  [/ \/blogs\/posts\/all$/, '2021-07-28', { read: 'blogs/posts.readonly' }],
  [/ \/blogs\/site\/all$/, '2021-07-28', { read: 'blogs/list.readonly' }],
  [/^POST \/blogs\/posts$/, '2021-07-28', { write: 'blogs/post.write' }],
  [/^PUT \/blogs\/posts\b/, '2021-07-28', { write: 'blogs/post-update.write' }],
  [/ \/locations\/[^/]+\/tasks\b/, '2021-07-28', { read: 'locations/tasks.readonly' }],
  [/ \/surveys\b/, '2021-07-28', { read: 'surveys.readonly' }],
  [/ \/payments\/orders\b/, '2021-07-28', { read: 'payments/orders.readonly' }],
  [/ \/payments\/transactions\b/, '2021-07-28', { read: 'payments/transactions.readonly' }],
  [/ \/payments\/subscriptions\b/, '2021-07-28', { read: 'payments/subscriptions.readonly' }],
  [/ \/voice-ai\/dashboard\b/, '2021-04-15', { read: 'voice-ai-dashboard.readonly' }],
  [/ \/voice-ai\/agents\b/, '2021-04-15', { read: 'voice-ai-agents.readonly' }],
  // No document states its scope (api#scope-of-documents).
  [/ \/proposals\/document$/, '2021-07-28', { read: 'documents_contracts/list.readonly' }],
  [/ \/forms\b/, '2021-07-28', { read: 'forms.readonly', write: 'forms.write' }],
  [/ \/invoices\b/, '2021-07-28', { read: 'invoices.readonly', write: 'invoices.write' }],
  [
    / \/products\/[^/]+\/price\b/,
    '2021-07-28',
    { read: 'products/prices.readonly', write: 'products/prices.write' },
  ],
  [/ \/products\b/, '2021-07-28', { read: 'products.readonly', write: 'products.write' }],
  [/ \/medias\b/, '2021-07-28', { read: 'medias.readonly', write: 'medias.write' }],
  [/ \/links\b/, '2021-07-28', { read: 'links.readonly', write: 'links.write' }],
  [
    / \/social-media-posting\/[^/]+\/accounts\b/,
    '2021-07-28',
    { read: 'socialplanner/account.readonly' },
  ],
  [/ \/social-media-posting\b/, '2021-07-28', { write: 'socialplanner/post.write' }],
  [/ \/oauth\/token$/, '', { write: 'oauth.write' }, 'either'],
  [/ \/oauth\b/, '2021-07-28', { read: 'oauth.readonly', write: 'oauth.write' }, 'agency'],
];
