/** The packed app, unpacked: for checks that run what Zapier would run. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import AdmZip from 'adm-zip';
import { root } from './stage.ts';

/** Unpacks build/build.zip next to it and gives the folder. */
export const unpacked = (): string => {
  const zip = join(root, 'build', 'build.zip');
  if (!existsSync(zip))
    throw new Error('There is no build/build.zip. Run “npm run package” first.');
  const folder = join(root, 'build', 'unpacked');
  rmSync(folder, { recursive: true, force: true });
  new AdmZip(zip).extractAllTo(folder);
  return folder;
};
