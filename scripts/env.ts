import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Adds the values of a folder's .env to the environment. A variable that is already set stays as it is. */
export const loadEnv = (folder: string): void => {
  const file = join(folder, '.env');
  if (!existsSync(file)) return;
  for (const [, name = '', value = ''] of readFileSync(file, 'utf8').matchAll(/^(\w+)=(.*)$/gm))
    process.env[name] ??= value.replace(/^(['"])(.*)\1$/, '$2').trim();
};
