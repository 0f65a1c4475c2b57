import type { LocalZapier } from '../../zaps/app.ts';
import { Memory } from '../../zaps/builtIn.ts';
import { advance, Run, replayDelays } from '../../zaps/run.ts';
import type { Stage } from '../../zaps/stage.ts';
import type { Step, Values, Zap } from '../../zaps/zap.ts';

const start = Date.parse('2026-11-28T10:00:00Z');
const minutes = (count: number) => count * 60_000;

const failure = (name: string, message: string) => Object.assign(new Error(message), { name });

/** What the app answers, call after call; an error is thrown. */
type Script = (Values[] | Error)[];

/** A stage whose app answers as a script says; its clock stands still until it is moved. */
const stageWith = (script: Script, options: Partial<Stage> = {}) => {
  const calls: [key: string, input: Values][] = [];
  const clock = { now: start };
  const zapier = {
    fields: async () =>
      ['contactId', 'title', 'dueDate', 'email', 'name', 'firstName'].map((key) => ({ key })),
    run: async (key: string, input: Values) => {
      calls.push([key, input]);
      const answer = script.shift() ?? [{}];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  } as unknown as LocalZapier;
  const stage: Stage = {
    zapierOf: () => zapier,
    memory: new Memory(),
    now: () => clock.now,
    ...options,
  };
  return { stage, calls, clock };
};

const zapOf = (...steps: Step[]): Zap => ({
  trigger: { app: 'Form', event: 'sent', gives: {} },
  steps,
});
const task: Step = { use: 'create_contact_task', map: { title: '{{1.name}}' } };
const runOf = (zap: Zap, record: Values = { name: 'Ada' }) => new Run(1, zap, record, start);
const shown = (run: Run) => run.steps.map(({ number, status }) => `${number} ${status}`);

test('a run shows each step with what went in and what came out', async () => {
  const { stage, calls } = stageWith([[{ id: 't1' }]]);
  const run = runOf(zapOf(task, { ...task, map: { contactId: '{{2.id}}' } }));
  await advance(stage, run);
  expect(run.status).toBe('success');
  expect(calls).toEqual([
    ['create_contact_task', { title: 'Ada' }],
    ['create_contact_task', { contactId: 't1' }],
  ]);
  expect(run.steps[1]).toMatchObject({ number: 2, input: { title: 'Ada' }, output: { id: 't1' } });
});

test('a filter ends the run without a fault', async () => {
  const { stage, calls } = stageWith([]);
  const run = runOf(zapOf({ only: ['{{1.name}}', 'is', 'Bo'] }, task));
  await advance(stage, run);
  expect([run.status, shown(run), calls]).toEqual(['filtered', ['1 done', '2 filtered'], []]);
});

test('a delay lets the run wait, and it goes on when its time has come', async () => {
  const { stage, calls, clock } = stageWith([]);
  const run = runOf(zapOf({ delayFor: '2 hours' }, task));
  await advance(stage, run);
  expect([run.status, run.resumesAt]).toEqual(['waiting', start + minutes(120)]);
  clock.now += minutes(119);
  await advance(stage, run);
  expect(calls).toEqual([]);
  clock.now += minutes(1);
  await advance(stage, run);
  expect([run.status, shown(run)]).toEqual(['success', ['1 done', '2 done', '3 done']]);
});

test('a moment that is past is not waited for', async () => {
  const { stage } = stageWith([]);
  const run = runOf(zapOf({ delayUntil: '{{1.at}}' }, task), { at: '2026-11-28T09:00:00Z' });
  await advance(stage, run);
  expect(run.status).toBe('success');
  expect(run.steps[1]?.why).toContain('past');
});

test('an error stops the run, and a replay goes on from the step that failed', async () => {
  const { stage, calls } = stageWith([[{ id: 't1' }], new Error('No.'), [{ id: 't2' }]]);
  const run = runOf(zapOf(task, task));
  await advance(stage, run);
  expect([run.status, run.resumesAt]).toEqual(['errored', undefined]);
  expect(run.steps.at(-1)).toMatchObject({ number: 3, why: 'No.' });
  run.replay(start);
  await advance(stage, run);
  expect(run.status).toBe('success');
  expect(calls).toHaveLength(3);
});

test('Autoreplay tries five times, at the times that Zapier names, and then gives up', async () => {
  const script = Array.from({ length: 6 }, () => new Error('Down.'));
  const { stage, clock } = stageWith(script, { autoreplay: true });
  const run = runOf(zapOf(task));
  await advance(stage, run);
  for (const delay of replayDelays) {
    expect([run.status, run.resumesAt]).toEqual(['scheduled', clock.now + delay]);
    clock.now += delay;
    await advance(stage, run);
  }
  expect(replayDelays).toEqual([5, 30, 60, 180, 360].map(minutes));
  expect(run.status).toBe('errored');
  expect(run.steps.slice(1).map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a throttled step waits as long as the app says', async () => {
  const throttled = failure('ThrottledError', JSON.stringify({ message: 'Wait.', delay: 90 }));
  const { stage, clock } = stageWith([throttled]);
  const run = runOf(zapOf(task));
  await advance(stage, run);
  expect([run.status, run.resumesAt]).toEqual(['throttled', start + 90_000]);
  expect(run.steps.at(-1)?.why).toBe('Wait.');
  clock.now += 90_000;
  await advance(stage, run);
  expect(run.status).toBe('success');
});

test('a halted run is left alone, with Autoreplay too', async () => {
  const halted = failure('HaltedError', 'Nothing to do.');
  const { stage } = stageWith([halted], { autoreplay: true });
  const run = runOf(zapOf(task, task));
  await advance(stage, run);
  expect([run.status, run.resumesAt]).toEqual(['halted', undefined]);
});

test('an account that is no longer connected holds the run until it is played', async () => {
  const { stage, clock } = stageWith([failure('ExpiredAuthError', 'Reconnect.')]);
  const run = runOf(zapOf(task));
  await advance(stage, run);
  clock.now += minutes(10_000);
  await advance(stage, run);
  expect([run.status, run.resumesAt]).toEqual(['held', undefined]);
  run.replay(clock.now);
  await advance(stage, run);
  expect(run.status).toBe('success');
});

test('a flood is held, and runs from the start once it is played', async () => {
  const { stage } = stageWith([]);
  const run = runOf(zapOf(task));
  run.hold('Too many.');
  await advance(stage, run);
  expect([run.status, run.steps.length]).toEqual(['held', 1]);
  run.replay(start);
  await advance(stage, run);
  expect(run.status).toBe('success');
});

const search: Step = { use: 'find_contact', map: { email: 'a@example.com' } };

test('a search that finds nothing stops the run', async () => {
  const { stage } = stageWith([[]]);
  const run = runOf(zapOf(search, task));
  await advance(stage, run);
  expect(shown(run)).toEqual(['1 done', '2 nothingFound']);
});

test('a search that finds nothing goes on with empty values if it is set so', async () => {
  const { stage, calls } = stageWith([[]]);
  const run = runOf(zapOf({ ...search, ifNone: 'continue' } as Step, task));
  await advance(stage, run);
  expect([run.status, calls.length]).toEqual(['success', 2]);
});

test('find or create creates only if nothing is found', async () => {
  const both = { ...search, orCreate: { firstName: '{{1.name}}' } } as Step;
  const none = stageWith([[], [{ id: 'made' }]]);
  const run = runOf(zapOf(both));
  await advance(none.stage, run);
  expect(none.calls.at(-1)).toEqual(['create_contact', { firstName: 'Ada' }]);
  expect(run.steps[1]?.output).toEqual({ id: 'made' });
  const some = stageWith([[{ id: 'found' }]]);
  await advance(some.stage, runOf(zapOf(both)));
  expect(some.calls).toHaveLength(1);
});

test('a loop runs the steps below once for each value, and one that waits does not hold the others', async () => {
  const { stage, calls, clock } = stageWith([]);
  const loop: Step = { each: { name: '{{1.names}}', at: '{{1.at}}' } };
  const zap = zapOf(loop, { delayUntil: '{{2.at}}' }, { ...task, map: { title: '{{2.name}}' } });
  const run = runOf(zap, {
    names: ['Ana', 'Bo'],
    at: ['2026-11-28T12:00:00Z', '2026-11-28T11:00:00Z'],
  });
  await advance(stage, run);
  clock.now = start + minutes(60);
  await advance(stage, run);
  expect([run.status, calls.map(([, { title }]) => title)]).toEqual(['waiting', ['Bo']]);
  clock.now = start + minutes(120);
  await advance(stage, run);
  expect(calls.map(([, { title }]) => title)).toEqual(['Bo', 'Ana']);
  expect(run.status).toBe('success');
});

test('a loop over nothing ends the run', async () => {
  const { stage, calls } = stageWith([]);
  const run = runOf(zapOf({ each: { name: '{{1.names}}' } }, task), { names: [] });
  await advance(stage, run);
  expect([run.status, calls]).toEqual(['success', []]);
});

test('a field that the form does not have fails, as the editor could not show it', async () => {
  const { stage } = stageWith([]);
  const run = runOf(zapOf({ use: 'create_contact_task', map: { nickname: 'x' } }));
  await advance(stage, run);
  expect(run.steps.at(-1)?.why).toBe('create_contact_task has no field nickname.');
});
