import nock from 'nock';
import listSubAccounts from '../../../triggers/dropdowns/list_sub_accounts.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';
import { bundleOf, performOf, plainZ } from '../../support/zapier.ts';

interface SubAccount {
  _id: string;
  name: string;
  address?: string;
}

const many = (count: number): SubAccount[] =>
  Array.from({ length: count }, (_, index) => ({
    // Any order but that of the names.
    _id: `l${(index * 7) % count}`,
    name: `Practice ${(index * 7) % count}`,
    address: `${index} Main Street`,
  }));

/** HighLevel with sub-accounts, which takes so many milliseconds for an answer. */
const agency = (all: SubAccount[], delay = 0) => {
  let clock = Date.now();
  jest.spyOn(Date, 'now').mockImplementation(() => clock);
  let requests = 0;
  const z = plainZ(async ({ url }) => {
    requests += 1;
    const { searchParams } = new URL(url, 'https://services.leadconnectorhq.com');
    const skip = Number(searchParams.get('skip'));
    clock += delay;
    return { locations: all.slice(skip, skip + Number(searchParams.get('limit'))) };
  });
  const open = (page = 0) =>
    performOf(listSubAccounts)(
      z,
      bundleOf({}, { isFillingDynamicDropdown: true, page }, agencyConnection),
    ) as Promise<{ id: string; name: string }[]>;
  return { open, requests: () => requests };
};

afterEach(() => jest.restoreAllMocks());

test('asks for those in which the app is installed', async () => {
  process.env.CLIENT_ID = 'app1-x';
  highlevel()
    .get('/oauth/installedLocations?companyId=com1&appId=app1&isInstalled=true&skip=0&limit=100')
    .reply(200, { locations: [{ _id: 'l1', name: 'Dental' }], count: 1 });
  const filling = { isFillingDynamicDropdown: true, page: 0 };
  const setting = { authData: agencyConnection, meta: filling };
  expect(await poll(listSubAccounts, {}, setting)).toEqual([{ id: 'l1', name: 'Dental' }]);
  expect(nock.isDone()).toBe(true);
});

test('1,500 sub-accounts come at once, sorted by name', async () => {
  const { open, requests } = agency(many(1_500));
  const found = await open();
  expect(found).toHaveLength(1_500);
  expect(found.slice(0, 3).map(({ name }) => name)).toEqual([
    'Practice 0',
    'Practice 1',
    'Practice 2',
  ]);
  expect(found.at(-1)?.name).toBe('Practice 1499');
  expect(requests()).toBeLessThanOrEqual(20);
});

test('a small agency takes one request', async () => {
  const { open, requests } = agency(many(30));
  expect(await open()).toHaveLength(30);
  expect(requests()).toBe(1);
});

test('names that repeat come with the address, and with the ID if that repeats too', async () => {
  const { open } = agency([
    { _id: 'l1', name: 'Bright Smiles', address: '1 Main Street, Austin' },
    { _id: 'l2', name: 'bright smiles', address: '9 Oak Road, Dallas' },
    { _id: 'l3', name: 'Twin', address: 'Same Street' },
    { _id: 'l4', name: 'Twin', address: 'Same Street' },
    { _id: 'l5', name: 'Twin' },
    { _id: 'l6', name: 'Alone', address: 'Elm Street' },
  ]);
  expect(await open()).toEqual([
    { id: 'l6', name: 'Alone' },
    { id: 'l1', name: 'Bright Smiles · 1 Main Street, Austin' },
    { id: 'l2', name: 'bright smiles · 9 Oak Road, Dallas' },
    { id: 'l5', name: 'Twin · l5' },
    { id: 'l3', name: 'Twin · Same Street · l3' },
    { id: 'l4', name: 'Twin · Same Street · l4' },
  ]);
});

test('a HighLevel that is slow fills as much of a page as there is time for, and the next one goes on', async () => {
  const all = many(1_500);
  const { open } = agency(all, 3_000);
  const pages = [];
  for (let page = 0; page < 10; page += 1) pages.push(await open(page));
  expect(pages[0]?.length).toBeGreaterThanOrEqual(500);
  expect(pages[0]?.length).toBeLessThan(1_500);
  const ids = pages.flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(1_500);
  expect(ids).toHaveLength(1_500);
});

test('the page after the last one is empty, with and without what the one before left', async () => {
  const { open } = agency(many(250));
  expect(await open(1)).toEqual([]);
  expect(await open(0)).toHaveLength(250);
  expect(await open(1)).toEqual([]);
});

describe('in v3', () => {
  beforeEach(() => {
    process.env.HIGHLEVEL_API_GENERATION = 'v3';
  });
  afterEach(() => {
    delete process.env.HIGHLEVEL_API_GENERATION;
  });

  /** HighLevel with sub-accounts in pages that go on at a token. */
  const agencyInV3 = (all: SubAccount[]) => {
    const places: string[] = [];
    const z = plainZ(async ({ url }) => {
      const { pathname, searchParams } = new URL(url, 'https://services.leadconnectorhq.com');
      expect(pathname).toBe('/oauth/installed-locations');
      expect([...searchParams.keys()]).not.toContain('skip');
      const place = searchParams.get('pageToken') ?? '';
      places.push(place);
      const start = place ? Number(place.replace('after-', '')) : 0;
      const end = start + Number(searchParams.get('pageSize'));
      const isEnd = end >= all.length;
      return {
        items: all.slice(start, end),
        pagination: { hasNextPage: !isEnd, ...(isEnd ? {} : { nextPageToken: `after-${end}` }) },
      };
    });
    const open = (page: number) =>
      performOf(listSubAccounts)(
        z,
        bundleOf({}, { isFillingDynamicDropdown: true, page }, agencyConnection),
      ) as Promise<{ id: string }[]>;
    return { open, places };
  };

  test('the list goes on at the token of the answer, over both pages of the dropdown', async () => {
    const { open, places } = agencyInV3(many(2_150));
    const first = await open(0);
    const second = await open(1);
    expect([first.length, second.length]).toEqual([2_000, 150]);
    expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(2_150);
    expect(places.slice(0, 3)).toEqual(['', 'after-100', 'after-200']);
    expect(places).toHaveLength(22);
    expect(await open(2)).toEqual([]);
  });

  test('a page whose beginning nobody knows any more is found from the start', async () => {
    const { open } = agencyInV3(many(2_150));
    expect(await open(1)).toHaveLength(150);
  });
});
