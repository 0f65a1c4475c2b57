import { startGateway } from '../../live/gateway.ts';
import { Pace } from '../../live/pace.ts';
import { withoutNock } from '../support/withoutNock.ts';
import { startAccount } from './account.ts';

withoutNock();

test('no change passes before it may, whoever sends it', async () => {
  const { sandbox, exchanges } = await startAccount();
  const gateway = await startGateway(sandbox.apiUrl);
  const change = { method: 'POST', target: '/contacts/', headers: {}, body: '{}' };
  await expect(gateway.send(change)).rejects.toThrow('nothing may be changed');
  const sent = await fetch(`${gateway.url}/contacts/x1`, { method: 'DELETE' });
  expect(sent.status).toBe(403);
  expect(exchanges).toEqual([]);
  gateway.mayWrite = true;
  expect((await gateway.send(change)).status).toBe(401);
  expect(exchanges).toHaveLength(1);
  await gateway.stop();
  await sandbox.stop();
});

describe('the pace', () => {
  const headers =
    (changes: Record<string, string> = {}) =>
    (name: string) =>
      ({
        'x-ratelimit-max': '25',
        'x-ratelimit-interval-milliseconds': '10000',
        'x-ratelimit-limit-daily': '10000',
        'x-ratelimit-daily-remaining': '5000',
        ...changes,
      })[name];

  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('is half of what HighLevel takes', async () => {
    const pace = new Pace();
    pace.learn(headers());
    const start = Date.now();
    const at: number[] = [];
    for (let i = 0; i < 4; i += 1) void pace.turn().then(() => at.push(Date.now() - start));
    await jest.advanceTimersByTimeAsync(5_000);
    expect(at).toEqual([0, 800, 1_600, 2_400]);
  });

  test('ends if little of the day is left', async () => {
    const pace = new Pace();
    pace.learn(headers({ 'x-ratelimit-daily-remaining': '900' }));
    await expect(pace.turn()).rejects.toThrow('Run this again tomorrow');
  });
});
