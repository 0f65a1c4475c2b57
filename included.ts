/** The operations of this build: all, or without the groups that the owner leaves out. */
import type { Create, Search, Trigger } from 'zapier-platform-core';
import { creates as allCreates } from './creates/index.ts';
import { keysOf } from './groups.ts';
import { leftOutGroups, leftOutKeys } from './lib/chosen.ts';
import type { Catalog } from './lib/zapier.ts';
import { searches as allSearches } from './searches/index.ts';
import { triggers as allTriggers } from './triggers/index.ts';

const leftOut = new Set(leftOutKeys ?? (leftOutGroups.length > 0 ? keysOf(leftOutGroups) : []));

const included = <Operation extends { key: string }>(
  catalog: Catalog<Operation>,
): Catalog<Operation> => {
  if (leftOut.size === 0) return catalog;
  const kept = Object.entries(catalog).map(
    ([category, operations]) =>
      [category, operations.filter(({ key }) => !leftOut.has(key))] as const,
  );
  return Object.fromEntries(kept.filter(([, operations]) => operations.length > 0));
};

export const triggers: Catalog<Trigger> = included(allTriggers);
export const creates: Catalog<Create> = included(allCreates);
export const searches: Catalog<Search> = included(allSearches);
