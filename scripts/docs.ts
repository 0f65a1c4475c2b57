/**
 * `npm run docs`: writes docs/catalog.md from the app and a tour on both kinds of connection, docs/endpoints.md from
 * the digest of HighLevel's documents, docs/zaps.md from the recipes, the scopes into
 * docs/highlevel-app.md, the number of operations into README.md, that of the actions that delete into
 * docs/publishing.md, and that of the instant triggers there and into docs/instant.md; `-- --check` only compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { countRequests } from '../tour/requests.ts';
import { zapsPage } from '../zaps/page.ts';
import { catalogPage } from './catalogPage.ts';
import { endpointsPage } from './endpointsPage.ts';
import { withCounts, withDeletes, withInstant } from './readmeCounts.ts';
import { withScopes } from './scopesSection.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const urlOf = (name: string): URL => new URL(`../${name}`, import.meta.url);
const read = (name: string): string => readFileSync(urlOf(name), 'utf8');

const pages = {
  'docs/catalog.md': catalogPage(await countRequests()),
  'docs/endpoints.md': endpointsPage(),
  'docs/zaps.md': zapsPage(),
  'docs/highlevel-app.md': withScopes(read('docs/highlevel-app.md')),
  'README.md': withCounts(read('README.md')),
  'docs/publishing.md': withInstant(withDeletes(read('docs/publishing.md'))),
  'docs/instant.md': withInstant(read('docs/instant.md')),
};

for (const [name, page] of Object.entries(pages)) {
  if (!values.check) {
    writeFileSync(urlOf(name), page);
    console.log(`Wrote ${name}.`);
  } else if (read(name) !== page) {
    console.error(`${name} is not what the app says: run \`npm run docs\`.`);
    process.exitCode = 1;
  }
}
