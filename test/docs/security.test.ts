import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../../sandbox/index.ts';
import { startWorkbench } from '../../workbench/server.ts';

// What SECURITY.md claims and no other test shows. Tokens, paths, logs and repeated writes have tests of their own.

const read = (file: string) => readFileSync(file, 'utf8');
const json = (file: string) => JSON.parse(read(file)) as Record<string, Record<string, unknown>>;

test('Git ignores .env', () => {
  const folder = mkdtempSync(join(tmpdir(), 'highlevel-ignored-'));
  try {
    // A repository of its own: a download of the project has none.
    copyFileSync('.gitignore', join(folder, '.gitignore'));
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
    git('init', '--quiet');
    expect(git('check-ignore', '.env')).toBe('.env\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('no file of the app holds a key', () => {
  const app = globSync('**/*.ts', {
    exclude: (name) => /^(node_modules|test|sandbox|bench|build|dist)$/.test(name),
  });
  expect(app.length).toBeGreaterThan(200);
  const key = /CLIENT_(ID|SECRET)['"]?\s*(=|:|\?\?|\|\|)\s*['"](?!CLIENT_)[\w-]{8,}['"]/;
  expect(key.test(`CLIENT_SECRET = 'sandbox-secret'`)).toBe(true);
  expect(app.filter((file) => key.test(read(file)))).toEqual([]);
});

test('two dependencies at run time, in exact versions', () => {
  const { dependencies = {} } = json('package.json');
  expect(Object.keys(dependencies)).toEqual(['zapier-platform-core', 'zod']);
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test('no package runs a script when it is installed', () => {
  const packages = Object.entries(json('package-lock.json').packages ?? {});
  const withScript = packages
    .filter(([, one]) => (one as { hasInstallScript?: boolean }).hasInstallScript)
    .map(([path]) => [path.replace(/.*node_modules\//, ''), false]);
  expect(withScript.length).toBeGreaterThan(2);
  expect(json('package.json').allowScripts).toEqual(Object.fromEntries(withScript));
});

test.each(['package-lock.json', 'scripts/node22/package-lock.json'])(
  '%s names each package with its version and checksum',
  (file) => {
    const packages = Object.entries(json(file).packages ?? {}).filter(([path]) => path !== '');
    expect(packages.length).toBeGreaterThan(5);
    const loose = packages.filter(([, one]) => {
      const { version, integrity } = one as { version?: string; integrity?: string };
      return !version || !/^sha512-/.test(integrity ?? '');
    });
    expect(loose.map(([path]) => path)).toEqual([]);
  },
);

test('each action of a workflow is pinned to a commit', () => {
  const uses = readdirSync('.github/workflows').flatMap((file) =>
    [...read(`.github/workflows/${file}`).matchAll(/uses: *(.*)/g)].map(
      ([, action = '']) => action,
    ),
  );
  expect(uses.length).toBeGreaterThan(0);
  for (const action of uses)
    expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('sandbox and workbench listen on 127.0.0.1 only', async () => {
  const sandbox = await startSandbox();
  const workbench = await startWorkbench({ port: 0, sandbox, folder: 'my-zaps' });
  try {
    for (const { url } of [sandbox, workbench]) {
      expect((await fetch(url)).status).toBeLessThan(500);
      await expect(fetch(url.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow('fetch failed');
    }
  } finally {
    await Promise.all([sandbox.stop(), workbench.stop()]);
  }
});

test('the workbench writes no file but those of your Zaps', () => {
  const files = readdirSync('workbench', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `workbench/${file}`);
  expect(files.length).toBeGreaterThan(10);
  const writes = /\b(writeFile|appendFile|createWriteStream|openSync|mkdir|cp)(Sync)?\(/;
  expect(files.filter((file) => writes.test(read(file)))).toEqual(['workbench/store.ts']);
});
