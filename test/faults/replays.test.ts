/** Every action runs first with its answer lost though it was done, then again as Autoreplay does. */
import { creates } from '../../creates/index.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { fillIn } from '../../tour/form.ts';
import type { Result } from '../../tour/station.ts';
import { connect, guideOf, pointAt } from '../../tour/tour.ts';
import { type AccountKind, kindOf, LocalZapier, messageOf } from '../../tour/zapier.ts';
import { hurry } from '../support/clock.ts';
import { isWhole, times } from '../support/depth.ts';
import { stationsFor } from '../support/walks.ts';
import { withoutNock } from '../support/withoutNock.ts';

interface Replay {
  key: string;
  /** How the attempt whose answer was lost ended: it succeeded, or with the name of an error. */
  first: string;
  /** How its replay ended. */
  second: string;
}

const allActions = Object.values(creates)
  .flat()
  .map(({ key }) => key)
  .sort();

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : String(error));

const replayAll = async (account: AccountKind): Promise<Replay[]> => {
  const sandbox = await startSandbox({ indexLag: 0, rateLimit: { burst: 1_000_000 } });
  pointAt(sandbox);
  const zapier = new LocalZapier({ alone: true });
  await connect(zapier, sandbox, account);
  const results = new Map<string, Result>();
  const location = account === 'agency' ? { locationId: sandbox.state.main.id } : {};
  const guide = guideOf(zapier, sandbox, results);
  const replays: Replay[] = [];
  for (const { key, input = {}, change } of stationsFor(account, 2)) {
    const stated = typeof input === 'function' ? await input(guide) : input;
    const asks = (await zapier.fields(key, stated)).some((field) => field.key === 'locationId');
    const filled = await fillIn(zapier, key, asks ? { ...location, ...stated } : stated);
    if (kindOf(key) !== 'creates') {
      const seen = () => zapier.run(key, filled, { isLoadingSample: true }).catch(() => []);
      let [one] = await seen();
      if (!one && change) {
        await Promise.resolve(change(guide, {})).catch(() => undefined);
        [one] = await seen();
      }
      if (one) results.set(key, one);
      continue;
    }
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      sandbox.state.faults.add({ match: `${method} *`, kind: 'timed-out-504', times: 1 });
    const attempt = () =>
      zapier.run(key, filled).then(
        ([one = {}]) => {
          results.set(key, one);
          return 'done';
        },
        (error: unknown) => `${nameOf(error)}: ${messageOf(error)}`,
      );
    const first = await attempt();
    sandbox.state.faults.clear();
    const second = first.startsWith('AppError') ? await attempt() : '';
    if (!results.has(key)) await attempt();
    replays.push({ key, first, second });
  }
  await sandbox.stop();
  return replays;
};

withoutNock();
beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

// What is done but not answered ends in success (it was found), in an error that Autoreplay heals, or in one that
// nothing replays by itself: no action may be replayed into a refusal.
test.each(['sub-account', 'agency'] as const)(
  'on a connection to a %s',
  async (account) => {
    const replays = await replayAll(account);
    const outcomes = new Set(replays.map(({ first }) => first.split(':')[0]));
    expect(outcomes).toEqual(new Set(['done', 'AppError', 'HaltedError']));
    if (account === 'agency' && isWhole)
      expect(replays.map(({ key }) => key).sort()).toEqual(allActions);
    const replayed = replays.filter(({ first }) => first.startsWith('AppError'));
    expect(replayed.length).toBeGreaterThan(isWhole ? 45 : times(45));
    expect(replayed.filter(({ second }) => second !== 'done')).toEqual([]);
  },
  120_000,
);
