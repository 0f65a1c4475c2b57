/** build/source.zip: what Zapier keeps of the sources, which is what is committed and nothing else. */
import { git, whyNoCommit } from './git.ts';

/** Ends with a sentence if there is nothing to take sources from. */
const expectCommit = (folder: string): void => {
  const problem = whyNoCommit(folder);
  if (problem) throw new Error(`${problem.what}. ${problem.todo}`);
};

const kindOf = (status: string): string => {
  if (status === '??') return 'new';
  return status.includes('D') ? 'deleted' : 'changed';
};

/**
 * Files of a folder that differ from what is committed: `new  notes.txt`. Ignored ones are left out.
 * @throws when the folder is in no git repository or nothing was ever committed
 */
export const uncommittedFiles = (folder: string): string[] => {
  expectCommit(folder);
  // With -z names come as they are, whatever characters they hold.
  return git(folder, 'status', '-z', '--no-renames', '--untracked-files=all', '--', '.')
    .split('\0')
    .filter(Boolean)
    .map((line) => `${kindOf(line.slice(0, 2)).padEnd(7)}  ${line.slice(3)}`);
};

/**
 * Writes a zip of the last commit. Files of environment variables stay out even if committed, as in Zapier's own.
 * @throws as `uncommittedFiles`
 */
export const writeSourceZip = (folder: string, zip: string): void => {
  expectCommit(folder);
  const leftOut = ['env', 'environment'].map((ending) => `:(exclude)*.${ending}`);
  git(folder, 'archive', '--format=zip', `--output=${zip}`, 'HEAD', '--', '.', ...leftOut);
};
