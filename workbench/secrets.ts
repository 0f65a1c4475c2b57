import { type Input, secretInputs } from './app.ts';

/** An input as a page may show it. */
export const withoutSecrets = (input: Input): Input =>
  Object.fromEntries(
    Object.entries(input).map(([key, value]) => [key, secretInputs.includes(key) ? '•••' : value]),
  );
