import { randomBytes } from 'node:crypto';
import * as zod from 'zod';
import { rules } from '../zaps/conditions.ts';
import { type Comparison, type Step, stepsOf, type Zap } from '../zaps/zap.ts';

/** A Zap as it stands in its file. */
export interface ZapFile extends Zap {
  name: string;
  /** Whether steps that end in an error are tried again. */
  autoreplay?: boolean;
  /** The recipe from which it was made. */
  recipe?: string;
}

const values = zod.record(zod.string(), zod.unknown());
const edited = {
  id: zod.string().optional(),
  labels: zod.record(zod.string(), zod.string()).optional(),
};
const ours = zod.strictObject({
  ...edited,
  use: zod.string(),
  map: values,
  connection: zod.string().optional(),
  orCreate: values.optional(),
  ifNone: zod.literal('continue').optional(),
});
const other = zod.strictObject({
  ...edited,
  app: zod.string(),
  event: zod.string(),
  map: values.optional(),
  gives: values.optional(),
});
const comparison = zod.enum(Object.keys(rules) as [Comparison, ...Comparison[]]);
const only = zod.strictObject({
  ...edited,
  only: zod
    .tuple([zod.string(), comparison])
    .or(zod.tuple([zod.string(), comparison, zod.string()])),
});
const waitUntil = zod.strictObject({ ...edited, delayUntil: zod.string() });
const waitFor = zod.strictObject({ ...edited, delayFor: zod.string() });
const loop = zod.strictObject({ ...edited, each: zod.record(zod.string(), zod.string()) });

const zapFile = zod.strictObject({
  name: zod.string().min(1).max(200),
  autoreplay: zod.boolean().optional(),
  recipe: zod.string().optional(),
  trigger: ours.or(other),
  steps: zod.array(zod.union([ours, other, only, waitUntil, waitFor, loop])).max(100),
});

/** An id for a step, so that it is found wherever it moves. */
export const newId = (): string => randomBytes(5).toString('hex');

/** Every step with an id of its own. */
export const withIds = <T extends Zap>(zap: T): T => {
  const seen = new Set<string>();
  const known = <S extends Step>(step: S): S => {
    const id = step.id && /^\w{1,40}$/.test(step.id) && !seen.has(step.id) ? step.id : newId();
    seen.add(id);
    return { ...step, id };
  };
  return { ...zap, trigger: known(zap.trigger), steps: zap.steps.map(known) };
};

/** A Zap’s file, read. Throws a sentence if it is none. */
export const parseZapFile = (text: string): ZapFile => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error('This is not a Zap: the file is not JSON.');
  }
  const parsed = zapFile.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') ?? '';
    throw new Error(`This is not a Zap: ${where ? `“${where}”: ` : ''}${issue?.message ?? ''}.`);
  }
  return withIds(parsed.data as ZapFile);
};

/** A Zap with nothing in it yet. */
export const emptyZap = (name: string): ZapFile => ({
  name,
  trigger: { id: newId(), use: '', map: {} },
  steps: [],
});

/** The place of a step by its id, from 1; 0 if there is none. */
export const numberOf = (zap: Zap, id: string): number =>
  stepsOf(zap).findIndex((step) => step.id === id) + 1;
