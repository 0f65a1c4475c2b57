import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import type { Input, Result, Station } from '../../tour/station.ts';
import { stations } from '../../tour/stations.ts';
import { connect, pointAt, type Stop, walk } from '../../tour/tour.ts';
import { isInstant, kindOf, LocalZapier, type Meta } from '../../tour/zapier.ts';
import { onlyTheOperation } from '../support/core.ts';
import { operations } from '../support/operations.ts';

interface Polled {
  /** What a poll right after the first one fires. */
  quiet: string[];
  /** What a poll right after a change was seen fires. */
  again: string[];
  /** Requests of a quiet poll. */
  requests: number;
}

/** Polls once more after each poll of the tour: nothing has happened in between, so nothing may fire. */
class Suspicious extends LocalZapier {
  readonly polled = new Map<string, Polled>();
  readonly #seen = new Map<string, Set<string>>();
  readonly #sandbox: Sandbox;

  constructor(sandbox: Sandbox) {
    super();
    this.#sandbox = sandbox;
  }

  override async run(key: string, input: Input, meta: Meta = {}): Promise<Result[]> {
    const records = await super.run(key, input, meta);
    if (kindOf(key) !== 'triggers' || meta.isLoadingSample || meta.isFillingDynamicDropdown)
      return records;
    const keys = (found: Result[]) => found.map((one) => this.dedupeKey(key, one));
    const known = meta.isPopulatingDedupe ? new Set<string>() : this.#seen.get(key);
    if (!known) return records;
    this.#seen.set(key, known);
    for (const one of keys(records)) known.add(one);
    const before = this.#sandbox.requests.length;
    const fired = keys(await super.run(key, input)).filter((one) => !known.has(one));
    const requests = this.#sandbox.requests.length - before;
    const polled = this.polled.get(key) ?? { quiet: [], again: [], requests: 0 };
    this.polled.set(
      key,
      meta.isPopulatingDedupe
        ? { ...polled, quiet: fired, requests }
        : { ...polled, again: fired, requests },
    );
    return records;
  }
}

/** The actions whose results the stations of the triggers ask for. */
const makers = new Set([
  'create_appointment',
  'create_association',
  'create_blog_post',
  'create_business',
  'create_calendar',
  'create_calendar_group',
  'create_calendar_notification',
  'create_calendar_resource',
  'create_contact',
  'create_contact_note',
  'create_contact_task',
  'create_opportunity',
  'create_relation',
  'create_user',
  'update_calendar_notification',
]);

/** Other actions, searches and instant triggers have no part in what is polled. */
const isNeeded = ({ key }: Station): boolean =>
  makers.has(key) || (kindOf(key) === 'triggers' && !isInstant(key));

let sandbox: Sandbox;
let zapier: Suspicious;
const stops: Stop[] = [];
beforeAll(async () => {
  onlyTheOperation();
  sandbox = await startSandbox({ contacts: 40, indexLag: 0, rateLimit: { burst: 100_000 } });
  pointAt(sandbox);
  zapier = new Suspicious(sandbox);
  await connect(zapier, sandbox, 'agency');
  await walk(zapier, sandbox, stations.filter(isNeeded), (stop) => stops.push(stop));
});
afterAll(async () => {
  jest.restoreAllMocks();
  await sandbox.stop();
});

const triggers = operations.filter(
  ({ kind, key, operation }) => kind === 'triggers' && !operation.display.hidden && !isInstant(key),
);

/** Polls that need more than one request each time, and why. */
const severalRequests: Record<string, [number, string]> = {
  list_locations: [2, 'the agency of the sandbox has more than 100 sub-accounts'],
};

describe.each(triggers.map(({ key }) => key))('%s', (key) => {
  test('fires nothing when nothing happens, before and after a change', () => {
    expect(stops.find((stop) => stop.key === key)).toMatchObject({ key });
    expect(zapier.polled.get(key)).toMatchObject({ quiet: [], again: [] });
  });

  test('asks once per poll', () => {
    const [requests] = severalRequests[key] ?? [1];
    expect(zapier.polled.get(key)?.requests).toBe(requests);
  });
});
