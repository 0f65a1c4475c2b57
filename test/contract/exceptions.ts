/** A known error of HighLevel's documents: where they and the real API differ, and how we know. */
export interface Exception {
  /** The document's endpoint, or a pattern of endpoints. */
  route: string | RegExp;
  side: 'request' | 'answer';
  /** Part of the finding's text. */
  what: string;
  reason: string;
}

/** Findings that are the document's mistake. One that is no longer needed fails the run. */
export const exceptions: Exception[] = [
  {
    route: 'POST /contacts/bulk/tags/update/{type}',
    side: 'request',
    what: '/path/type must NOT have additional properties',
    reason: 'The document forgets to declare the {type} of its own path.',
  },
  {
    route: 'POST /contacts/bulk/tags/update/{type}',
    side: 'answer',
    what: '/responses/* must be string',
    reason: 'The document’s own example shows objects.',
  },
  {
    route: /^(GET|POST|PUT) \/contacts\/\{contactId\}\/notes/,
    side: 'answer',
    what: 'userId must be string',
    reason: 'Recorded live: userId is null for a note of the API (reality d.8, NG).',
  },
  {
    route: /^(GET|POST|PUT) \/contacts\//,
    side: 'answer',
    what: '/customFields/*/value must be string',
    reason: 'Values of numbers and checkboxes are numbers and lists (reality d.4).',
  },
  {
    route: 'PUT /contacts/{contactId}',
    side: 'request',
    what: '/companyName must NOT have additional properties',
    reason: 'Accepted live, 200 (reality d.0 ⚡3, #314).',
  },
  {
    route: 'GET /contacts/',
    side: 'answer',
    what: 'must be string',
    reason: 'Lists hold null for what a contact does not have.',
  },
  {
    route: 'GET /users/',
    side: 'answer',
    what: '/users/*/scopes must be',
    reason: 'Recorded live: scopes are a list (NG get-user); the document says one of its values.',
  },
];

const paging = 'The app pages by itself.';

/** Parameters that no form shows because the machinery fills them in. */
export const machinery: Record<string, string> = {
  skip: paging,
  limit: paging,
  startAfter: paging,
  startAfterId: paging,
};

/** Documented parameters and properties that the form does not reach, with the reason. By operation. */
export const unreachable: Record<string, Record<string, string>> = {
  create_contact: { 'customFields.key': 'The id is enough, and stays when the field is renamed.' },
  update_contact: { 'customFields.key': 'The id is enough, and stays when the field is renamed.' },
  upsert_contact: { 'customFields.key': 'The id is enough, and stays when the field is renamed.' },
};
