/** How an endpoint pages, as far as its parameters tell. */
import type { Input } from './documents.ts';

/** Parameters that `paging` fills in, never a person. */
const names = new Set([
  'limit',
  'skip',
  'page',
  'offset',
  'pageLimit',
  'searchAfter',
  'startAfter',
  'startAfterId',
  'startAfterDate',
]);

export const isPaging = ({ name, in: place }: Input): boolean =>
  place !== 'path' && names.has(name);

export interface PagingGuess {
  code: string;
  /** What it imports from lib/polling/paging.ts. */
  uses: string[];
  /** What the request of the first page has. */
  first: Record<string, unknown>;
}

const sizeIn = (inputs: Input[]): { size: number; isSure: boolean } => {
  const input = inputs.find(({ name }) => name === 'limit' || name === 'pageLimit');
  const { maximum, description = '' } = input?.property ?? {};
  const said = maximum ?? Number(/max\w*\D{0,20}(\d+)/i.exec(description)?.[1]);
  return said > 0 ? { size: said, isSure: true } : { size: 100, isSure: false };
};

/** The `paging` of a trigger; undefined if the endpoint takes no parameters of that kind. */
export const pagingFor = (inputs: Input[]): PagingGuess | undefined => {
  const paged = inputs.filter(isPaging);
  const has = (name: string) => paged.some((one) => one.name === name);
  if (paged.length === 0) return undefined;
  const { size, isSure } = sizeIn(paged);
  const limit = has('pageLimit') ? 'pageLimit' : 'limit';
  const todo = isSure ? '' : '// TODO: the largest page that the endpoint takes.\n';
  if (has('skip') && limit === 'limit')
    return {
      code: `${todo}paging: bySkip(${size}),`,
      uses: ['bySkip'],
      first: { skip: 0, limit: size },
    };
  const counted = ['page', 'offset'].find(has);
  const paging = (params: string) =>
    `${todo}paging: { size: ${size}, params: ({ index, size: ${limit}, last }) => (${params}) },`;
  // A cursor beside a number of pages is wanted, but may be empty.
  const cursors = paged.filter(({ required, property }) => required && property.type === 'array');
  const empty = cursors.map(({ name }) => `, ${name}: []`).join('');
  const alsoFirst = Object.fromEntries(cursors.map(({ name }) => [name, []]));
  if (counted === 'page')
    return {
      code: paging(`{ page: index + 1, ${limit}${empty} }`).replace(', last }', ' }'),
      uses: [],
      first: { page: 1, [limit]: size, ...alsoFirst },
    };
  if (counted === 'offset')
    return {
      code: paging(`{ offset: index * ${limit}, ${limit}${empty} }`).replace(', last }', ' }'),
      uses: [],
      first: { offset: 0, [limit]: size, ...alsoFirst },
    };
  const [cursor] = paged.map(({ name }) => name).filter((name) => name !== limit);
  const place = cursor
    ? paging(`{ ${limit}, ...(last ? { ${cursor}: last.${cursor} } : {}) }`).replace('index, ', '')
    : paging(`{ ${limit} }`).replace('{ index, size: limit, last }', '{ size: limit }');
  return {
    code: `// TODO: where the next page starts: ${paged.map(({ name }) => name).join(', ')}.\n${place}`,
    uses: [],
    first: { [limit]: size },
  };
};
