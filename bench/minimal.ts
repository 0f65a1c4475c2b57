import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildZips, root, run } from '../scripts/stage.ts';

const source = `import zapier from 'zapier-platform-core';
const perform = async (z) => {
  const { data } = await z.request(process.env.HIGHLEVEL_API_URL + '/contacts/c1');
  return [data.contact];
};
export default {
  version: '1.0.0',
  platformVersion: zapier.version,
  triggers: { get_contact: { key: 'get_contact', noun: 'Contact', display: { label: 'Get Contact', description: 'Triggers when a contact changes.' }, operation: { perform, sample: { id: 'c1' } } } },
};
`;

/** One trigger and nothing else, on the same core, packed as Zapier's CLI packs it. Gives its build.zip. */
export const minimalApp = (folder: string): string => {
  const { dependencies, overrides } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'overrides', Record<string, string>>;
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      name: 'minimal',
      version: '1.0.0',
      type: 'module',
      exports: './index.js',
      dependencies: { 'zapier-platform-core': dependencies['zapier-platform-core'] },
      overrides: { 'get-intrinsic': overrides['get-intrinsic'] },
    }),
  );
  writeFileSync(join(folder, '.gitignore'), 'node_modules\nbuild\n');
  writeFileSync(join(folder, 'index.js'), source);
  const install = ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  run('npm', install, folder, true);
  buildZips(folder, true);
  return join(folder, 'build', 'build.zip');
};
