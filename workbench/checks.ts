import { builtInOf } from '../zaps/builtIn.ts';
import { neverHolds, rules } from '../zaps/conditions.ts';
import { type Prepared, prepareInput } from '../zaps/stage.ts';
import { lookUp, tokensIn } from '../zaps/values.ts';
import {
  isChoice,
  isOurs,
  type Only,
  type Ours,
  type Step,
  stepsOf,
  type Values,
} from '../zaps/zap.ts';
import { type Field, messageOf } from './app.ts';
import { entryOf } from './catalog.ts';
import type { Draft } from './draft.ts';
import { sampleResults } from './samples.ts';
import type { Session } from './session.ts';
import { ownForm } from './stepForm.ts';

/** Something about a step that its owner should know. */
export interface Problem {
  step: number;
  id: string;
  /** A Zap with a fault cannot be switched on; a warning only warns. */
  kind: 'fault' | 'warning';
  text: string;
  /** The field that it is about. */
  field?: string;
}

type Found = Omit<Problem, 'step' | 'id'>;

const fault = (text: string, field?: string): Found => ({
  kind: 'fault',
  text,
  ...(field ? { field } : {}),
});
const warning = (text: string): Found => ({ kind: 'warning', text });

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  isChoice(value) ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.every(isEmpty));

const nameOf = ({ label, key }: Field): string => label ?? key;

const emptyRequired = (fields: Field[], input: Values): Found[] =>
  fields.flatMap((field): Found[] => {
    if (field.children)
      return ((input[field.key] ?? []) as Values[]).flatMap((row) =>
        emptyRequired(field.children ?? [], row),
      );
    return field.required && isEmpty(input[field.key])
      ? [fault(`“${nameOf(field)}” is empty.`, field.key)]
      : [];
  });

/** Tokens of steps that are gone, come later, or never give such a value. */
const badTokens = (step: Step, number: number, steps: Step[], results: Values[]): Found[] =>
  tokensIn(step).flatMap(({ step: from, path }): Found[] => {
    const source = steps[from - 1];
    if (from === 0 || !source)
      return [fault(`It takes “${path}” from a step that was deleted. Map it again.`)];
    if (from >= number)
      return [
        fault(
          `It takes “${path}” from step ${from}, which comes later. Move it up, or map it again.`,
        ),
      ];
    if ('only' in source || 'delayFor' in source || 'delayUntil' in source)
      return [fault(`Step ${from} gives nothing, so there is no “${path}” to take from it.`)];
    return lookUp(results[from - 1], path) === undefined
      ? [warning(`Step ${from} has no “${path}” in its sample, so it may be empty.`)]
      : [];
  });

const fixedWords = ['id', 'contactId', 'locationId', 'triggerOn', 'tagsMode'];

/** Whether the form of an update names only what to update, and not what to change. */
export const changesNothing = (use: string, map: Values, fields: Field[]): boolean => {
  if (!use.startsWith('update_')) return false;
  const isChange = (key: string) =>
    fields.some((field) => field.key === key && !field.required && field.default === undefined) &&
    !fixedWords.includes(key);
  const changes = Object.entries(map).filter(([key, value]) => isChange(key) && !isEmpty(value));
  return changes.length === 0 && fields.some(({ key }) => isChange(key));
};

const filterFaults = ({ only: [value, comparison, other = ''] }: Only): Found[] => {
  const why =
    tokensIn(other).length > 0 || other.includes('{{') ? undefined : neverHolds(comparison, other);
  const found = [
    ...(value.trim() === '' ? [fault('“Only continue if” is empty.', 'value')] : []),
    ...(why && rules[comparison].needs ? [warning(why)] : []),
  ];
  return value.trim() !== '' && !value.includes('{{')
    ? [
        ...found,
        warning(`“${value}” is typed, not mapped, so the filter decides the same way every time.`),
      ]
    : found;
};

const ourFaults = async (session: Session, step: Ours, results: Values[]): Promise<Found[]> => {
  const connection = session.connectionOf(step);
  const entry = entryOf(step.use);
  if (!entry) return [fault('No event is chosen.')];
  if (!connection) return [fault('No account is connected.')];
  const found: Found[] = [];
  if (step.connection && connection.label !== step.connection)
    found.push(warning(`“${step.connection}” is not connected, so it uses “${connection.label}”.`));
  if (entry.token === 'agency' && connection.kind !== 'agency')
    found.push(fault('It needs an agency connection, and this step uses one of a sub-account.'));
  const isLockedOut = connection.kind === 'agency' && connection.zapier.authData.privateToken;
  if (entry.token === 'sub-account' && isLockedOut)
    found.push(
      fault('It works in a sub-account, and the token of this account belongs to the agency.'),
    );
  const unchosen = Object.entries(step.map).flatMap(([key, value]) =>
    isChoice(value) ? [{ key, words: value.choose }] : [],
  );
  const map = Object.fromEntries(Object.entries(step.map).filter(([, value]) => !isChoice(value)));
  const prepared = await prepareInput(session.stage(), { ...step, map }, results).catch(
    (error: unknown): Prepared => {
      found.push(warning(`Its form could not be loaded: ${messageOf(error)}`));
      return { input: {}, fields: [], circumstances: {} };
    },
  );
  found.push(...emptyRequired(prepared.fields, map));
  if (changesNothing(step.use, map, prepared.fields))
    found.push(warning('Nothing to change is filled in, so this step changes nothing.'));
  for (const { key, words } of unchosen)
    if (!found.some(({ field }) => field === key)) found.push(fault(`Choose ${words}.`, key));
  return found;
};

/** What is wrong with a step. */
export const stepProblems = async (
  session: Session,
  draft: Draft,
  number: number,
  results = sampleResults(draft),
): Promise<Problem[]> => {
  const steps = stepsOf(draft.file);
  const step = steps[number - 1];
  if (!step) return [];
  const found = [...badTokens(step, number, steps, results)];
  if (isOurs(step)) found.push(...(await ourFaults(session, step, results)));
  else if ('only' in step) found.push(...filterFaults(step));
  else if (!builtInOf(step as never)) {
    const form = ownForm(step, number === 1);
    if (form) found.push(...emptyRequired(form.fields, form.input));
  }
  return found.map((one) => ({ ...one, step: number, id: step.id ?? '' }));
};

/** What is wrong with a Zap, in the order of its steps. */
export const zapProblems = async (session: Session, draft: Draft): Promise<Problem[]> => {
  const results = sampleResults(draft);
  const { file } = draft;
  const each = await Promise.all(
    stepsOf(file).map((_, index) => stepProblems(session, draft, index + 1, results)),
  );
  const none: Problem[] =
    file.steps.length === 0
      ? [{ step: 1, id: '', kind: 'fault', text: 'There is no action yet. Add a step.' }]
      : [];
  return [...each.flat(), ...none];
};
