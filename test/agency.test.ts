import zapier, {
  type Bundle,
  type Create,
  type Search,
  type Trigger,
  type ZObject,
} from 'zapier-platform-core';
import { creates } from '../creates/index.ts';
import App from '../index.ts';
import { endpointOf } from '../lib/api/endpoints.ts';
import { routesOf } from '../lib/perform.ts';
import { searches } from '../searches/index.ts';
import getContact from '../triggers/contacts/get_contact.ts';
import { triggers } from '../triggers/index.ts';
import { ofAnyEndpoint } from './support/additions.ts';
import { agencyConnection, connection } from './support/api.ts';
import { failure } from './support/run.ts';
import { bundleOf, performOf, plainZ } from './support/zapier.ts';

type Operation = Trigger | Create | Search;

const visible: Operation[] = [triggers, creates, searches]
  .flatMap((catalog) => Object.values(catalog).flat() as Operation[])
  .filter(({ key, display }) => !display.hidden && !ofAnyEndpoint.has(key));
const tokenOf = ({ operation }: Operation) => endpointOf(routesOf(operation)[0] ?? '').token;

/** The first field of a form, asked as the editor does. */
const firstField = async ({ operation }: Operation, authData: Record<string, string>) => {
  const [first] = (operation as { inputFields?: unknown[] }).inputFields ?? [];
  const asked =
    typeof first === 'function'
      ? await (first as (z: ZObject, bundle: Bundle) => unknown)(
          {} as ZObject,
          { authData, inputData: {} } as Bundle,
        )
      : first;
  return ([asked].flat()[0] as { key: string; label: string } | undefined) ?? undefined;
};

test.each(
  visible.filter((one) => tokenOf(one) === 'sub-account').map((one) => [one.key, one] as const),
)(
  '%s asks for the sub-account first on an agency connection, and never on a sub-account connection',
  async (_key, operation) => {
    expect(await firstField(operation, agencyConnection)).toMatchObject({
      key: 'locationId',
      label: 'Sub-Account',
      required: true,
    });
    expect((await firstField(operation, connection))?.label).not.toBe('Sub-Account');
  },
);

test.each(visible.filter((one) => tokenOf(one) === 'agency').map((one) => [one.key, one] as const))(
  '%s tells at once that it needs an agency connection',
  async (_key, { operation }) => {
    const { perform } = operation as { perform: (z: ZObject, bundle: Bundle) => Promise<unknown> };
    const { inputFields = [] } = operation as {
      inputFields?: { key?: string; required?: boolean }[];
    };
    const filled = Object.fromEntries(
      inputFields.filter(({ required }) => required).map(({ key }) => [key ?? '', 'x1']),
    );
    const bundle = { authData: connection, inputData: filled, meta: {} };
    const tester = zapier.createAppTester({
      ...App,
      triggers: {},
      creates: {},
      searches: {},
      searchOrCreates: {},
    });
    expect(await failure(tester(perform, bundle as object))).toContain(
      'needs an agency connection',
    );
  },
);

describe('a poll every minute for a day', () => {
  afterEach(() => jest.restoreAllMocks());

  test('exchanges one sub-account token, and the next five minutes before its end', async () => {
    const start = Date.parse('2026-03-01T00:00:00Z');
    const clock = jest.spyOn(Date, 'now').mockReturnValue(start);
    let exchanges = 0;
    const bearers: string[] = [];
    // Without core, which takes longer than the poll itself.
    const z = plainZ(({ url, headers }) => {
      if (url.endsWith('/oauth/locationToken')) {
        exchanges += 1;
        return { access_token: `location-token-${exchanges}`, expires_in: 86_399 };
      }
      expect(url).toBe('/contacts/c1');
      bearers.push(String(headers?.Authorization));
      return { contact: { id: 'c1', dateUpdated: '2026-02-01T00:00:00.000Z' } };
    });
    const inputData = { locationId: 'loc9', contactId: 'c1' };
    for (let minute = 0; minute < 1440; minute += 1) {
      clock.mockReturnValue(start + minute * 60_000);
      const bundle = bundleOf({ ...inputData }, {}, agencyConnection);
      expect(await performOf(getContact)(z, bundle)).toHaveLength(1);
    }
    expect(exchanges).toBe(2);
    expect(bearers.filter((one) => one.endsWith('-1'))).toHaveLength(1435);
    expect(bearers.filter((one) => one.endsWith('-2'))).toHaveLength(5);
  });
});
