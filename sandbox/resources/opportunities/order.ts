import * as zod from 'zod';
import { opportunities } from '../../seed/opportunities.ts';
import type { Opportunity } from '../../seed/opportunity.ts';
import type { IndexedDate, IndexedOpportunity } from '../../seed/opportunityIndex.ts';
import { FirstItems } from '../../state/firstItems.ts';
import { findPage } from '../../state/page.ts';
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

/** The dates by which the index is in order. */
const dates: Partial<Record<Field, IndexedDate>> = {
  date_added: 'createdAt',
  date_updated: 'updatedAt',
  last_status_change_date: 'lastStatusChangeAt',
  last_stage_change_date: 'lastStageChangeAt',
};

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

type Test = (entry: IndexedOpportunity) => boolean;

/** The cursor, and what the page leaves out behind it. */
interface Place {
  after: Key[] | undefined;
  skip: number;
  take: number;
}

interface Sorted {
  page: Opportunity[];
  total: number;
}

/** A page of those that pass, in order, and how many pass in all. Without a test all pass. */
export function sortOpportunities(
  location: Location,
  sort: Sort,
  passes: Test | undefined,
  place: Place,
): Sorted {
  const { index } = opportunities(location);
  const { after, skip, take } = place;
  const date = sort.length === 1 ? dates[sort[0]?.field ?? 'name'] : undefined;
  if (!date) return sortAll(location, sort, passes, place);
  // Those before the cursor count only if each has to be looked at.
  const from = after && !passes ? Number(after[0]) : undefined;
  const entries = index.inOrder(sort[0]?.direction ?? 'desc', date, from);
  const isAfter: Test | undefined =
    after && (({ opportunity }) => compareKeys(keysOf(opportunity, sort), after, sort) > 0);
  const { page, total } = findPage(entries, passes, { isAfter, skip, take }, index.size);
  return { page: page.map(({ opportunity }) => opportunity), total };
}

/** The same for what the index does not hold in order. */
function sortAll(
  location: Location,
  sort: Sort,
  passes: Test | undefined,
  { after, skip, take }: Place,
): Sorted {
  const first = new FirstItems<{ one: Opportunity; keys: Key[] }>(skip + take, (a, b) =>
    compareKeys(a.keys, b.keys, sort),
  );
  let total = 0;
  for (const entry of opportunities(location).index.inOrder('desc')) {
    if (passes && !passes(entry)) continue;
    total++;
    const keys = keysOf(entry.opportunity, sort);
    if (!after || compareKeys(keys, after, sort) > 0) first.add({ one: entry.opportunity, keys });
  }
  const page = first.from(skip).slice(0, take);
  return { page: page.map(({ one }) => one), total };
}
