import { endpointOf } from '../lib/api/endpoints.ts';
import { routesOf } from '../lib/perform.ts';
import { agencyConnection } from './support/api.ts';
import { operations } from './support/operations.ts';
import { bundleOf, performOf, plainZ } from './support/zapier.ts';

/** Users have a list of their own for agencies, and time zones are known without one. */
const forAgenciesToo = ['list_user_choices', 'list_calendar_user_choices', 'list_timezones'];

const ofSubAccounts = operations.filter(({ key, operation }) => {
  const [main = ''] = routesOf(operation.operation);
  return main !== '' && endpointOf(main).token === 'sub-account' && !forAgenciesToo.includes(key);
});

test('most operations work in a sub-account', () => {
  expect(ofSubAccounts.length).toBeGreaterThan(100);
});

test.each(ofSubAccounts.map(({ kind, key, operation }) => [kind, key, operation] as const))(
  '%s %s: an agency that has chosen no sub-account reads that first, and nothing is sent',
  async (_kind, _key, operation) => {
    const sent: unknown[] = [];
    const z = plainZ((request) => sent.push(request));
    for (const meta of [{}, { isLoadingSample: true }, { isFillingDynamicDropdown: true }]) {
      const running = performOf(operation)(z, bundleOf({}, meta, agencyConnection));
      await expect(running).rejects.toThrow(
        '“Sub-Account” is required: choose the sub-account to work in.',
      );
    }
    expect(sent).toEqual([]);
  },
);
