import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { turns } from '../support/depth.ts';

if (!process.features.typescript)
  throw new Error('Run the tests with “npm test”, which uses Node 22.');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'highlevel-run-'));
  mkdirSync(join(folder, 'scripts', 'node22'), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  cpSync('scripts/run.mjs', join(folder, 'scripts', 'run.mjs'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(folder, 'scripts', 'node22', 'package.json'),
    '{"name":"node22","optionalDependencies":{"node-of-another-machine":"1.0.0","node-of-this-machine":"1.0.0"}}',
  );
  writeFileSync(
    join(folder, 'hello.ts'),
    'const name: string = process.argv[2] ?? "";\nconsole.log("Hello", name);\nprocess.exitCode = 7;\n',
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// Node warns if a shell asks for colors and for none.
const noColors = { NO_COLOR: undefined, FORCE_COLOR: undefined };

/** The Node that runs the tests, which reads TypeScript unless it is told not to. */
const run = (options: string[], before: string[] = [], after: string[] = ['Nora']) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...options, join(folder, 'scripts', 'run.mjs'), ...before, 'hello.ts', ...after],
    { encoding: 'utf8', env: { ...process.env, ...noColors, npm_config_offline: 'true' } },
  );
  return { status, stdout, stderr };
};
const old = ['--no-experimental-strip-types'];

/** Which Node runs the file; by default each test takes one of them, by turns. */
const ways: [string, string[]][] = [
  ['itself', []],
  ['through the other Node', old],
];

/** Puts a Node where scripts/node22 would have installed it. */
const install = () => {
  const home = join(folder, 'scripts', 'node22', 'node_modules', 'node-of-this-machine');
  mkdirSync(join(home, 'bin'), { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"bin":{"node":"bin/node"}}');
  symlinkSync(process.execPath, join(home, 'bin', 'node'));
};

test('a Node that reads TypeScript runs the file itself', () => {
  expect(run([])).toMatchObject({ status: 7, stdout: 'Hello Nora\n' });
});

test('an older one hands over to the Node of scripts/node22', () => {
  install();
  expect(run(old)).toEqual({ status: 7, stdout: 'Hello Nora\n', stderr: '' });
});

test.each(turns(ways, 0, 2))(
  'a file that is to be loaded before is loaded before, %s',
  (_, options) => {
    install();
    writeFileSync(
      join(folder, 'first.ts'),
      'const first: string = "First";\nconsole.log(first);\n',
    );
    expect(run(options, ['--import', 'first.ts'])).toMatchObject({
      status: 7,
      stdout: 'First\nHello Nora\n',
    });
  },
);

test.each(turns(ways, 1, 2))('--sign-in becomes a variable and no argument, %s', (_, options) => {
  install();
  writeFileSync(
    join(folder, 'hello.ts'),
    'console.log(process.env.HIGHLEVEL_SIGN_IN, process.argv.slice(2).join(" "));\n',
  );
  const said = (after: string[]) => run(options, [], after).stdout;
  expect(said(['--sign-in', 'private-token', 'Nora'])).toBe('private-token Nora\n');
  expect(said(['Nora', '--sign-in=oauth'])).toBe('oauth Nora\n');
  expect(run(options, [], ['--sign-in', 'token'])).toEqual({
    status: 1,
    stdout: '',
    stderr: 'After --sign-in comes oauth or private-token.\n',
  });
});

test('what the app leaves out and adds becomes variables, too', () => {
  writeFileSync(
    join(folder, 'hello.ts'),
    'const { HIGHLEVEL_WITHOUT: left, HIGHLEVEL_WITH: added } = process.env;\nconsole.log(JSON.stringify([left, added]), process.argv.slice(2).join(" "));\n',
  );
  const said = (...after: string[]) => run([], [], after).stdout.trim();
  expect(said('Nora')).toBe('[null,null] Nora');
  expect(said('--without', 'invoices,forms', 'Nora')).toBe('["invoices,forms",null] Nora');
  expect(said('Nora', '--with=products', '--without=forms')).toBe('["forms","products"] Nora');
  expect(said('--only', 'catalog')).toBe('["all",null]');
  expect(said('--without', 'none', '--with', 'none')).toBe('["",""]');
  // Others have arguments that look alike: the tour, Zapier’s command line, and the package.
  const alike = '--only get_contact --without-style --without-uncommitted';
  expect(said(...alike.split(' '))).toBe(`[null,null] ${alike}`);
  for (const after of [['--without'], ['--with', '--only'], ['--without=']])
    expect(run([], [], after)).toMatchObject({ status: 1, stdout: '' });
});

test.each(turns(ways, 0, 2))(
  'what the app does not know is told in a sentence, %s',
  (_, options) => {
    install();
    const names = JSON.stringify(resolve('lib/groupNames.ts'));
    writeFileSync(
      join(folder, 'hello.ts'),
      `import { assertKnown } from ${names};\nassertKnown(['shop'], ['forms', 'users'], 'group');\n`,
    );
    expect(run(options)).toEqual({
      status: 1,
      stdout: '',
      stderr: 'There is no group “shop”. Choose of: forms, users.\n',
    });
    writeFileSync(join(folder, 'hello.ts'), "throw new Error('a mistake of ours');\n");
    expect(run(options).stderr).toMatch(/^Error: a mistake of ours\n +at /m);
  },
);

test.each(turns(ways, 1, 2))('an unknown option is told in a sentence, %s', (_, options) => {
  install();
  writeFileSync(
    join(folder, 'hello.ts'),
    "import { parseArgs } from 'node:util';\nparseArgs({ allowPositionals: true });\n",
  );
  expect(run(options, [], ['--nora'])).toEqual({
    status: 1,
    stdout: '',
    stderr: "Unknown option '--nora'.\n",
  });
});

test.each(turns(ways, 0, 2))('and so is what a script refuses, %s', (_, options) => {
  install();
  const refusal = JSON.stringify(resolve('scripts/refusal.ts'));
  const refuse = `import { Refusal } from ${refusal};\nthrow new Refusal('First this.');\n`;
  const expected = { status: 1, stdout: '', stderr: 'First this.\n' };
  writeFileSync(join(folder, 'first.ts'), refuse);
  expect(run(options, ['--import', 'first.ts'])).toEqual(expected);
  writeFileSync(join(folder, 'hello.ts'), refuse);
  expect(run(options)).toEqual(expected);
});

test('what Zapier’s command line runs must be built', () => {
  const bin = join(folder, 'node_modules', 'zapier-platform-cli', 'src', 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'run'), "console.log('ran');");
  const said = (...after: string[]) => {
    const words = [join(folder, 'scripts', 'run.mjs'), 'zapier-platform', ...after];
    const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    return stdout + stderr;
  };
  for (const command of ['invoke', 'describe'])
    expect(said(command)).toBe('Nothing is built yet. Run “npm run build” first.\n');
  expect([said('validate'), said('invoke', '--help')]).toEqual(['ran\n', 'ran\n']);
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist', 'index.js'), '');
  expect(said('invoke', 'auth', 'label')).toBe('ran\n');
});

