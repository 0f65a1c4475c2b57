/**
 * The two generations of HighLevel's API: `v3`, and all that came before it. The app states every route in the classic
 * form. This table says which generation each family speaks, and how v3 wants what it wants otherwise (api#state-of-v3,
 * api#requests-that-change-in-v3). Answers are read in the spelling of either, whichever was asked for.
 */
import type { JsonObject } from '../values.ts';

export type Generation = 'classic' | 'v3';

/** The `Version` of requests in v3. */
export const v3Version = 'v3';

/** Which generation each family speaks: one word flips it. A family is the first part of a path. */
export const spoken: Record<string, Generation> = {
  associations: 'classic',
  blogs: 'classic',
  businesses: 'classic',
  calendars: 'classic',
  campaigns: 'classic',
  companies: 'classic',
  contacts: 'classic',
  conversations: 'classic',
  forms: 'classic',
  invoices: 'classic',
  links: 'classic',
  locations: 'classic',
  medias: 'classic',
  oauth: 'classic',
  objects: 'classic',
  opportunities: 'classic',
  payments: 'classic',
  products: 'classic',
  proposals: 'classic',
  snapshots: 'classic',
  'social-media-posting': 'classic',
  surveys: 'classic',
  users: 'classic',
  'voice-ai': 'classic',
  workflows: 'classic',
};

/** The generation of a path. HIGHLEVEL_API_GENERATION sets that of all families, for a trial. */
export const generationOf = (path: string): Generation => {
  const { HIGHLEVEL_API_GENERATION: all } = process.env;
  if (all === 'classic' || all === 'v3') return all;
  return spoken[path.split('/')[1] ?? ''] ?? 'classic';
};

/** How v3 wants the request of a route. What is not said stays as it is. */
export interface V3Form {
  /** Method and path. */
  route?: string;
  /** The members of query or body that have another name, by their path. */
  names?: Record<string, string>;
  /** Members that v3 does not take. */
  drops?: string[];
  /** Lists that are put together from other members, which go. */
  lists?: Record<string, string[]>;
  /** The member that a list takes the place of, by the list. */
  replaces?: Record<string, string>;
  /** Members that are for v3 alone: a classic request goes out without them. */
  extras?: string[];
  /** Members that v3 wants in addition. */
  adds?: JsonObject;
  /** Numbers of words that v3 wants, and the member that holds the text as HTML. */
  wordCounts?: Record<string, string>;
  /** The agency's ID is wanted as `companyId`. */
  isOfAgency?: boolean;
  /** The answer comes in pages by `skip` and `limit`, where the classic one comes whole. */
  pages?: { list: string; size: number };
  /** What v3 alone knows: a request with one of these members, or one of these values of it, goes out in v3. */
  only?: Record<string, 'any' | string[]>;
  /** HighLevel may remove the classic form while its Version lives on: then this one is sent. */
  standsIn?: boolean;
}

const channels = {
  'dndSettings.Call': 'call',
  'dndSettings.Email': 'email',
  'dndSettings.SMS': 'sms',
  'dndSettings.WhatsApp': 'whatsApp',
  'dndSettings.GMB': 'gmb',
  'dndSettings.FB': 'fb',
};
const customValues = { 'customFields.field_value': 'fieldValue' };
const contactBody: V3Form = { names: { ...channels, ...customValues } };

const forecast = { forecastExpectedCloseDate: 'any', forecastProbability: 'any' } as const;
const opportunityBody: V3Form = { names: customValues, only: forecast };

// “completed” works in classic, too (api#appointment-statuses).
const appointmentBody: V3Form = { only: { appointmentStatus: ['active'] } };
const newScopes = [
  'pipelines.create',
  'ai-studio.readonly',
  'ai-studio.write',
  'askai.write',
  'copilot.readonly',
];
const userBody: V3Form = { only: { scopes: newScopes, scopesAssignedToOnly: newScopes } };

/** Every route that differs, by its classic form. */
export const v3Forms: Record<string, V3Form> = {
  'GET /contacts/': {
    route: 'POST /contacts/search',
    names: { limit: 'pageLimit' },
    lists: { searchAfter: ['startAfter', 'startAfterId'] },
    adds: { sort: [{ field: 'dateAdded', direction: 'desc' }] },
  },
  'GET /contacts/business/{businessId}': {
    lists: { startAfter: ['afterName', 'afterId'] },
    replaces: { startAfter: 'skip' },
    extras: ['afterName', 'afterId'],
  },
  'POST /contacts/': contactBody,
  'PUT /contacts/{contactId}': contactBody,
  'POST /contacts/upsert': contactBody,
  'DELETE /contacts/{contactId}/campaigns/removeAll': {
    route: 'DELETE /contacts/{contactId}/campaigns/remove-all',
  },
  'POST /calendars/events/appointments': appointmentBody,
  // Bookings of services are new in v3.
  'GET /calendars/services/catalog': { only: { locationId: 'any' } },
  'GET /calendars/services/locations': { only: { locationId: 'any' } },
  'GET /calendars/services/bookings': { only: { locationId: 'any' } },
  'POST /calendars/services/bookings': { only: { contactId: 'any' } },
  'DELETE /calendars/services/bookings/{bookingId}': { only: { bookingId: 'any' } },
  'PUT /calendars/events/appointments/{eventId}': appointmentBody,
  'GET /opportunities/search': {
    names: {
      location_id: 'locationId',
      pipeline_id: 'pipelineId',
      pipeline_stage_id: 'pipelineStageId',
      contact_id: 'contactId',
      assigned_to: 'assignedTo',
    },
  },
  'POST /opportunities/': opportunityBody,
  'PUT /opportunities/{id}': opportunityBody,
  'POST /opportunities/upsert': { only: forecast },
  'GET /users/': {
    route: 'GET /users/search',
    isOfAgency: true,
    pages: { list: 'users', size: 100 },
    standsIn: true,
  },
  'POST /users/': userBody,
  'PUT /users/{userId}': userBody,
  'GET /blogs/posts/all': { only: { status: ['ALL'] } },
  'PUT /blogs/posts/{postId}': { wordCounts: { wordCount: 'rawHTML' } },
  'POST /social-media-posting/{locationId}/posts': { drops: ['media.defaultThumb'] },
  'POST /oauth/token': {
    names: {
      client_id: 'clientId',
      client_secret: 'clientSecret',
      grant_type: 'grantType',
      refresh_token: 'refreshToken',
      user_type: 'userType',
      redirect_uri: 'redirectUri',
    },
  },
  'POST /oauth/locationToken': { route: 'POST /oauth/location-token' },
  'GET /oauth/installedLocations': {
    route: 'GET /oauth/installed-locations',
    names: { limit: 'pageSize' },
    drops: ['skip'],
  },
};
