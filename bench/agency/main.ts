/** `npm run bench:agency`: plays the Zaps of large agencies, prints what comes of it, and writes it to docs/agency.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { agencyTable, plans, withTable } from './page.ts';
import { type Plan, type Report, simulate } from './simulate.ts';

const file = new URL('../../docs/agency.md', import.meta.url);

const reports: [Plan, Report][] = [];
for (const plan of plans) {
  const report = await simulate(plan);
  console.log(plan.name, report);
  reports.push([plan, report]);
}
writeFileSync(file, withTable(readFileSync(file, 'utf8'), agencyTable(reports)));
