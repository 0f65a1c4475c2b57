import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

/** Zapier's command line. */
export const cli = join(root, 'node_modules', '.bin', 'zapier-platform');

/** Runs a command and shows what it says; throws when it fails. */
export const run = (command: string, args: string[], cwd: string, quiet = false): void => {
  execFileSync(command, args, {
    cwd,
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
    env: { ...process.env, DISABLE_ZAPIER_ANALYTICS: '1', NO_UPDATE_NOTIFIER: '1' },
  });
};

/** Has Zapier's CLI make build/build.zip and build/source.zip of a folder that holds a built app and its dependencies. */
export const buildZips = (folder: string, quiet = false): void =>
  run(cli, ['build', '--skip-validation', '--skip-dep-install'], folder, quiet);

/** Blanks go, which a run would hold in memory. Names stay and lines end, so that error traces can be read. */
export const withoutBlanks = { minifyWhitespace: true, lineLimit: 120 };
