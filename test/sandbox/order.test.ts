import * as fc from 'fast-check';
import { FirstItems } from '../../sandbox/state/firstItems.ts';
import { findPage } from '../../sandbox/state/page.ts';
import { SortedList } from '../../sandbox/state/sortedList.ts';

const numbers = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 4_000 });
const compare = (a: number, b: number) => a - b;

test('the first items are those that a sort puts first', () => {
  fc.assert(
    fc.property(numbers, fc.nat(60), fc.nat(60), (items, start, more) => {
      const first = new FirstItems(start + more, compare);
      for (const item of items) first.add(item);
      expect(first.from(start)).toEqual(items.toSorted(compare).slice(start, start + more));
    }),
  );
});

type Item = { rank: number; id: number };

const listOf = (items: Item[]) =>
  new SortedList(
    items,
    ({ rank }) => rank,
    (a, b) => a.id - b.id,
  );

test('a sorted list stays in order while items come and go, in both directions', () => {
  const ranks = fc.array(fc.nat(9), { maxLength: 60 });
  fc.assert(
    fc.property(ranks, ranks, fc.nat(9), (before, added, from) => {
      const all = [...before, ...added].map((rank, id) => ({ rank, id }));
      const list = listOf(all.slice(0, before.length));
      for (const item of all.slice(before.length)) list.add(item);
      const left = all.filter(({ id }) => id % 3 > 0);
      for (const item of all.filter(({ id }) => id % 3 === 0)) list.remove(item);

      const up = left.toSorted((a, b) => a.rank - b.rank || a.id - b.id);
      const down = left.toSorted((a, b) => b.rank - a.rank || a.id - b.id);
      expect([...list.items]).toEqual(up);
      expect([...list.reversed()]).toEqual(up.toReversed());
      expect([...list.ascending(from)]).toEqual(up.filter(({ rank }) => rank >= from));
      expect([...list.descending()]).toEqual(down);
      expect([...list.descending(from)]).toEqual(down.filter(({ rank }) => rank <= from));
    }),
  );
});

test('a page counts all that pass, and knows whether more follow', () => {
  const isEven = (one: number) => one % 2 === 0;
  const isAfter = (one: number) => one > 3;
  const records = [1, 2, 3, 4, 5, 6, 7, 8];
  expect(findPage(records, isEven, { isAfter, skip: 1, take: 1 }, 8)).toEqual({
    page: [6],
    total: 4,
    hasMore: true,
  });
  expect(findPage(records, undefined, { skip: 6, take: 2 }, 8)).toEqual({
    page: [7, 8],
    total: 8,
    hasMore: false,
  });
});
