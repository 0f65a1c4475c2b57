/**
 * `npm run docs`: writes docs/catalog.md from the app and a tour on both kinds of connection, and docs/zaps.md from the
 * recipes; `-- --check` only compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { countRequests } from '../tour/requests.ts';
import { zapsPage } from '../zaps/page.ts';
import { catalogPage } from './catalogPage.ts';

const pages = { 'catalog.md': catalogPage(await countRequests()), 'zaps.md': zapsPage() };

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
