import type { LoggedRequest } from '../sandbox/state/state.ts';

/**
 * What to say of the versions that the requests of a tour bore. Throws if a generation was asked for and a request bore
 * a Version of the other one.
 */
export const tellGeneration = (
  requests: readonly LoggedRequest[],
  generation: string | undefined,
): string => {
  // The page on which people sign in has no Version.
  const calls = requests.filter(({ path }) => !path.endsWith('/chooselocation'));
  const inV3 = calls.filter(({ version }) => version === 'v3');
  const strays = generation === 'v3' ? calls.filter((one) => !inV3.includes(one)) : [];
  if (strays.length > 0) {
    const list = strays
      .slice(0, 5)
      .map(({ method, path, version }) => `${method} ${path} ${version}`);
    throw new Error(`Not in v3: ${list.join(', ')}`);
  }
  return `${inV3.length} of ${calls.length} requests went out in v3.`;
};
