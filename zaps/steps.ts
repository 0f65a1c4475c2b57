import { kindOf } from './app.ts';
import { builtInOf, durationOf } from './builtIn.ts';
import { holds } from './conditions.ts';
import { convertDate } from './dates.ts';
import type { StepRun } from './run.ts';
import { createsFor, defaultZone, prepareInput, type Stage, unknownFields } from './stage.ts';
import { fillMapping, lookupIn } from './values.ts';
import { isOurs, type Mapping, type Only, type Ours, type Step, type Values } from './zap.ts';

/** What a step came to: what the run shows of it, and the results with which it goes on. */
interface Outcome {
  shown: Partial<StepRun>;
  /** One for each thread that goes on; more than one behind a loop. */
  items: Values[];
}

const goesOn = (output: Values, shown: Partial<StepRun> = {}): Outcome => ({
  shown: { ...shown, output },
  items: [output],
});

type Fill = (map: Mapping) => Values;

const callOurs = async (
  stage: Stage,
  step: Ours,
  results: Values[],
  { shown, key, map }: { shown: StepRun; key: string; map: Mapping },
): Promise<Values | undefined> => {
  const prepared = await prepareInput(stage, step, results, { key, map });
  shown.input = prepared.input;
  const unknown = unknownFields(prepared);
  if (unknown.length > 0) throw new Error(`${key} has no field ${unknown.join(', ')}.`);
  const heard = {
    heard: (exchange: StepRun['exchanges'][number]) => shown.exchanges.push(exchange),
  };
  const [first] = await stage
    .zapierOf(step)
    .run(key, prepared.input, { ...prepared.circumstances, ...heard });
  return first;
};

/** One of our actions or searches. A search that finds nothing stops the run, unless its step says otherwise. */
const performOurs = async (
  stage: Stage,
  step: Ours,
  results: Values[],
  shown: StepRun,
): Promise<Outcome> => {
  const found = await callOurs(stage, step, results, { shown, key: step.use, map: step.map });
  if (found) return goesOn(found);
  if (kindOf(step.use) !== 'searches') return goesOn({});
  const create = createsFor[step.use];
  if (step.orCreate && create) {
    const call = { shown, key: create, map: step.orCreate };
    return goesOn((await callOurs(stage, step, results, call)) ?? {});
  }
  if (step.ifNone === 'continue')
    return goesOn({}, { why: 'Nothing was found. The run goes on with empty values.' });
  return {
    shown: { status: 'nothingFound', why: 'Nothing was found, so the run stops here.' },
    items: [],
  };
};

const performFilter = ({ only: [value, comparison, other = ''] }: Only, fill: Fill): Outcome => {
  const input = fill({ value, other });
  const shown = { input: { value: input.value, [comparison]: input.other } };
  return holds(comparison, input.value, input.other)
    ? goesOn({}, shown)
    : { shown: { ...shown, status: 'filtered' }, items: [] };
};

const wait = (stage: Stage, input: Values, until: number, said: string): Outcome => {
  if (Number.isNaN(until))
    throw new Error(
      `“${said}” is not a date or time. Map a date, for example 2026-12-05T09:00:00Z.`,
    );
  stage.memory.waits.push(said);
  const isPast = until <= stage.now();
  const shown: Partial<StepRun> = isPast
    ? { input, why: 'That time is past, so the run goes on at once.' }
    : { input, status: 'waiting', until };
  return { shown: { ...shown, output: {} }, items: [{}] };
};

const loop = (each: Record<string, string>, fill: Fill): Outcome => {
  const lists = Object.entries(fill(each)).map(([name, list]) => [name, [list].flat()] as const);
  const length = Math.max(0, ...lists.map(([, list]) => list.length));
  const items = Array.from({ length }, (_, index) =>
    Object.fromEntries(lists.map(([name, list]) => [name, list[index]])),
  );
  return { shown: { input: Object.fromEntries(lists), output: items[0] ?? {} }, items };
};

/** Performs one step. Throws what the app throws. */
export const performStep = async (
  stage: Stage,
  step: Step,
  results: Values[],
  shown: StepRun,
): Promise<Outcome> => {
  if (isOurs(step)) return performOurs(stage, step, results, shown);
  const { chosen, now } = stage;
  const fill: Fill = (map) =>
    fillMapping(map, { of: lookupIn(results), now, ...(chosen ? { chosen } : {}) });
  if ('only' in step) return performFilter(step, fill);
  if ('delayUntil' in step) {
    const said = String(fill({ until: step.delayUntil }).until ?? '');
    const zone = (await stage.zoneOf?.({ use: '', map: {} }, {})) ?? defaultZone;
    return wait(stage, { until: said }, Date.parse(convertDate(said, zone)), said);
  }
  if ('delayFor' in step) {
    const input = fill({ for: step.delayFor });
    return wait(stage, input, now() + durationOf(String(input.for)), String(input.for));
  }
  if ('each' in step) return loop(step.each, fill);
  const values = fill(step.map ?? {});
  shown.input = values;
  const own = builtInOf(step);
  if (own) return goesOn(own.act(values, stage.memory));
  stage.memory.sent.push({ app: step.app, event: step.event, values });
  return goesOn(step.gives ?? values);
};
