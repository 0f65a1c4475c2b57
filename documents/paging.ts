import type { Paging } from '../lib/polling/paging.ts';
import type { JsonObject } from '../lib/values.ts';
import type { Entry } from './digest.ts';

const usualSize = 100;

const sizeNames = ['limit', 'pageSize', 'pageLimit'];

/** How a documented list pages, by the names of its parameters; undefined if it does not, or only by its own cursor. */
export const pagingOf = ({ input: { properties = {} } }: Entry): Paging | undefined => {
  const sizeName = sizeNames.find((name) => name in properties);
  const { maximum = usualSize } = (sizeName && properties[sizeName]) || {};
  const size = Math.min(usualSize, Number(maximum));
  const at = ['skip', 'offset', 'page'].find((name) => name in properties);
  if (!at) return undefined;
  const written = (name: string, value: number): JsonObject => {
    const isNumber = ['number', 'integer'].includes(properties[name]?.type ?? '');
    return { [name]: isNumber ? value : String(value) };
  };
  return {
    // Without a size of its own it has pages of 20 at most; a short one ends the list (api#end-of-a-list).
    size: sizeName ? size : 1,
    params: ({ index }) => ({
      ...(sizeName ? written(sizeName, size) : {}),
      ...written(at, at === 'page' ? index + 1 : index * size),
    }),
  };
};

/** Members by which a list goes on that no form can fill in. */
export const pagingNames: readonly string[] = [...sizeNames, 'skip', 'offset', 'page'];
