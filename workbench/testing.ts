import { html } from 'hono/html';
import type { StepRun } from '../zaps/run.ts';
import { prepareInput } from '../zaps/stage.ts';
import { performStep } from '../zaps/steps.ts';
import { isOurs, type Ours, type Values } from '../zaps/zap.ts';
import { type Desk, listen } from './context.ts';
import type { Draft } from './draft.ts';
import type { Place } from './editing.ts';
import type { Html } from './markdown.ts';
import { errorCard } from './pages/errors.ts';
import { cost, recordFields, views } from './pages/result.ts';
import { operationOf, outputFieldsOf } from './samples.ts';
import type { Session } from './session.ts';

/** The latest record of a trigger, or the app’s own sample if there is none, as the Zap editor does. */
const findRecord = async (
  session: Session,
  trigger: Ours,
  shown: StepRun,
): Promise<Values | undefined> => {
  const { input, circumstances } = await prepareInput(session.stage(), trigger, []);
  shown.input = input;
  const heard = (exchange: StepRun['exchanges'][number]) => shown.exchanges.push(exchange);
  const call = { ...circumstances, isLoadingSample: true, heard };
  const [record] = await session.stage().zapierOf(trigger).run(trigger.use, input, call);
  if (record) return record;
  // The app’s own sample, of the contact or calendar that this trigger watches, so that later steps find it.
  const sample = (operationOf(trigger.use)?.sample ?? {}) as Values;
  const watched = Object.entries(input).filter(([key]) => /Id$/.test(key) && key in sample);
  return { ...sample, ...Object.fromEntries(watched) };
};

const headings = {
  filtered: 'The run would stop here',
  nothingFound: 'Nothing was found',
} as const;

/** Performs a step for a test: with what the steps before it gave, and its result becomes its sample. */
const perform = async (
  session: Session,
  { step, number, results }: Place,
  shown: StepRun,
): Promise<Values | undefined> => {
  if (number === 1 && isOurs(step)) return findRecord(session, step, shown);
  const outcome = await performStep(session.stage(), step, results.slice(0, number - 1), shown);
  Object.assign(shown, outcome.shown);
  return outcome.items[0];
};

/** Tests a step, and shows what came of it. */
export const testStep = async (desk: Desk, draft: Draft, place: Place): Promise<Html> => {
  const { session, files } = desk;
  const { step, number, zone } = place;
  const { exchanges, took } = listen();
  const about = { attempt: 1, input: {}, exchanges, milliseconds: 0, at: Date.now() };
  const shown: StepRun = { number, status: 'done', ...about };
  try {
    const output = await perform(session, place, shown);
    if (output && step.id) draft.samples.set(step.id, output);
    const outputFields = await outputFieldsOf(session, step);
    const seen = { outputFields, exchanges, milliseconds: took(), files, zone };
    const isGood = shown.status === 'done' || shown.status === 'waiting';
    const heading =
      headings[shown.status as keyof typeof headings] ??
      (number === 1 ? 'The latest record' : 'It worked');
    return html`<div class="result ${isGood ? 'good' : 'calm'}"><header><h3>${heading}</h3>${exchanges.length > 0 ? cost(exchanges, took()) : ''}</header>${shown.why ? html`<p class="thin">${shown.why}</p>` : ''}</div>
${output && Object.keys(output).length > 0 ? views(recordFields(output, seen), output, exchanges) : ''}`;
  } catch (error) {
    return errorCard(error, exchanges, took());
  }
};
