/** The packed app, unpacked: for checks that run what Zapier would run. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import AdmZip from 'adm-zip';
import { Refusal } from './refusal.ts';
import { root } from './stage.ts';

/** Throws a sentence unless a folder has what `npm run package` makes: the compiled app and build/build.zip. */
export const expectPackage = (folder: string): void => {
  const missing = ['dist/index.js', 'build/build.zip'].filter(
    (file) => !existsSync(join(folder, file)),
  );
  if (missing.length > 0)
    throw new Refusal(`There is no ${missing.join(' and no ')}. Run “npm run package” first.`);
};

/** Unpacks build/build.zip next to it and gives the folder. */
export const unpacked = (): string => {
  expectPackage(root);
  const folder = join(root, 'build', 'unpacked');
  rmSync(folder, { recursive: true, force: true });
  new AdmZip(join(root, 'build', 'build.zip')).extractAllTo(folder);
  return folder;
};
