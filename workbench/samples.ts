import { builtInOf, Memory } from '../zaps/builtIn.ts';
import { createsFor } from '../zaps/stage.ts';
import { fillMapping, lookupIn } from '../zaps/values.ts';
import { isOurs, type Ours, type Step, stepsOf, type Values } from '../zaps/zap.ts';
import { App, type OutputField } from './app.ts';
import type { Draft } from './draft.ts';
import type { Session } from './session.ts';

interface Shown {
  operation: { sample?: unknown; outputFields?: unknown[] };
}

/** Our operation behind a key, with its sample and the fields of its result. */
export const operationOf = (key: string): Shown['operation'] | undefined =>
  ((App.triggers?.[key] ?? App.creates?.[key] ?? App.searches?.[key]) as Shown | undefined)
    ?.operation;

/** The result’s key of a step that finds or creates is that of what it finds. */
const appSample = (step: Ours): Values => {
  const own = operationOf(step.use)?.sample;
  const made = step.orCreate ? operationOf(createsFor[step.use] ?? '')?.sample : undefined;
  return { ...(made as Values), ...(own as Values) };
};

const ownSample = (step: Exclude<Step, Ours>, before: Values[]): Values => {
  const fill = (map: Values) => fillMapping(map, { of: lookupIn(before), now: Date.now });
  if ('each' in step)
    return Object.fromEntries(
      Object.entries(fill(step.each)).map(([name, list]) => [name, [list].flat()[0]]),
    );
  if (!('app' in step)) return {};
  const values = fill(step.map ?? {});
  const own = builtInOf(step);
  // What it does is done to a memory of its own, so that a preview changes nothing.
  if (own) return own.act(values, new Memory());
  return step.gives ?? values;
};

/** Whether a step’s sample came from a test, so that it is of this account. */
export const isTested = (draft: Draft, step: Step): boolean => draft.samples.has(step.id ?? '');

/** What each step gave when it was tested last, or else the app’s own sample, as the Zap editor shows it. */
export const sampleResults = (draft: Draft): Values[] => {
  const results: Values[] = [];
  for (const step of stepsOf(draft.file)) {
    const tested = draft.samples.get(step.id ?? '');
    try {
      results.push(tested ?? (isOurs(step) ? appSample(step) : ownSample(step, results)));
    } catch {
      results.push({});
    }
  }
  return results;
};

const isField = (field: unknown): field is OutputField =>
  typeof field === 'object' && field !== null && 'key' in field;

/** The labels of a step’s result, with those that only the connection knows, if they can be had. */
export const outputFieldsOf = async (session: Session, step: Step): Promise<OutputField[]> => {
  if (!isOurs(step)) return [];
  const zapier = session.connectionOf(step)?.zapier;
  const declared = (operationOf(step.use)?.outputFields ?? []).filter(isField);
  if (!zapier) return declared;
  return zapier.outputFields(step.use, step.map).catch(() => declared);
};

/** The path of an output field, as a token has it: `customField__plan` and `attendees[]email` with dots. */
export const pathOfKey = (key: string): string =>
  key
    .replaceAll('[]', '.')
    .replaceAll('__', '.')
    .replace(/^\.|\.$/g, '');
