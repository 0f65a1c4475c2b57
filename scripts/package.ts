/**
 * `npm run package`: build/build.zip and build/source.zip by Zapier's own CLI, from a staging folder that holds the
 * committed sources, the built app and production dependencies only. The CLI's plain `build` copies all of
 * node_modules with every file open at once and dies of EMFILE (zapier#open-files); `npm run push` uploads what this
 * makes.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import AdmZip from 'adm-zip';
import { build } from 'esbuild';
import { buildZips, root, run } from './stage.ts';

const stage = join(root, 'build', 'stage');

rmSync(join(root, 'build'), { recursive: true, force: true });
rmSync(join(root, 'dist'), { recursive: true, force: true });
run('npm', ['run', '--silent', 'build'], root);

// One file instead of hundreds: Lambda reads and resolves each file anew at every cold start. Names stay readable in
// error traces; core stays outside, because the CLI looks for it.
rmSync(join(root, 'dist'), { recursive: true });
await build({
  entryPoints: [join(root, 'index.ts')],
  outfile: join(root, 'dist', 'index.js'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  external: ['zapier-platform-core'],
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
});

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
});
for (const file of [...listed.split('\n').filter(Boolean), 'dist']) {
  mkdirSync(dirname(join(stage, file)), { recursive: true });
  cpSync(join(root, file), join(stage, file), { recursive: true });
}
const manifest = JSON.parse(readFileSync(join(stage, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
// The app is built already, and the staging folder has no compiler.
delete manifest.scripts['_zapier-build'];
writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);

run('npm', ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], stage);
buildZips(stage);

// The CLI indents the definition, which nobody reads there: the blanks are 43 % of it.
const built = new AdmZip(join(stage, 'build', 'build.zip'));
const packed = new AdmZip();
const readableByAll = 0o644;
for (const entry of built.getEntries()) {
  const content = entry.getData();
  const isDefinition = entry.entryName === 'definition.json';
  packed.addFile(
    entry.entryName,
    isDefinition ? Buffer.from(JSON.stringify(JSON.parse(content.toString()))) : content,
    '',
    readableByAll,
  );
}
packed.writeZip(join(stage, 'build', 'build.zip'));

for (const zip of ['build.zip', 'source.zip'])
  cpSync(join(stage, 'build', zip), join(root, 'build', zip));
rmSync(stage, { recursive: true, force: true });
console.log('Made build/build.zip and build/source.zip.');
