import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AdmZip from 'adm-zip';
import { uncommittedFiles, writeSourceZip } from '../../scripts/sourceZip.ts';

let folder: string;
const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
const write = (name: string, content = 'harmless') => writeFileSync(join(folder, name), content);
const commit = (...names: string[]) => {
  git('add', '--force', ...names);
  git('-c', 'user.name=Anna', '-c', 'user.email=anna@example.com', 'commit', '-m', 'One');
};
const zipped = (): string[] => {
  const zip = join(folder, '..', 'source.zip');
  writeSourceZip(folder, zip);
  return new AdmZip(zip)
    .getEntries()
    .filter(({ isDirectory }) => !isDirectory)
    .map(({ entryName }) => entryName);
};

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'highlevel-source-')), 'project');
  mkdirSync(folder);
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

describe('in a repository', () => {
  beforeEach(() => {
    git('init');
    write('.gitignore', 'ignored.txt\n');
    write('index.ts');
    write('Überblick – 概要.md');
    commit('.');
  });

  test('the zip holds what is committed and nothing else', () => {
    for (const name of ['.envrc', '.zapierrc', 'env.production', 'secrets.pem', 'ignored.txt'])
      write(name);
    expect(zipped().sort()).toEqual(['.gitignore', 'index.ts', 'Überblick – 概要.md']);
  });

  test('what is not committed is listed, whatever its name', () => {
    write('secrets.pem');
    write('ignored.txt');
    mkdirSync(join(folder, 'notes'));
    write('notes/für “Anna”.txt');
    write('index.ts', 'changed');
    rmSync(join(folder, 'Überblick – 概要.md'));
    expect(uncommittedFiles(folder).sort()).toEqual([
      'changed  index.ts',
      'deleted  Überblick – 概要.md',
      'new      notes/für “Anna”.txt',
      'new      secrets.pem',
    ]);
  });

  test('a deleted file that is committed stays in the zip', () => {
    rmSync(join(folder, 'index.ts'));
    expect(zipped()).toContain('index.ts');
  });

  test('files of environment variables stay out even if committed', () => {
    write('.env');
    write('old.environment');
    commit('.env', 'old.environment');
    expect(zipped().sort()).toEqual(['.gitignore', 'index.ts', 'Überblick – 概要.md']);
    expect(uncommittedFiles(folder)).toEqual([]);
  });
});

test('without a commit a sentence says what is missing', () => {
  expect(() => uncommittedFiles(folder)).toThrow('This folder is not a git repository');
  git('init');
  expect(() => writeSourceZip(folder, 'source.zip')).toThrow(
    'Nothing is committed in this folder yet. Run “git add .”',
  );
});
