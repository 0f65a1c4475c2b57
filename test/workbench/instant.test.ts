import type { LocalZapier } from '../../workbench/app.ts';
import { Live } from '../../workbench/live.ts';
import { dayChart } from '../../workbench/pages/chart.ts';
import type { ZapFile } from '../../workbench/zapFile.ts';
import { Memory } from '../../zaps/builtIn.ts';
import type { Values } from '../../zaps/zap.ts';

const file: ZapFile = {
  name: 'Notes',
  trigger: { use: 'contact_created_instant', map: {} },
  steps: [{ use: 'create_contact_note', map: { body: '{{1.name}}' } }],
};

/** A Zap that takes posts. @param read what the trigger makes of a post */
const hooked = (read: (content: string) => Values[]) => {
  const done: unknown[] = [];
  const zaps: unknown[] = [];
  const zapier = {
    fields: async () => [{ key: 'body' }],
    run: async (
      key: string,
      input: Values,
      call: { posted?: { content: string }; zap?: string },
    ) => {
      if (key === 'create_contact_note') done.push(input.body);
      if (!call.posted) return [{}];
      zaps.push(call.zap);
      return read(call.posted.content);
    },
  } as unknown as LocalZapier;
  const stage = { zapierOf: () => zapier, memory: new Memory(), now: Date.now };
  return { live: new Live(() => stage), done, zaps };
};

const post = (content: string) => ({ headers: {}, content });

test('switching on asks HighLevel nothing; a post runs the Zap at once', async () => {
  const { live, done, zaps } = hooked((name) => [{ id: 'c1', name }]);
  await live.switchOn(file);
  expect([live.isOn, live.isListening, live.isPolling, live.polls]).toEqual([
    true,
    true,
    false,
    [],
  ]);
  await live.receive(post('Mara'), 'zap-1');
  expect([done, zaps, live.runs.length]).toEqual([['Mara'], ['zap-1'], 1]);
  expect(live.polls).toMatchObject([{ records: 1, fired: 1 }]);
  await live.tick();
  expect(live.runs).toHaveLength(1);
});

test('the page of its runs speaks of posts', async () => {
  const { live } = hooked((name) => [{ id: 'c1', name }]);
  await live.switchOn(file);
  await live.receive(post('Mara'), 'zap-1');
  const chart = String(dayChart(live, 'UTC'));
  expect(chart).toContain('The last 24 hours: 1 post, 1 new record fired');
  expect(chart).not.toMatch(/polls?[ <]/);
});

test('a post that the trigger refuses is told, and the next one runs', async () => {
  const { live, done } = hooked((name) => {
    if (name === 'bad') throw new Error('This post is about an appointment.');
    return [{ name }];
  });
  await live.switchOn(file);
  await live.receive(post('bad'), 'zap-1');
  expect([live.trouble, live.runs]).toEqual(['This post is about an appointment.', []]);
  await live.receive(post('good'), 'zap-1');
  expect([live.trouble, done]).toEqual([undefined, ['good']]);
});

test('a Zap that is off takes nothing', async () => {
  const { live, done } = hooked((name) => [{ name }]);
  await live.switchOn(file);
  live.switchOff();
  await live.receive(post('Mara'), 'zap-1');
  expect([live.isListening, done]).toEqual([false, []]);
});
