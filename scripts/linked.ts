/** Whether a folder belongs to an integration on Zapier, as `register` and `link` write it to .zapierapprc. */
import { readConfig } from './config.ts';

/** How an integration gets its ID. */
export const howToLink =
  'Run “npm run zapier -- register "HighLevel Operations"”, or “npm run zapier -- link” if the integration already exists.';

export const isLinked = (folder: string): boolean => Boolean(readConfig(folder).id);

/** Throws a sentence for a folder that belongs to no integration: Zapier would say so after minutes of packing. */
export const expectLinked = (folder: string): void => {
  if (!isLinked(folder)) throw new Error(`.zapierapprc has no integration ID. ${howToLink}`);
};
