import type { Catalog } from '../../lib/zapier.ts';

/** The app as another build has it. */
const built = (withoutHooks: string) => {
  process.env.HIGHLEVEL_WITHOUT_HOOKS = withoutHooks;
  let found: { categories: string[]; scopes: string[] } = { categories: [], scopes: [] };
  jest.isolateModules(() => {
    const { triggers } = require('../../triggers/index.ts') as { triggers: Catalog<object> };
    const { scopes } = require('../../scopes.ts') as { scopes: string[] };
    found = { categories: Object.keys(triggers), scopes };
  });
  delete process.env.HIGHLEVEL_WITHOUT_HOOKS;
  return found;
};

test('a build without hooks has no instant trigger, and asks for no scope that only they need', () => {
  const [whole, without] = [built(''), built('true')];
  expect(whole.categories).toContain('Instant Triggers');
  expect(without.categories).toEqual(whole.categories.filter((one) => one !== 'Instant Triggers'));
  expect(without.scopes.every((scope) => whole.scopes.includes(scope))).toBe(true);
});
