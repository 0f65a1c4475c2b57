import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { apiUrl } from '../lib/api/endpoints.ts';
import { pause } from '../lib/turns.ts';
import { loadEnv } from '../scripts/env.ts';
import { messageOf } from '../tour/zapier.ts';
import { accountFrom } from './accountFrom.ts';
import { announcement } from './announcement.ts';
import { changesSince } from './changes.ts';
import { examine } from './examine.ts';
import { pageOf, type Report } from './report.ts';

const help = `Tries the app on your own HighLevel account, with the connection in .env.

  npm run live                     reads with everything that reads, changes nothing
  npm run live -- --write          also makes a few records, and removes them; first says which
  npm run live -- --compare        also says what has changed since the last run
  npm run live -- --location ID    with an agency's connection: the sub-account to work in
  npm run live -- --yes            does not ask before it writes

The result is in live-report/report.md and report.json. It has no names, no addresses, and no IDs.
`;

const folder = 'live-report';
const file = join(folder, 'report.json');

const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    compare: { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
    location: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const mayWrite = async (): Promise<boolean> => {
  console.log(announcement);
  if (values.yes) return true;
  if (!process.stdin.isTTY) {
    console.log('Nobody can be asked here. Add --yes to go on.');
    return false;
  }
  const asked = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asked.question('Go on? Type yes: ');
  asked.close();
  return answer.trim().toLowerCase() === 'yes';
};

const save = (report: Report): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(folder, 'report.md'), pageOf(report));
};

const main = async (): Promise<number> => {
  if (values.help) {
    console.log(help);
    return 0;
  }
  loadEnv('.');
  const before =
    values.compare && existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as Report)
      : undefined;
  if (values.compare && !before) console.log(`There is no ${file} to compare with yet.`);
  const authData = accountFrom(process.env);
  if (values.write && !(await mayWrite())) return 1;
  const upstream = apiUrl();
  const report = await examine(
    { upstream, authData, locationId: values.location },
    {
      write: values.write,
      // The search of contacts is right after about 10 seconds (api#search-index-lag).
      settle: () => pause(15_000),
      say: (line) => console.log(line),
      onStart: (stop) => {
        process.once('SIGINT', stop);
        process.once('SIGTERM', stop);
      },
    },
  );
  save(report);
  const { differences, verdicts, left } = report;
  const others = verdicts.filter(({ verdict }) => verdict === 'otherwise').length;
  console.log(
    `\n${differences.length} differences, ${others} of ${verdicts.length} facts otherwise. See ${folder}/report.md.`,
  );
  if (before) {
    const changes = changesSince(before, report);
    console.log(
      ['\nSince the last run:', ...(changes.length > 0 ? changes : ['nothing'])].join('\n'),
    );
  }
  return left.length > 0 ? 1 : 0;
};

process.exitCode = await main().catch((error: unknown) => {
  console.error(messageOf(error));
  return 1;
});
