import * as zod from 'zod';
import { opportunities } from '../../seed/opportunities.ts';
import type { Opportunity } from '../../seed/opportunity.ts';
import type { IndexedOpportunity } from '../../seed/opportunityIndex.ts';
import { FirstItems } from '../../state/firstItems.ts';
import type { Location } from '../../state/state.ts';

type Key = string | number;

/** By what the search sorts (api#opportunity-search). */
const readers = {
  date_added: ({ createdAt }: Opportunity): Key => createdAt,
  date_updated: ({ updatedAt }: Opportunity): Key => updatedAt,
  last_status_change_date: ({ lastStatusChangeAt }: Opportunity): Key => lastStatusChangeAt,
  last_stage_change_date: ({ lastStageChangeAt }: Opportunity): Key => lastStageChangeAt,
  monetary_value: ({ monetaryValue }: Opportunity): Key => monetaryValue,
  name: ({ name }: Opportunity): Key => name.toLowerCase(),
};

type Field = keyof typeof readers;

/** At most two keys (api#search-operators). */
export const sortSchema = zod
  .array(
    zod.strictObject({
      field: zod.enum(Object.keys(readers) as [Field, ...Field[]]),
      direction: zod.enum(['asc', 'desc']),
    }),
  )
  .min(1)
  .max(2)
  .default([{ field: 'date_added', direction: 'desc' }]);

type Sort = zod.output<typeof sortSchema>;

/** What an opportunity is sorted by: the cursor behind it. Ids decide in the end. */
export const keysOf = (one: Opportunity, sort: Sort): Key[] => [
  ...sort.map(({ field }) => readers[field](one)),
  one.id,
];

function compareKeys(a: Key[], b: Key[], sort: Sort): number {
  const directions = [...sort.map(({ direction }) => direction), sort[0]?.direction ?? 'desc'];
  for (const [place, direction] of directions.entries()) {
    const [left = '', right = ''] = [a[place], b[place]];
    if (left !== right) return left < right === (direction === 'asc') ? -1 : 1;
  }
  return 0;
}

/** A page of those that pass, in order, and how many pass in all. @param after the cursor */
export function sortOpportunities(
  location: Location,
  sort: Sort,
  passes: (entry: IndexedOpportunity) => boolean,
  { after, skip, take }: { after: Key[] | undefined; skip: number; take: number },
): { page: Opportunity[]; total: number } {
  const first = new FirstItems<{ one: Opportunity; keys: Key[] }>(skip + take, (a, b) =>
    compareKeys(a.keys, b.keys, sort),
  );
  let total = 0;
  for (const entry of opportunities(location).index.inOrder('desc')) {
    if (!passes(entry)) continue;
    total++;
    const keys = keysOf(entry.opportunity, sort);
    if (!after || compareKeys(keys, after, sort) > 0) first.add({ one: entry.opportunity, keys });
  }
  return {
    page: first
      .from(skip)
      .slice(0, take)
      .map(({ one }) => one),
    total,
  };
}
