import { type Endpoint, endpointOf, parseRoute } from '../lib/api/endpoints.ts';
import { HighLevelError } from '../lib/api/errors.ts';
import { assertScope } from '../lib/grantedScopes.ts';
import type { Run } from '../lib/run.ts';
import { assertConnection } from '../lib/tokens.ts';
import { asObject, type JsonObject } from '../lib/values.ts';
import { refuse } from '../lib/zapier.ts';
import type { Entry } from './digest.ts';
import { fetchFile } from './files.ts';
import { readValues } from './form.ts';
import { findEndpoint } from './load.ts';

/** The endpoint as the transport takes it: Version, scope and kind of token as the documents say. */
export const endpointFrom = ({
  route,
  version,
  scopes,
  token,
  encoding,
  bodyMember,
}: Entry): Endpoint =>
  endpointOf({
    route,
    ...parseRoute(route),
    version,
    scope: scopes[0] ?? '',
    token,
    ...(encoding ? { encoding } : {}),
    ...(bodyMember ? { bodyMember } : {}),
  });

/** The chosen endpoint of a step. Refuses a step without one. */
export const chosenEndpoint = async (name: unknown): Promise<Entry> => {
  const entry = await findEndpoint(name);
  if (entry) return entry;
  return refuse(
    name
      ? 'HighLevel’s documents do not know this endpoint any more. Choose it again in “What to Do”.'
      : 'Choose an area and what to do first.',
  );
};

const withFiles = async (run: Run, { input }: Entry, values: JsonObject): Promise<JsonObject> => {
  const files = Object.entries(asObject(input.properties))
    .filter(([, one]) => asObject(one).format === 'file')
    .filter(([name]) => typeof values[name] === 'string');
  const fetched = await Promise.all(
    files.map(async ([name]) => [name, await fetchFile(run, String(values[name]))] as const),
  );
  return { ...values, ...Object.fromEntries(fetched) };
};

/** Sends what the step says to an endpoint, and gives the answer. */
export const send = async (run: Run, entry: Entry, values: JsonObject): Promise<unknown> => {
  const endpoint = endpointFrom(entry);
  await assertScope(run, endpoint);
  return run.call(endpoint, await withFiles(run, entry, values));
};

/** Runs an endpoint with what the step says. */
export const runEntry = async (run: Run, entry: Entry): Promise<unknown> => {
  assertConnection(run, endpointFrom(entry));
  return send(run, entry, await readValues(run, entry));
};

/** Reads by the endpoint that the step has chosen. Refuses one that writes. */
export const readChosen = async (
  run: Run,
  name: unknown,
): Promise<{ entry: Entry; answer: unknown }> => {
  const entry = await chosenEndpoint(name);
  if (!endpointFrom(entry).reads)
    throw new HighLevelError('invalid', '“API Look-Up” only reads. Use “API Request” for this.');
  return { entry, answer: await runEntry(run, entry) };
};
