import * as zod from 'zod';
import { listIn } from '../../lib/api/answers.ts';
import { doWithout } from '../../lib/api/errors.ts';
import { cached } from '../../lib/cache.ts';
import { record } from '../../lib/record.ts';
import type { Run } from '../../lib/run.ts';
import type { JsonObject } from '../../lib/values.ts';
import { loadPipelines, pipelinesRoute } from '../../records/pipelines.ts';
import { workflows } from '../../records/workflows.ts';

const usersRoute = 'GET /users/';
const workflowsRoute = 'GET /workflows/';

/** The endpoints that read names. */
export const nameRoutes = [usersRoute, workflowsRoute, pipelinesRoute];

/** What people write as names, and the ID that HighLevel searches by. */
const named = zod.object({ id: zod.string(), names: zod.array(zod.string()) });
type Named = zod.output<typeof named>;

const users = record({ noun: 'user', many: 'users', sample: { id: 'u1' } });

const namedBy = (records: JsonObject[], namesOf: (one: JsonObject) => unknown[]): Named[] =>
  records.map((one) => ({ id: String(one.id), names: namesOf(one).filter(Boolean).map(String) }));

const readUsers = async (run: Run): Promise<Named[]> => {
  const answer = await run.call(usersRoute, { locationId: run.locationId });
  return namedBy(listIn(answer, users), ({ name, firstName, lastName, email }) => [
    name,
    [firstName, lastName].filter(Boolean).join(' '),
    email,
  ]);
};

const readWorkflows = async (run: Run): Promise<Named[]> => {
  const answer = await run.call(workflowsRoute, { locationId: run.locationId });
  return namedBy(listIn(answer, workflows), ({ name }) => [name]);
};

const readPipelines = async (run: Run): Promise<Named[]> =>
  (await loadPipelines(run)).map(({ id, name }) => ({ id, names: [name] }));

const readStages = async (run: Run): Promise<Named[]> =>
  (await loadPipelines(run)).flatMap((pipeline) =>
    pipeline.stages.map(({ id, name }) => ({ id, names: [name, `${pipeline.name} · ${name}`] })),
  );

const readers = {
  user: readUsers,
  workflow: readWorkflows,
  pipeline: readPipelines,
  stage: readStages,
};

/** Kinds of records that a filter names. */
export type NamedKind = keyof typeof readers;

const anHour = 3_600;

/**
 * The IDs of the records that have a name. Undefined if nobody can tell, because HighLevel does not show the list.
 * Names are kept for an hour, and read anew if none fits.
 */
export const idsByName = async (
  run: Run,
  kind: NamedKind,
  name: string,
): Promise<string[] | undefined> => {
  const entry = { name: `names:${kind}`, shape: zod.array(named), seconds: anHour };
  const search = async () => {
    const list = await cached(run.cache, entry, () => readers[kind](run));
    const fits = (other: string) => other.trim().toLowerCase() === name.toLowerCase();
    return list.filter(({ id, names }) => id === name || names.some(fits)).map(({ id }) => id);
  };
  const found = await search().catch(doWithout(undefined));
  if (!found || found.length > 0) return found;
  await run.cache.clear(entry.name);
  return search().catch(doWithout(undefined));
};
