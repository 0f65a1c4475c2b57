/**
 * What the documents get wrong, put right, with the source of each. Everything else is as they say.
 */

import type { Schema } from './openApi.ts';

/**
 * Scopes that no app can ask for: one is HighLevel’s own, and the other is no name of a scope (its issue 277). A
 * permission page that is asked for them is a dead end (api#unknown-scope).
 */
export const impossibleScopes: ReadonlySet<string> = new Set([
  'locations.internal-access-only',
  'locations/write',
]);

/** Scopes of endpoints for which a document names none: from Scopes.md of the same documents. */
export const missingScopes: Record<string, string[]> = {
  'DELETE /locations/{locationId}': ['locations.write'],
};

/** The name of a family as people read it, where its file name is not it. */
export const familyNames: Record<string, string> = {
  'ad-manager': 'Ads',
  'ad-publishing': 'Ads',
  'agent-studio': 'Agent Studio',
  'conversation-ai': 'Conversation AI',
  'custom-fields': 'Custom Fields of Objects and Companies',
  'custom-menus': 'Custom Menus',
  'email-isv': 'Email Verification',
  emails: 'Email Templates and Campaigns',
  funnels: 'Funnels and Websites',
  links: 'Trigger Links',
  locations: 'Sub-Accounts',
  medias: 'Media Library',
  objects: 'Custom Objects',
  oauth: 'App Installations',
  proposals: 'Documents and Contracts',
  'saas-api': 'SaaS',
  saas: 'SaaS',
  'social-media-posting': 'Social Planner',
  'social-planner': 'Social Planner',
  'voice-ai': 'Voice AI',
};

/**
 * A text that a document calls an object, as its example shows: `type` and `status` of a social post, whose description
 * has the values. social-planner-v3.json calls the same members texts.
 */
export const textOf = (schema: Schema): Schema | undefined => {
  const { type, properties, example, description = '' } = schema;
  if (type !== 'object' || properties || typeof example !== 'string' || /^[[{]/.test(example))
    return undefined;
  const [, said = ''] = /one of the following values:\s*-?\s*([\w, ]+)/.exec(description) ?? [];
  const values = said.split(/,| and /).map((one) => one.trim());
  const known = values.filter((one) => one && one !== 'null');
  return { ...schema, type: 'string', ...(known.length > 1 ? { enum: known } : {}) };
};

/** Endpoints that sign people in: no step of a Zap may touch the tokens of the connection. */
export const signIn = /^\/oauth\/(token|locationToken|location-token)$/;
