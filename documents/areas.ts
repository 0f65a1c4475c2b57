/** The areas of HighLevel’s documents, whose scopes the owner can have asked for. */
import { assertKnown, groupName } from '../lib/groupNames.ts';
import areas from './areas.json' with { type: 'json' };

/** The scopes of each area that has scopes, by the name that a command line knows. Made by `npm run documents`. */
export const areaScopes: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(areas).map(([area, scopes]) => [groupName(area), scopes]),
);

/** The scopes of some areas. Throws a sentence with all areas if one is unknown. */
export const scopesOfAreas = (names: readonly string[]): string[] => {
  assertKnown(names, Object.keys(areaScopes), 'area with scopes');
  return names.flatMap((name) => areaScopes[name] ?? []);
};
