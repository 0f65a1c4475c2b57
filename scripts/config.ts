import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What .zapierapprc of a folder says; nothing if there is none. */
export const readConfig = (folder: string): Record<string, unknown> => {
  const file = join(folder, '.zapierapprc');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
};
