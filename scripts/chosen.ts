/** Which groups of operations the owner’s build leaves out and which scopes it adds, in words, and remembered. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scopesOfAreas } from '../documents/areas.ts';
import { groupsNamed } from '../groups.ts';
import { chosenAreas, leftOutGroups } from '../lib/chosen.ts';
import { readConfig } from './config.ts';

/** The arguments that choose the same again, each with a blank before it; empty if nothing is chosen. */
export const chosenArguments = (): string => {
  const without = leftOutGroups.includes('all') ? ' --only catalog' : ` --without ${leftOutGroups}`;
  return [leftOutGroups.length > 0 && without, chosenAreas.length > 0 && ` --with ${chosenAreas}`]
    .filter(Boolean)
    .join('');
};

/**
 * Sentences on what this build leaves out and adds; none if nothing is chosen. Throws a sentence if a name is unknown, or
 * scopes are added that nothing uses.
 */
export const describeChosen = (): string[] => {
  const left = groupsNamed(leftOutGroups);
  scopesOfAreas(chosenAreas);
  if (chosenAreas.length > 0 && left.includes('any-endpoint'))
    throw new Error(
      '--with adds scopes for “API Request”, but this build leaves out its group, any-endpoint.',
    );
  return [
    ...(left.length > 0 ? [`The app leaves out: ${left.join(', ')}.`] : []),
    ...(chosenAreas.length > 0
      ? [`“API Request” gets the scopes of: ${chosenAreas.join(', ')}.`]
      : []),
  ];
};

/** Remembers in .zapierapprc what was pushed: a later version that asks for other scopes would not connect. */
export const rememberChosen = (folder: string): void => {
  const { without: _, with: __, ...config } = readConfig(folder);
  const next = {
    ...config,
    ...(leftOutGroups.length > 0 ? { without: leftOutGroups } : {}),
    ...(chosenAreas.length > 0 ? { with: chosenAreas } : {}),
  };
  if (JSON.stringify(next) === JSON.stringify(readConfig(folder))) return;
  writeFileSync(join(folder, '.zapierapprc'), `${JSON.stringify(next, null, 2)}\n`);
  console.log('.zapierapprc now says which operations and scopes the app has. Commit it.');
};
