import { readFileSync } from 'node:fs';
import { agencyTable, plans, withTable } from '../../bench/agency/page.ts';
import { simulate } from '../../bench/agency/simulate.ts';

// docs/agency.md shows the large ones; these are small enough for a test.
const small = { subAccounts: 150, zaps: 500, hours: 0.5 };

test('the Zaps of an agency: one exchange for each sub-account, nothing refused, nothing left out', async () => {
  const report = await simulate({ name: 'spread', ...small });
  expect(report).toMatchObject({ exchanges: 150, refused: 0, skipped: 0 });
  expect(report.polls).toBeGreaterThan(2_950);
  // At the end some polls are under way.
  expect(report.requests - report.polls - report.exchanges).toBeLessThan(5);
  expect(report.slowestLater).toBeLessThan(1);
});

test('all of them due in the same second wait, but HighLevel refuses nothing', async () => {
  const report = await simulate({ name: 'at once', ...small, isAtOnce: true });
  expect(report).toMatchObject({ refused: 0, skipped: 0 });
  expect(report.exchanges).toBeLessThanOrEqual(165);
  expect(report.slowestAtFirst).toBeLessThan(60);
});

test('a sub-account with more Zaps than its limit carries leaves polls out', async () => {
  const report = await simulate({ name: 'too many', subAccounts: 1, zaps: 1_000, hours: 0.5 });
  expect(report.skipped).toBeGreaterThan(0);
});

test('docs/agency.md has a row for each agency', () => {
  const page = readFileSync('docs/agency.md', 'utf8');
  for (const { name } of plans) expect(page).toContain(`\n| ${name} | `);
  expect(withTable(page, agencyTable([]))).not.toContain(plans[0]?.name);
});
