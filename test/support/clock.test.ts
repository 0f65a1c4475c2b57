import * as timers from 'node:timers';
import { hurry } from './clock.ts';

beforeEach(() => hurry());
afterEach(() => jest.restoreAllMocks());

/** As if the machine had no time for this process: the share of real time passes of what is waited for. */
const beBusy = () => {
  const start = performance.now();
  while (performance.now() - start < 150);
};

test('what is due earlier comes first, even if it was set when the other was ripe', async () => {
  const order: string[] = [];
  const later = new Promise<void>((resolve) => {
    setTimeout(() => resolve(void order.push('after 25 s')), 25_000);
  });
  beBusy();
  setTimeout(() => order.push('after 8 s'), 8_000);
  await later;
  expect(order).toEqual(['after 8 s', 'after 25 s']);
});

describe('what is cleared never comes, and nobody waits for it', () => {
  const ways: Record<string, (timer: NodeJS.Timeout) => void> = {
    clearTimeout,
    'by its number': (timer) => clearTimeout(Number(timer)),
    'by its number as a text': (timer) => clearTimeout(String(Number(timer))),
    'by Node’s own function': (timer) => timers.clearTimeout(timer),
    'as an interval': clearInterval,
    'by itself': (timer) => timer.close(),
    'when nobody hurries any more': (timer) => {
      jest.restoreAllMocks();
      clearTimeout(timer);
    },
  };

  test.each(Object.keys(ways))('%s', async (way) => {
    const cleared = jest.fn();
    const later = new Promise((resolve) => setTimeout(resolve, 25_000));
    beBusy();
    ways[way]?.(setTimeout(() => cleared(), 8_000));
    await later;
    expect(cleared).not.toHaveBeenCalled();
  });
});

test('what is ripe does not come if it is cleared by its number', async () => {
  const cleared = jest.fn();
  const timer = setTimeout(() => cleared(), 8_000);
  const later = new Promise((resolve) => setTimeout(resolve, 25_000));
  beBusy();
  await new Promise((resolve) => setTimeout(resolve, 1));
  clearTimeout(Number(timer));
  await later;
  expect(cleared).not.toHaveBeenCalled();
});

test('what is refreshed comes again, and nobody waits for it in between', async () => {
  let times = 0;
  const tick = setTimeout(() => {
    times += 1;
    if (times < 3) tick.refresh();
  }, 500).unref();
  await new Promise((resolve) => setTimeout(resolve, 25_000));
  expect(times).toBe(3);
});

test('a function gets its arguments', async () => {
  expect(await new Promise((resolve) => setTimeout(resolve, 8_000, 'told'))).toBe('told');
});
