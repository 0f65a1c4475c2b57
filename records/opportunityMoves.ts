import * as zod from 'zod';
import { listIn } from '../lib/api/answers.ts';
import { cachedById } from '../lib/cache.ts';
import { type Context, record } from '../lib/record.ts';
import type { Run } from '../lib/run.ts';
import type { JsonObject } from '../lib/values.ts';
import { opportunityStatement as common } from './opportunities.ts';
import { loadNames, stageNames } from './pipelines.ts';

/** The stage of what a poll remembers: stage and moment. */
export const stageIn = (former: unknown): string | undefined =>
  typeof former === 'string' ? former.split(' ')[0] : undefined;

/** The former stage out of what a poll remembers, and its name; null if HighLevel has it no longer. */
const withFormerStage = async (records: JsonObject[], { run }: Context): Promise<JsonObject[]> => {
  const ids = records.flatMap(({ former }) => stageIn(former) ?? []);
  const names =
    ids.length > 0 ? await cachedById(run.cache, stageNames, ids, () => loadNames(run, ids)) : {};
  return records.map(({ former, ...one }) => ({
    ...one,
    formerStageId: stageIn(former) ?? null,
    formerStageName: names[stageIn(former) ?? ''] ?? null,
  }));
};

/** Opportunities that were moved, with the stage in which they were before, if a poll has seen that. */
export const movedOpportunities = record({
  ...common,
  many: 'opportunities',
  sample: {
    ...common.sample,
    formerStageId: '7915dedc-8f18-44d5-8bc3-77c04e994a10',
    formerStageName: 'New request',
  },
  labels: { ...common.labels, formerStageId: 'Former Stage ID' },
  complete: async (records, context) =>
    withFormerStage(await common.complete(records, context), context),
});

/** Where the reasons are listed why opportunities are lost. */
export const lostReasonsRoute = 'GET /opportunities/lost-reason';

const reasons = record({
  noun: 'reason',
  many: 'lostReasons',
  sample: { id: 'CLu7BaljjqrEjBGKTNNe', name: 'Price' },
});

const reasonEntry = { name: 'lost-reasons', shape: zod.string() };

const loadReasons = async (run: Run): Promise<Record<string, string>> => {
  const answer = await run.call(lostReasonsRoute, { locationId: run.locationId, limit: 100 });
  return Object.fromEntries(
    listIn(answer, reasons).map(({ id, _id, name }) => [String(id ?? _id), String(name)]),
  );
};

/** The name of each reason; none if HighLevel does not list the reasons, which it once refused (api#lost-reasons). */
const withReason = async (records: JsonObject[], { run }: Context): Promise<JsonObject[]> => {
  const idOf = ({ status, lostReasonId: id }: JsonObject) =>
    status === 'lost' && id ? [String(id)] : [];
  const ids = records.flatMap(idOf);
  const load = () => loadReasons(run);
  const names =
    ids.length > 0 ? await cachedById(run.cache, reasonEntry, ids, load).catch(() => ({})) : {};
  return records.map((one) => {
    const [id = ''] = idOf(one);
    return { ...one, lostReasonName: (names as Record<string, string | null>)[id] ?? null };
  });
};

/** Opportunities whose status changed, with the reason if they were lost. */
export const closedOpportunities = record({
  ...common,
  many: 'opportunities',
  sample: { ...common.sample, lostReasonName: 'Price' },
  complete: async (records, context) =>
    withReason(await common.complete(records, context), context),
});
