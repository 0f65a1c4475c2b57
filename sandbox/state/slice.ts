type Order<T> = (a: T, b: T) => number;

/**
 * What stands from `start` to `end` when the items are in order, without sorting the rest: a page of 100,000
 * takes a few comparisons an item. Rearranges the items.
 */
export function sortedSlice<T>(items: T[], order: Order<T>, start: number, end: number): T[] {
  if (start > 0 && start < items.length) separate(items, order, 0, start);
  if (end < items.length) separate(items, order, start, end);
  return items.slice(start, end).sort(order);
}

/** Puts what comes first from `left` on before `place`, and the rest behind it (quickselect, Hoare). */
function separate<T>(items: T[], order: Order<T>, left: number, place: number): void {
  let low = left;
  let high = items.length - 1;
  while (low < high) {
    const [behind, ahead] = partition(items, order, low, high);
    if (place <= behind) high = behind;
    else if (place >= ahead) low = ahead;
    else return;
  }
}

/** Moves what comes before the middle item to the left of it; gives where the left part ends and the right begins. */
function partition<T>(items: T[], order: Order<T>, low: number, high: number): [number, number] {
  const pivot = items[(low + high) >> 1] as T;
  let i = low;
  let j = high;
  while (i <= j) {
    while (order(items[i] as T, pivot) < 0) i++;
    while (order(items[j] as T, pivot) > 0) j--;
    if (i > j) break;
    [items[i], items[j]] = [items[j] as T, items[i] as T];
    i++;
    j--;
  }
  return [j, i];
}
