import type { LocalZapier } from '../../workbench/app.ts';
import { flood, Live } from '../../workbench/live.ts';
import type { ZapFile } from '../../workbench/zapFile.ts';
import { Memory } from '../../zaps/builtIn.ts';
import type { Stage } from '../../zaps/stage.ts';
import type { Values } from '../../zaps/zap.ts';

const file: ZapFile = {
  name: 'Notes',
  trigger: { use: 'search_contacts', map: {} },
  steps: [{ use: 'create_contact_note', map: { body: '{{1.name}}' } }],
};

/** A HighLevel that holds what `records` holds, and writes down what the action does. */
const stageWith = (records: () => Values[]) => {
  const done: unknown[] = [];
  const zapier = {
    fields: async () => [{ key: 'body' }],
    dedupeKey: (_key: string, { id }: Values) => String(id),
    run: async (key: string, input: Values) => {
      if (key === 'search_contacts') return records();
      done.push(input.body);
      return [{}];
    },
  } as unknown as LocalZapier;
  const stage: Stage = { zapierOf: () => zapier, memory: new Memory(), now: Date.now };
  return { live: new Live(() => stage), done };
};

const people = (...ids: number[]) => ids.map((id) => ({ id, name: `P${id}` }));

test('what is there when the Zap is switched on fires nothing; what is new fires once, oldest first', async () => {
  let records = people(2, 1);
  const { live, done } = stageWith(() => records);
  await live.switchOn(file);
  await live.tick();
  records = people(4, 3, 2, 1);
  await live.tick();
  await live.tick();
  expect(done).toEqual(['P3', 'P4']);
  expect(live.polls.map(({ fired }) => fired)).toEqual([0, 0, 2, 0]);
  expect([live.isOn, live.remembered]).toEqual([true, 4]);
});

test('a poll that fails is told, leaves no trace, and the next one fires', async () => {
  let records: () => Values[] = () => people(1);
  const { live, done } = stageWith(() => records());
  await live.switchOn(file);
  records = () => {
    throw new Error('HighLevel is down.');
  };
  await live.tick();
  expect(live.trouble).toBe('HighLevel is down.');
  records = () => people(2, 1);
  await live.tick();
  expect([live.trouble, done]).toEqual([undefined, ['P2']]);
});

test('a Zap that cannot poll when it is switched on stays off', async () => {
  const { live } = stageWith(() => {
    throw new Error('No.');
  });
  await expect(live.switchOn(file)).rejects.toThrow('No.');
  expect(live.isOn).toBe(false);
});

test('a flood of records is held until it is played', async () => {
  let records = people(0);
  const { live, done } = stageWith(() => records);
  await live.switchOn(file);
  records = people(...Array.from({ length: flood + 1 }, (_, index) => index));
  await live.tick();
  expect([live.runs.length, done.length]).toEqual([flood, 0]);
  expect(live.runs.every(({ status }) => status === 'held')).toBe(true);
  for (const run of live.runs) run.replay(Date.now());
  await live.resume();
  expect(done).toHaveLength(flood);
});

test('it runs as it was when it was switched on', async () => {
  let records = people(1);
  const { live, done } = stageWith(() => records);
  const changing = structuredClone(file);
  await live.switchOn(changing);
  changing.steps = [];
  records = people(2, 1);
  await live.tick();
  expect(done).toEqual(['P2']);
});

test('who asks while a poll runs waits for that one', async () => {
  const { live } = stageWith(() => people(1));
  await live.switchOn(file);
  await Promise.all([live.tick(), live.tick(), live.tick()]);
  expect(live.polls).toHaveLength(2);
});
