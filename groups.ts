/** The operations beyond the catalog in groups, which a build can leave out. The group of an operation is its category. */
import type { Create, PlainInputField, Search, Trigger } from 'zapier-platform-core';
import { catalogKeys } from './catalog.ts';
import { creates } from './creates/index.ts';
import { assertKnown, groupName } from './lib/groupNames.ts';
import { lazy } from './lib/zapier.ts';
import { searches } from './searches/index.ts';
import { triggers } from './triggers/index.ts';

type Operation = Trigger | Create | Search;

interface Member {
  group: string;
  operation: Operation;
  isHidden: boolean;
  isInCatalog: boolean;
}

/** Every operation; those of the catalog and the dropdowns stand in categories, too. */
const members = lazy((): Member[] =>
  [triggers, creates, searches].flatMap((catalog) =>
    Object.entries(catalog).flatMap(([category, operations]) =>
      (operations as Operation[]).map((operation) => ({
        group: groupName(category),
        operation,
        isHidden: operation.display.hidden ?? false,
        isInCatalog: catalogKeys.has(operation.key),
      })),
    ),
  ),
);

/** The names of the groups that have an operation beyond the catalog. */
export const groups = lazy((): readonly string[] => {
  const beyond = members().filter(({ isHidden, isInCatalog }) => !isHidden && !isInCatalog);
  return [...new Set(beyond.map(({ group }) => group))].sort();
});

const fieldsOf = ({ operation }: Operation): PlainInputField[] =>
  // What a function gives is known only to a run.
  ((operation.inputFields ?? []) as object[])
    .filter((field): field is PlainInputField => 'key' in field)
    .flatMap((field) => [field, ...((field.children ?? []) as PlainInputField[])]);

const dropdownsOf = (all: Member[]): string[] =>
  all.flatMap(({ operation }) =>
    fieldsOf(operation).flatMap(({ dynamic }) => dynamic?.split('.')[0] ?? []),
  );

/** The groups that names stand for: `all` for every one. Throws a sentence with all groups if one is unknown. */
export const groupsNamed = (names: readonly string[]): readonly string[] => {
  if (names.includes('all')) return groups();
  assertKnown(names, groups(), 'group of operations');
  return names;
};

/**
 * The keys of what a build without some groups lacks: their operations beyond the catalog, and the dropdowns that only
 * these have. Makes every form, so it takes a while. Throws a sentence with all groups if one is unknown.
 */
export const keysOf = (names: readonly string[]): string[] => {
  const left = groupsNamed(names);
  const isLeft = ({ group, isInCatalog }: Member) => left.includes(group) && !isInCatalog;
  const leaving = members().filter(isLeft);
  const staying = members().filter((one) => !isLeft(one));
  const needed = new Set(dropdownsOf(staying));
  const idle = new Set(dropdownsOf(leaving).filter((key) => !needed.has(key)));
  const unused = staying.filter(({ isHidden, operation }) => isHidden && idle.has(operation.key));
  return [...leaving, ...unused].map(({ operation }) => operation.key);
};
