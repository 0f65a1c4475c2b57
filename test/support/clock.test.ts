import { hurry } from './clock.ts';

test('what is due earlier comes first, even if it was set when the other was ripe', async () => {
  hurry();
  const order: string[] = [];
  const later = new Promise<void>((resolve) => {
    setTimeout(() => resolve(void order.push('after 25 s')), 25_000);
  });
  // As if the machine had no time for this process: the other’s share of real time passes.
  const start = performance.now();
  while (performance.now() - start < 150);
  setTimeout(() => order.push('after 8 s'), 8_000);
  await later;
  jest.restoreAllMocks();
  expect(order).toEqual(['after 8 s', 'after 25 s']);
});
