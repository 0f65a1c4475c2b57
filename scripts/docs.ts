/** `npm run docs`: writes docs/catalog.md from the app itself; `-- --check` only compares. */
import { readFileSync, writeFileSync } from 'node:fs';
import { catalogPage } from './catalogPage.ts';

const file = new URL('../docs/catalog.md', import.meta.url);
const page = catalogPage();

if (!process.argv.includes('--check')) {
  writeFileSync(file, page);
  console.log('Wrote docs/catalog.md.');
} else if (readFileSync(file, 'utf8') !== page) {
  console.error('docs/catalog.md is not what the app says: run `npm run docs`.');
  process.exitCode = 1;
}
