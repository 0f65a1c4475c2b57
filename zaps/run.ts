import type { Guide } from '../tour/station.ts';
import { kindOf, type LocalZapier } from '../tour/zapier.ts';
import {
  fill,
  isChoice,
  isOurs,
  type Mapping,
  type Ours,
  type Step,
  type Values,
  type Zap,
} from './zap.ts';

/** What reached another app. */
export interface Sent {
  app: string;
  event: string;
  values: Values;
}

/** What Zapier keeps between the Zaps of a recipe, and what they did. */
export class Memory {
  readonly stored = new Map<string, unknown>();
  readonly digest: string[] = [];
  readonly sent: Sent[] = [];
  readonly waits: string[] = [];
}

/** What the test adds to a recipe: choices of the person, and what happens in HighLevel while the Zap is on. */
export interface Scene {
  zapier: LocalZapier;
  guide: Guide;
  memory: Memory;
  /** Sub-account for an agency connection, else nothing. */
  base: Values;
  chosen: Values;
  happens?: (() => unknown) | undefined;
}

const at = (value: unknown, path: string[]): unknown => {
  if (path.length === 0) return value;
  if (Array.isArray(value)) return value.map((one) => at(one, path));
  const [key = '', ...rest] = path;
  return at((value as Values | undefined)?.[key], rest);
};

/** Zapier's own apps, as far as the recipes use them. */
const builtIn: Record<string, (values: Values, memory: Memory) => Values> = {
  'Storage by Zapier: Set Value': ({ Key, Value }, { stored }) => {
    stored.set(String(Key), Value);
    return { Key, Value };
  },
  'Storage by Zapier: Get Value': ({ Key }, { stored }) => ({
    Key,
    Value: stored.get(String(Key)),
  }),
  'Digest by Zapier: Append Entry and Schedule Digest': ({ Entry }, { digest }) => {
    digest.push(String(Entry));
    return { 'Current Digest': digest.join('\n') };
  },
  'Digest by Zapier: Release Existing Digest': (_, { digest }) => ({
    Digest: digest.splice(0).join('\n'),
  }),
  'Formatter by Zapier: Date / Time, Add/Subtract Time': ({ Input, Expression }) => {
    const [, amount = '0', unit = ''] = /^([+-]\d+) (day|hour)/.exec(String(Expression)) ?? [];
    const milliseconds = { day: 86_400_000, hour: 3_600_000 }[unit] ?? Number.NaN;
    return {
      Output: new Date(Date.parse(String(Input)) + Number(amount) * milliseconds).toISOString(),
    };
  },
};

const conditions: Record<string, (value: unknown, other: string) => boolean> = {
  contains: (value, other) => String(value).toLowerCase().includes(other.toLowerCase()),
  'does not contain': (value, other) => !String(value).toLowerCase().includes(other.toLowerCase()),
  is: (value, other) => String(value) === other,
  'is after': (value, other) => Date.parse(String(value)) > Date.parse(other),
  'is before': (value, other) => Date.parse(String(value)) < Date.parse(other),
  exists: (value) => value !== undefined && value !== null && value !== '',
};

const resolved = (scene: Scene, map: Mapping, results: Values[]): Values => {
  const of = (step: number, path: string) => at(results[step - 1], path.split('.'));
  const valued = (key: string, value: unknown): unknown => {
    if (isChoice(value)) {
      if (!(key in scene.chosen)) throw new Error(`The test chooses nothing for ${key}.`);
      return scene.chosen[key];
    }
    if (typeof value === 'string')
      return fill(value.replaceAll('{{zap_meta_utc_iso}}', new Date().toISOString()), of);
    if (Array.isArray(value)) return value.flatMap((one) => valued(key, one));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, valued(name, one)]),
      );
    return value;
  };
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, valued(key, value)]));
};

/** Fills in our form, and refuses a field that the form does not have, as Zapier's editor could not show it. */
const filledIn = async (scene: Scene, key: string, values: Values): Promise<Values> => {
  const input = { ...scene.base, ...values };
  const known = (await scene.zapier.fields(key, input)).map((field) => field.key);
  const asked = Object.fromEntries(
    Object.entries(input).filter(([name]) => name !== 'locationId' || known.includes(name)),
  );
  const unknown = Object.keys(asked).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`${key} has no field ${unknown.join(', ')}.`);
  return asked;
};

/** Runs one of our actions or searches; a search that finds nothing ends the Zap, unless it may create. */
const act = async (scene: Scene, step: Ours, results: Values[]): Promise<Values | undefined> => {
  const input = await filledIn(scene, step.use, resolved(scene, step.map, results));
  const [first] = await scene.zapier.run(step.use, input);
  if (first || kindOf(step.use) !== 'searches' || !step.orCreate) return first;
  const made = await filledIn(scene, 'create_contact', resolved(scene, step.orCreate, results));
  return (await scene.zapier.run('create_contact', made))[0];
};

const go = async (scene: Scene, steps: Step[], results: Values[]): Promise<void> => {
  const [step, ...rest] = steps;
  if (!step) return;
  const value = (text: string) => resolved(scene, { text }, results).text;
  if (isOurs(step)) {
    const result = await act(scene, step, results);
    return result ? go(scene, rest, [...results, result]) : undefined;
  }
  if ('only' in step) {
    const [given, holds, other = ''] = step.only;
    const check = conditions[holds];
    if (!check?.(value(given), String(value(other)))) return;
    return go(scene, rest, [...results, {}]);
  }
  if ('delayUntil' in step) {
    scene.memory.waits.push(String(value(step.delayUntil)));
    return go(scene, rest, [...results, {}]);
  }
  if ('each' in step) {
    const lists = Object.entries(step.each).map(
      ([name, list]) => [name, [value(list)].flat()] as const,
    );
    const length = Math.max(...lists.map(([, list]) => list.length));
    for (let index = 0; index < length; index += 1) {
      const item = Object.fromEntries(lists.map(([name, list]) => [name, list[index]]));
      await go(scene, rest, [...results, item]);
    }
    return;
  }
  const values = resolved(scene, step.map ?? {}, results);
  const own = builtIn[`${step.app}: ${step.event}`];
  if (own) return go(scene, rest, [...results, own(values, scene.memory)]);
  scene.memory.sent.push({ app: step.app, event: step.event, values });
  return go(scene, rest, [...results, step.gives ?? values]);
};

/** Runs a Zap as Zapier would: seeds a polling trigger, lets something happen, polls, and runs each new record. */
export const runZap = async (scene: Scene, { trigger, steps }: Zap): Promise<number> => {
  if (!isOurs(trigger)) {
    await go(scene, steps, [trigger.gives ?? {}]);
    return 1;
  }
  const { use: key, map } = trigger;
  const { zapier } = scene;
  const input = await filledIn(scene, key, resolved(scene, map, []));
  const seen = new Set(
    (await zapier.run(key, input, { isPopulatingDedupe: true })).map((one) =>
      zapier.dedupeKey(key, one),
    ),
  );
  await scene.happens?.();
  const fired = (await zapier.run(key, input)).filter(
    (one) => !seen.has(zapier.dedupeKey(key, one)),
  );
  for (const record of fired.reverse()) await go(scene, steps, [record]);
  return fired.length;
};
