/** `npm run docs`: writes docs/catalog.md from the app and a tour on both kinds of connection; `-- --check` only compares. */
import { readFileSync, writeFileSync } from 'node:fs';
import { startSandbox } from '../sandbox/index.ts';
import { stations } from '../tour/stations.ts';
import { connect, pointAt, walk } from '../tour/tour.ts';
import { LocalZapier } from '../tour/zapier.ts';
import { catalogPage } from './catalogPage.ts';

const counts: Record<string, number> = {};
for (const account of ['sub-account', 'agency'] as const) {
  const sandbox = await startSandbox({ indexLag: 0, rateLimit: { burst: 1_000_000 } });
  pointAt(sandbox);
  const zapier = new LocalZapier();
  await connect(zapier, sandbox, account);
  for (const { key, each, error } of await walk(zapier, sandbox, stations, () => {})) {
    if (!error) counts[key] ??= each;
  }
  await sandbox.stop();
}

const file = new URL('../docs/catalog.md', import.meta.url);
const page = catalogPage(counts);

if (!process.argv.includes('--check')) {
  writeFileSync(file, page);
  console.log('Wrote docs/catalog.md.');
} else if (readFileSync(file, 'utf8') !== page) {
  console.error('docs/catalog.md is not what the app says: run `npm run docs`.');
  process.exitCode = 1;
}
