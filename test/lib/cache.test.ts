import * as zod from 'zod';
import { startRun } from '../../lib/api/startRun.ts';
import { cached } from '../../lib/cache.ts';
import { hurry } from '../support/clock.ts';
import { withinRun } from '../support/within.ts';

const a = { name: 'a', shape: zod.number(), seconds: 60 };

describe('what is kept', () => {
  const counting = (action: (load: () => Promise<number>) => Promise<void>) => {
    let loads = 0;
    return action(async () => {
      loads += 1;
      return loads;
    }).then(() => loads);
  };

  test('is loaded once, by name and sub-account', async () => {
    const loads = await withinRun((run) =>
      counting(async (load) => {
        const { z, bundle } = run;
        const authData = { ...bundle.authData, locationId: 'loc2' };
        const other = startRun(z, { ...bundle, authData });
        expect(await cached(run.cache, a, load)).toBe(1);
        expect(await cached(run.cache, a, load)).toBe(1);
        expect(await cached(run.cache, { ...a, name: 'b' }, load)).toBe(2);
        expect(await cached(other.cache, a, load)).toBe(3);
      }),
    );
    expect(loads).toBe(3);
  });

  test('is kept for the connection only, and apart by agency', async () => {
    await withinRun(async ({ z, bundle }) => {
      const cache = {
        get: jest.fn().mockResolvedValue(null),
        set: jest.fn().mockResolvedValue(true),
        delete: jest.fn().mockResolvedValue(true),
      };
      const run = startRun({ ...z, cache } as unknown as typeof z, bundle);
      await run.cache.read('a');
      await run.cache.write('a', { is: 1, not: undefined }, 60);
      await run.cache.clear('a');
      expect(cache.get).toHaveBeenCalledWith('com1:loc1:a', ['auth']);
      // core refuses a value that has undefined in it.
      expect(cache.set.mock.calls).toStrictEqual([['com1:loc1:a', { is: 1 }, 60, ['auth']]]);
      expect(cache.delete).toHaveBeenCalledWith('com1:loc1:a', ['auth']);
    });
  });

  test('a cache that fails is an empty one', async () => {
    await withinRun(async ({ z, bundle }) => {
      const fails = () => Promise.reject(new Error('Unable to reach the RPC server'));
      const cache = { get: fails, set: fails, delete: fails };
      const run = startRun({ ...z, cache } as unknown as typeof z, bundle);
      expect(await cached(run.cache, a, async () => 1)).toBe(1);
      await run.cache.clear('a');
    });
  });

  test('a cache that stays silent is asked once, for three seconds, and is an empty one', async () => {
    hurry();
    const began = Date.now();
    const get = jest.fn(() => new Promise(() => {}));
    await withinRun(async ({ z, bundle }) => {
      const silent = () => new Promise(() => {});
      const cache = { get, set: silent, delete: silent };
      const run = startRun({ ...z, cache } as unknown as typeof z, bundle);
      expect(await cached(run.cache, a, async () => 1)).toBe(1);
      expect(await cached(run.cache, a, async () => 2)).toBe(2);
      expect(await run.cache.claim('lock', 30)).toBe(true);
      await run.cache.clear('a');
    });
    expect(get).toHaveBeenCalledTimes(1);
    expect(Date.now() - began).toBeLessThan(4_000);
    jest.restoreAllMocks();
  });

  test('can be forgotten', async () => {
    await withinRun((run) =>
      counting(async (load) => {
        await cached(run.cache, a, load);
        await run.cache.clear('a');
        expect(await cached(run.cache, a, load)).toBe(2);
      }),
    );
  });

  test('nothing is kept when loading fails', async () => {
    await withinRun(async (run) => {
      const fails = () => Promise.reject(new Error('no'));
      await expect(cached(run.cache, a, fails)).rejects.toThrow('no');
      expect(await cached(run.cache, a, async () => 1)).toBe(1);
    });
  });
});
