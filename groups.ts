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

const dropdownsOf = (operations: Operation[]): string[] =>
  operations.flatMap((operation) =>
    fieldsOf(operation).flatMap(({ dynamic }) => dynamic?.split('.')[0] ?? []),
  );

/**
 * The keys of the dropdowns that only operations of the first list have, be it by way of another dropdown. Those that
 * no field of the definition names stay: functions may name them.
 */
export const dropdownsOnlyOf = (leaving: Operation[], staying: Operation[]): string[] => {
  const hidden = new Map(
    staying.filter(({ display }) => display.hidden).map((one) => [one.key, one] as const),
  );
  const reachedFrom = (operations: Operation[]): Set<string> => {
    const reached = new Set<string>();
    for (let open = operations; open.length > 0; ) {
      const found = dropdownsOf(open).filter((key) => !reached.has(key));
      for (const key of found) reached.add(key);
      open = found.flatMap((key) => hidden.get(key) ?? []);
    }
    return reached;
  };
  const ofLeaving = reachedFrom(leaving);
  const needed = reachedFrom(staying.filter(({ key }) => !(hidden.has(key) && ofLeaving.has(key))));
  return [...ofLeaving].filter((key) => hidden.has(key) && !needed.has(key));
};

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
  const leaving = members()
    .filter(isLeft)
    .map(({ operation }) => operation);
  const staying = members()
    .filter((one) => !isLeft(one))
    .map(({ operation }) => operation);
  return [...leaving.map(({ key }) => key), ...dropdownsOnlyOf(leaving, staying)];
};
