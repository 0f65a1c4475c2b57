/**
 * `npm run docs`: writes docs/catalog.md from the app and a tour on both kinds of connection, and docs/zaps.md from the
 * recipes; `-- --check` only compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { startSandbox } from '../sandbox/index.ts';
import { stations } from '../tour/stations.ts';
import { connect, pointAt, walk } from '../tour/tour.ts';
import { LocalZapier } from '../tour/zapier.ts';
import { zapsPage } from '../zaps/page.ts';
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

const pages = { 'catalog.md': catalogPage(counts), 'zaps.md': zapsPage() };

for (const [name, page] of Object.entries(pages)) {
  const file = new URL(`../docs/${name}`, import.meta.url);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, page);
    console.log(`Wrote docs/${name}.`);
  } else if (readFileSync(file, 'utf8') !== page) {
    console.error(`docs/${name} is not what the app says: run \`npm run docs\`.`);
    process.exitCode = 1;
  }
}
