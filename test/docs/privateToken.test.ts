import { readFileSync } from 'node:fs';
import { endpointOf } from '../../lib/api/endpoints.ts';
import { routesOf } from '../../lib/perform.ts';
import { scopes, tokenScopes } from '../../scopes.ts';
import { visible } from '../../scripts/catalogPage.ts';

const page = readFileSync('docs/private-token.md', 'utf8');

test('the page names the operations that an agency’s token can do', () => {
  const [, section = ''] = /^## What each token can do\n([\s\S]*?)^## /m.exec(page) ?? [];
  const named = [...section.matchAll(/\*(.+?)\*/g)].map(([, label]) => label);
  const open = visible.filter(({ operation }) =>
    routesOf(operation.operation)
      .slice(0, 1)
      .some((route) => endpointOf(route).token !== 'sub-account'),
  );
  expect(named.sort()).toEqual(open.map(({ operation }) => operation.display.label).sort());
});

test('an agency’s token needs what HighLevel offers to agencies (api#private-tokens)', () => {
  expect(tokenScopes('agency')).toEqual([
    'companies.readonly',
    'locations.readonly',
    'locations.write',
    'snapshots.readonly',
    'users.readonly',
    'users.write',
  ]);
});

test('a sub-account’s token needs all scopes but those of the agency', () => {
  const ofSubAccount = tokenScopes('sub-account');
  expect(scopes.filter((scope) => !ofSubAccount.includes(scope))).toEqual([
    'companies.readonly',
    'locations.write',
    'oauth.readonly',
    'oauth.write',
    'snapshots.readonly',
  ]);
});
