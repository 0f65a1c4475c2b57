/**
 * All that the workbench takes from the app, from the sandbox and from what stands in for Zapier: a name that changes
 * there changes here, in one line.
 */
export { oauth } from '../authentication.ts';
export { creates, searches, triggers } from '../included.ts';
export { default as App } from '../index.ts';
export { apiUrl, endpointOf, marketplaceUrl } from '../lib/api/endpoints.ts';
export type { Token } from '../lib/api/families.ts';
export { secretInputs } from '../lib/api/redact.ts';
export { signIn } from '../lib/connection/signIn.ts';
export { titleOf } from '../lib/outputFields.ts';
export { routesOf } from '../lib/perform.ts';
export type { Catalog } from '../lib/zapier.ts';
export { privateToken } from '../privateToken.ts';
export { type Sandbox, startSandbox } from '../sandbox/index.ts';
export { receive } from '../sandbox/seed/conversations.ts';
export type { Location } from '../sandbox/state/state.ts';
export { scopesOf } from '../scopes.ts';
export { startsOf } from '../tour/starts.ts';
export { connect, pointAt } from '../tour/tour.ts';
export {
  type AccountKind,
  type Circumstances,
  type Exchange,
  type Field,
  isInstant,
  type Kind,
  kindOf,
  LocalZapier,
  messageOf,
  type OutputField,
  type Posted,
} from '../tour/zapier.ts';

/** What is filled into a form, and what comes back: JSON by field. */
export type Input = Record<string, unknown>;
export type Result = Record<string, unknown>;
