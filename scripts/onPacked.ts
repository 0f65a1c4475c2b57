/** `node --import ./scripts/onPacked.ts tour/main.ts`: a program of the project on the packed app and the packed core. */
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './stage.ts';
import { unpacked } from './unpacked.ts';

const folder = unpacked();
const urlOf = (...path: string[]) => pathToFileURL(join(...path)).href;
const places: Record<string, string> = {
  [urlOf(root, 'index.ts')]: urlOf(folder, 'dist', 'index.js'),
  [import.meta.resolve('zapier-platform-core')]: urlOf(
    folder,
    'node_modules',
    'zapier-platform-core',
    'index.mjs',
  ),
};
const unused = new Set(Object.keys(places));
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    unused.delete(found.url);
    return { ...found, url: places[found.url] ?? found.url };
  },
});
process.once('exit', () => {
  if (unused.size === 0) return;
  console.error(`This did not run on the packed app: nothing loads ${[...unused].join(', ')}.`);
  process.exitCode = 1;
});
