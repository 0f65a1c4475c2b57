/**
 * All that the workbench takes from the app, from the sandbox and from what stands in for Zapier: a name that changes
 * there changes here, in one line.
 */
export { creates } from '../creates/index.ts';
export { default as App } from '../index.ts';
export { apiUrl, familyOf, marketplaceUrl, type Token } from '../lib/api.ts';
export { routesOf } from '../lib/operation.ts';
export { titleOf } from '../lib/record.ts';
export type { Catalog } from '../lib/register.ts';
export { secretInputs } from '../middleware.ts';
export { type Sandbox, startSandbox } from '../sandbox/index.ts';
export { messages, receive } from '../sandbox/seed/conversations.ts';
export type { Location } from '../sandbox/state.ts';
export { scopesOf } from '../scopes.ts';
export { searches } from '../searches/index.ts';
export { connect, pointAt } from '../tour/tour.ts';
export {
  type AccountKind,
  type Circumstances,
  type Exchange,
  type Field,
  type Kind,
  kindOf,
  LocalZapier,
  messageOf,
  type OutputField,
} from '../tour/zapier.ts';
export { triggers } from '../triggers/index.ts';

/** What is filled into a form, and what comes back: JSON by field. */
export type Input = Record<string, unknown>;
export type Result = Record<string, unknown>;