test('Zapier’s command line works on what was pushed last', () => {
  const bin = join(folder, 'node_modules', 'zapier-platform-cli', 'src', 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(
    join(bin, 'run'),
    "const names = ['SIGN_IN', 'WITHOUT', 'WITH'];\nconsole.log(names.map((name) => process.env['HIGHLEVEL_' + name]).join(' '));",
  );
  writeFileSync(
    join(folder, '.zapierapprc'),
    '{"id":1,"signIn":"private-token","without":["forms","invoices"],"with":["products"]}',
  );
  const said = (...after: string[]) => {
    const words = [join(folder, 'scripts', 'run.mjs'), 'zapier-platform', 'validate', ...after];
    return spawnSync(process.execPath, words, { encoding: 'utf8' }).stdout;
  };
  expect(said()).toBe('private-token forms,invoices products\n');
  expect(said('--sign-in', 'oauth', '--without', 'users')).toBe('oauth users products\n');
  expect(said('--only=catalog', '--with', 'none')).toBe('private-token all \n');
  writeFileSync(join(folder, '.zapierapprc'), '{"id":1}');
  expect(said()).toBe('  \n');
});

test('and says in a sentence what is missing if there is none', () => {
  const { status, stdout, stderr } = run(old);
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(
    /^This is Node [\d.]+\. Installing Node 22 in scripts\/node22, which happens only once …$/m,
  );
  expect(stderr).toMatch(/^This needs Node 22\.18 or newer, .* Install Node 22 from \S+ and run/m);
  expect(stderr).not.toMatch(/^ +at /m);
});

test('nothing starts before npm ci', () => {
  rmSync(join(folder, 'node_modules'), { recursive: true });
  expect(run([])).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Nothing is installed yet. Run “npm ci” first.\n',
  });
});
