/**
 * `npm run package`: build/build.zip by Zapier's own CLI, from a staging folder that holds the app in one file and core
 * in two, and build/source.zip. The CLI's plain `build` copies all of node_modules with every file open at once and
 * dies of EMFILE (zapier#open-files). `npm run push` uploads what this makes.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import AdmZip from 'adm-zip';
import { type BuildOptions, transform } from 'esbuild';
import { keysOf } from '../groups.ts';
import { chosenAreas, leftOutGroups } from '../lib/chosen.ts';
import { describeChosen, rememberChosen } from './chosen.ts';
import { bundleLazily } from './lazyOperations.ts';
import { leanCore } from './leanCore.ts';
import { expectLinked } from './linked.ts';
import { chosenSignIn, rememberSignIn } from './signIn.ts';
import { uncommittedFiles, writeSourceZip } from './sourceZip.ts';
import { buildZips, cli, root, run } from './stage.ts';

const stage = join(root, 'build', 'stage');
const core = join('node_modules', 'zapier-platform-core');

const writeJson = (name: string, content: object) =>
  writeFileSync(join(stage, name), `${JSON.stringify(content, null, 2)}\n`);

/** What the owner chose is written into the app: Zapier sets no variable by itself. */
const choicesWritten = (): Record<string, string> => ({
  'process.env.HIGHLEVEL_SIGN_IN': JSON.stringify(chosenSignIn(root)),
  'process.env.HIGHLEVEL_WITHOUT': JSON.stringify(leftOutGroups.join()),
  'process.env.HIGHLEVEL_LEFT_OUT': JSON.stringify(keysOf(leftOutGroups).join()),
  'process.env.HIGHLEVEL_WITH': JSON.stringify(chosenAreas.join()),
});

/** The files that read it. */
const choosing = [join('lib', 'connection', 'signIn.js'), join('lib', 'chosen.js')];

/** App and core as they are, as Zapier's CLI packs them. */
const stagePlain = async (): Promise<void> => {
  cpSync(join(root, 'dist'), join(stage, 'dist'), { recursive: true });
  for (const name of choosing) {
    const file = join(stage, 'dist', name);
    const { code } = await transform(readFileSync(file, 'utf8'), { define: choicesWritten() });
    writeFileSync(file, code);
  }
  for (const file of ['.zapierapprc', 'package-lock.json'])
    cpSync(join(root, file), join(stage, file));
  run('npm', ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], stage);
};

/**
 * Few files instead of hundreds: Lambda finds, reads and compiles each file whenever it starts.
 */
const stageLean = async (): Promise<void> => {
  const parts = join(stage, 'parts');
  const options: BuildOptions = {
    outfile: join(stage, 'dist', 'index.js'),
    platform: 'node',
    target: 'node22',
    // The digest of the documents stays a file of its own: only few operations read it.
    external: ['zapier-platform-core', './digest.json'],
    define: choicesWritten(),
    logLevel: 'warning',
  };
  await bundleLazily(options, parts);
  rmSync(parts, { recursive: true });
  cpSync(join(root, 'documents', 'digest.json'), join(stage, 'dist', 'digest.json'));
  // The CLI looks for core where npm would have put it, and for its wrapper there.
  mkdirSync(join(stage, core), { recursive: true });
  for (const name of ['package.json', 'include'])
    cpSync(join(root, core, name), join(stage, core, name), { recursive: true });
  for (const [name, content] of Object.entries(await leanCore(join(root, core))))
    writeFileSync(join(stage, core, name), content);
  // It follows imports to find what to pack, and core's own files are required.
  writeJson('.zapierapprc', {
    includeInBuild: ['zapier-platform-core.(index|seldom)\\.js$', 'dist.digest\\.json$'],
  });
};

/** The CLI indents the definition, which nobody reads there: the blanks are 43 % of it. */
const compact = (zip: string): void => {
  const packed = new AdmZip();
  const readableByAll = 0o644;
  for (const entry of new AdmZip(zip).getEntries()) {
    const content = entry.getData();
    const isDefinition = entry.entryName === 'definition.json';
    packed.addFile(
      entry.entryName,
      isDefinition ? Buffer.from(JSON.stringify(JSON.parse(content.toString()))) : content,
      '',
      readableByAll,
    );
  }
  packed.writeZip(zip);
};

const makeBuildZip = async (plain: boolean): Promise<void> => {
  mkdirSync(stage, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // The app is built already, and the staging folder has no compiler.
  delete manifest.scripts['_zapier-build'];
  writeJson('package.json', manifest);
  cpSync(join(root, '.gitignore'), join(stage, '.gitignore'));
  if (plain) await stagePlain();
  else await stageLean();
  buildZips(stage);
  const zip = join(root, 'build', 'build.zip');
  cpSync(join(stage, 'build', 'build.zip'), zip);
  if (!plain) compact(zip);
  rmSync(stage, { recursive: true });
};

const { values } = parseArgs({
  options: {
    /** core as the CLI packs it */
    plain: { type: 'boolean', default: false },
    /** and uploads it (`npm run push`) */
    upload: { type: 'boolean', default: false },
    /** uploads although some files are not committed */
    'without-uncommitted': { type: 'boolean', default: false },
  },
});
try {
  const signIn = chosenSignIn(root);
  const chosen = describeChosen();
  if (values.upload) expectLinked(root);
  const missing = uncommittedFiles(root);
  if (missing.length > 0)
    console.log(`Not committed, so not in source.zip as they are now:\n  ${missing.join('\n  ')}`);
  if (missing.length > 0 && values.upload && !values['without-uncommitted'])
    throw new Error(
      'Commit these files, or push without them: npm run push -- --without-uncommitted',
    );
  for (const folder of ['build', 'dist'])
    rmSync(join(root, folder), { recursive: true, force: true });
  run('npm', ['run', '--silent', 'build'], root);
  await makeBuildZip(values.plain);
  writeSourceZip(root, join(root, 'build', 'source.zip'));
  console.log(
    [
      'Made build/build.zip and build/source.zip.',
      `People sign in by ${signIn === 'oauth' ? 'OAuth' : 'Private Integration Token'}.`,
      ...chosen,
    ].join(' '),
  );
  if (values.upload) {
    run(cli, ['upload'], root);
    rememberSignIn(root, signIn);
    rememberChosen(root);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
