import type { Stories } from '../stage.ts';
import { catalog } from './catalog.ts';
import { comfort } from './comfort.ts';
import { connections } from './connect.ts';
import { editing } from './editing.ts';
import { endpoints } from './endpoints.ts';
import { instant } from './instant.ts';
import { keyboard } from './keyboard.ts';
import { looks } from './looks.ts';
import { operations } from './operations.ts';
import { recipes } from './recipes.ts';
import { runs } from './runs.ts';
import { times } from './times.ts';
import { truth } from './truth.ts';

/** Every story, by its name. */
export const stories: Stories = {
  ...catalog,
  ...operations,
  ...endpoints,
  ...connections,
  ...editing,
  ...keyboard,
  ...recipes,
  ...runs,
  ...instant,
  ...times,
  ...truth,
  ...comfort,
  ...looks,
};
