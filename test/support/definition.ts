import zapier from 'zapier-platform-core';
import App from '../../index.ts';
import { privateToken } from '../../privateToken.ts';
import type { Definition } from './checks.ts';

/** The app as the checks read it. */
export const definition = App as unknown as Definition;

/** The same app if people sign in with a Private Integration Token. */
export const byToken = { ...App, authentication: privateToken };

interface Complaint {
  /** `instance.creates.create_contact.operation.sample` */
  property: string;
  message: string;
}

/** What Zapier's own validation (JSON schema and functional constraints) has to say of an app. */
export const validate = async (app: object = App): Promise<string[]> => {
  // Core has it, its types do not.
  const { createAppHandler } = zapier as unknown as {
    createAppHandler: (app: object) => (event: object) => Promise<{ results: Complaint[] }>;
  };
  const event = { command: 'validate', calledFromCli: true };
  const { results } = await createAppHandler(app)(event);
  return results.map(
    ({ property, message }) => `${property.replace(/^instance\./, '')} ${message}`,
  );
};
