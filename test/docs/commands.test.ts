import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { commandsOf, pages, proofs } from './commands.ts';

const written = new Set(pages.flatMap(commandsOf));

test('each command of the pages is run somewhere or needs an account', () => {
  expect([...written].filter((command) => !(command in proofs))).toEqual([]);
  expect(Object.keys(proofs).filter((command) => !written.has(command))).toEqual([]);
});

test('what is said to run a command exists', () => {
  const files = Object.values(proofs).flatMap((proof) => ('ranBy' in proof ? [proof.ranBy] : []));
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

test('commands that need an account are marked so', () => {
  const page = ['publishing', 'live']
    .map((name) => readFileSync(`docs/${name}.md`, 'utf8'))
    .join('\n');
  const unmarked = Object.entries(proofs)
    .filter(([, proof]) => 'needs' in proof)
    .map(([command]) => command)
    .filter(
      (command) => !page.split('\n').some((line) => line.startsWith(command) && /☁/.test(line)),
    );
  expect(unmarked).toEqual([]);
});

test('Zapier’s command line has each command that the pages name', () => {
  const folder = 'node_modules/zapier-platform-cli/src/oclif/commands';
  const known = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => file.replace(/(\/index)?\.js$/, '').replaceAll('/', ':'));
  const named = [...pages, 'scripts/examine.ts'].flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/npm run zapier -- ([a-z][a-z:]*)/g)].map(
      ([, name = '']) => name,
    ),
  );
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(named)].filter((name) => !known.includes(name))).toEqual([]);
});

test('no page starts Zapier’s command line without Node 22', () => {
  const direct = pages.filter((page) =>
    /np[mx] (exec -- )?zapier-platform/.test(readFileSync(page, 'utf8')),
  );
  expect(direct).toEqual([]);
});
