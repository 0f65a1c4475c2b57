import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import type { Input, Result, Station } from '../../tour/station.ts';
import { stations } from '../../tour/stations.ts';
import { connect, pointAt, type Stop, walk } from '../../tour/tour.ts';
import { isInstant, kindOf, LocalZapier, type Meta } from '../../tour/zapier.ts';
import { onlyTheOperation } from '../support/core.ts';
import { share } from '../support/depth.ts';
import { operations } from '../support/operations.ts';
import { asked } from '../support/walks.ts';
import { withoutNock } from '../support/withoutNock.ts';

interface Polled {
  /** What a poll right after the first one fires. */
  quiet: string[];
  /** What a poll right after a change was seen fires; undefined until there was one. */
  again?: string[];
  /** Requests of a quiet poll. */
  requests: number;
  /** Every key that a poll gave. */
  known: Set<string>;
  /** Polls since the first one, of the tour’s own. */
  polls: number;
}

/**
 * Polls once more after the first poll of the tour: nothing has happened in between, so nothing may fire. The tour itself
 * polls twice after a change: the second one may not fire either.
 */
class Suspicious extends LocalZapier {
  readonly polled = new Map<string, Polled>();
  readonly #sandbox: Sandbox;

  constructor(sandbox: Sandbox) {
    super();
    this.#sandbox = sandbox;
  }

  async #poll(key: string, input: Input, meta: Meta) {
    const before = this.#sandbox.requests.length;
    const records = await super.run(key, input, meta);
    const keys = records.map((one) => this.dedupeKey(key, one));
    return { records, keys, requests: this.#sandbox.requests.length - before };
  }

  override async run(key: string, input: Input, meta: Meta = {}): Promise<Result[]> {
    const { records, keys, requests } = await this.#poll(key, input, meta);
    if (kindOf(key) !== 'triggers' || meta.isLoadingSample || meta.isFillingDynamicDropdown)
      return records;
    if (meta.isPopulatingDedupe) {
      const known = new Set(keys);
      const second = await this.#poll(key, input, {});
      const quiet = second.keys.filter((one) => !known.has(one));
      this.polled.set(key, { quiet, known, polls: 0, requests: second.requests });
      return records;
    }
    const polled = this.polled.get(key);
    if (!polled) return records;
    polled.polls += 1;
    if (polled.polls === 2) {
      polled.again = keys.filter((one) => !polled.known.has(one));
      polled.requests = requests;
    }
    for (const one of keys) polled.known.add(one);
    return records;
  }
}

const visible = operations.filter(
  ({ kind, key, operation }) => kind === 'triggers' && !operation.display.hidden && !isInstant(key),
);

/** The triggers that are polled: by default every third. */
const polled = new Set(share(visible, 3).map(({ key }) => key));

/** Other actions, searches and triggers have no part in what is polled, unless a station asks for what they gave. */
const isNeeded = ({ key }: Station): boolean => asked.has(key) || polled.has(key);

withoutNock();

let sandbox: Sandbox;
let zapier: Suspicious;
const stops: Stop[] = [];
beforeAll(async () => {
  onlyTheOperation();
  sandbox = await startSandbox({ contacts: 12, indexLag: 0, rateLimit: { burst: 100_000 } });
  pointAt(sandbox);
  zapier = new Suspicious(sandbox);
  await connect(zapier, sandbox, 'agency');
  await walk(zapier, sandbox, stations.filter(isNeeded), (stop) => stops.push(stop));
});
afterAll(async () => {
  jest.restoreAllMocks();
  await sandbox.stop();
});

/** Polls that need more than one request each time, and why. */
const severalRequests: Record<string, [number, string]> = {
  get_free_slots: [2, 'the tour asks for 40 days, and HighLevel gives 31 at once'],
  list_locations: [2, 'the agency of the sandbox has more than 100 sub-accounts'],
};

describe.each([...polled])('%s', (key) => {
  test('fires nothing when nothing happens, before and after a change', () => {
    expect(stops.find((stop) => stop.key === key)).toMatchObject({ key });
    expect(zapier.polled.get(key)).toMatchObject({ quiet: [], again: [] });
  });

  test('asks once per poll', () => {
    const [requests] = severalRequests[key] ?? [1];
    expect(zapier.polled.get(key)?.requests).toBe(requests);
  });
});
