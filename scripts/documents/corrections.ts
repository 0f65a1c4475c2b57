/**
 * What the documents get wrong, put right, with the source of each. Everything else is as they say.
 */

/** Scopes of endpoints for which a document names none: from Scopes.md of the same documents. */
export const missingScopes: Record<string, string[]> = {};

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

/** Endpoints that sign people in: no step of a Zap may touch the tokens of the connection. */
export const signIn = /^\/oauth\/(token|locationToken|location-token)$/;
