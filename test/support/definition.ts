import zapier from 'zapier-platform-core';
import App from '../../index.ts';
import type { Definition } from './checks.ts';

/** The app as the checks read it. */
export const definition = App as unknown as Definition;

/** What Zapier's own validation (JSON schema and functional constraints) has to say. */
export const validate = async (): Promise<unknown[]> => {
  // Core has it, its types do not.
  const { createAppHandler } = zapier as unknown as {
    createAppHandler: (app: object) => (event: object) => Promise<{ results: unknown[] }>;
  };
  const event = { command: 'validate', calledFromCli: true };
  return (await createAppHandler(App)(event)).results;
};
