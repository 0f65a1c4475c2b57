/** What git says of the folder of the project: a push uploads what is committed. */
import { execFileSync } from 'node:child_process';

/** What git prints. Throws what execFileSync throws, in git’s English. */
export const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
    env: { ...process.env, LC_ALL: 'C' },
  });

/** What is wrong, and what to do about it. */
interface Problem {
  what: string;
  todo: string;
}

const commit = '“git add .” and “git commit -m Start”. A push uploads what is committed.';

const problems: [pattern: RegExp, problem: Problem][] = [
  [
    /not a git repository/i,
    {
      what: 'This folder is not a git repository, for example because it was downloaded as a ZIP file',
      todo: `Clone the project with git, or run “git init”, then ${commit}`,
    },
  ],
  [/single revision/i, { what: 'Nothing is committed in this folder yet', todo: `Run ${commit}` }],
];

const problemOf = (error: unknown): Problem => {
  const { code, stderr = '' } = error as { code?: string; stderr?: string };
  if (code === 'ENOENT')
    return {
      what: 'git is not installed',
      todo: 'Install it from https://git-scm.com. A push uploads what is committed.',
    };
  const [, known] = problems.find(([pattern]) => pattern.test(stderr)) ?? [];
  const said = stderr.split('\n')[0]?.replace(/^fatal: /, '') || String(error);
  return known ?? { what: `git fails: ${said}`, todo: 'Run “git status”, and do what it says.' };
};

/** Why a folder has no commit that could be pushed; undefined if it has one. */
export const whyNoCommit = (folder: string): Problem | undefined => {
  try {
    git(folder, 'rev-parse', '--verify', 'HEAD');
    return undefined;
  } catch (error) {
    return problemOf(error);
  }
};
