import { base, en, Faker } from '@faker-js/faker';
import { differencesOf } from '../../live/differences.ts';
import { type Documents, openDocuments } from '../../live/documents.ts';
import { Lab } from '../../live/lab.ts';
import { authDataOf } from '../../live/model.ts';
import { orderDifferences, tryOrders } from '../../live/orders.ts';
import { openGateway, type Study, study } from '../../live/study.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { pointAt } from '../../tour/tour.ts';
import { share } from '../support/depth.ts';
import { withoutNock } from '../support/withoutNock.ts';
import { sharedModel } from './account.ts';
import { draw } from './draw.ts';
import { alterWith, type Plant } from './plants.ts';
import { startRelay } from './relay.ts';

let sandbox: Sandbox;
let model: Study;
let documents: Documents | undefined;
let authData: Record<string, string>;

withoutNock();

beforeAll(async () => {
  sandbox = await startSandbox({ indexLag: 0, rateLimit: { burst: 1_000_000 } });
  pointAt(sandbox);
  authData = authDataOf(await sandbox.connect('sub-account'));
  model = await sharedModel(sandbox);
  documents = await openDocuments();
});

afterAll(() => sandbox.stop());

/** The differences of an account behind a relay with these plants, as `route kind where`. */
const find = async (plants: Plant[]): Promise<string[]> => {
  const relay = await startRelay(sandbox.apiUrl, alterWith(plants));
  const opened = await openGateway({ upstream: relay.url, authData });
  try {
    const own = await study(opened, sandbox.state.main.id);
    const { recorded, locationId } = own;
    const settle = async () => undefined;
    const lab = new Lab({ gateway: opened.gateway, locationId, companyId: '', recorded, settle });
    const ordered = orderDifferences(await tryOrders(lab));
    return differencesOf(own, model, { documents, ordered }).map(({ route, kind, where }) =>
      kind === 'order' ? `${route} order ` : `${route} ${kind} ${where}`,
    );
  } finally {
    await opened.gateway.stop();
    await relay.stop();
  }
};

const seeds = Array.from({ length: 5 }, () => Math.floor(Math.random() * 2 ** 31));

test.each(share(seeds, 5))(
  'ten planted differences are found, and nothing else (seed %s)',
  async (seed) => {
    const plants = draw(model.recorded, new Faker({ locale: [en, base], seed }));
    expect(plants).toHaveLength(10);
    const expected = plants.flatMap(({ route, expected: lines }) =>
      lines.map((line) => `${route} ${line}`),
    );
    expect([...new Set(await find(plants))].sort()).toEqual(expected.sort());
  },
);
