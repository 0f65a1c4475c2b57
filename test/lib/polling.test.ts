import { HighLevelError } from '../../lib/api/errors.ts';
import { readList } from '../../lib/polling/list.ts';
import { PageReader } from '../../lib/polling/pages.ts';
import { bySkip, type Page, type Paging } from '../../lib/polling/paging.ts';
import { readingOf } from '../../lib/polling/reading.ts';
import { revisionOf, uniqueRecords } from '../../lib/polling/revision.ts';
import { slimSeed } from '../../lib/polling/seed.ts';
import { triggerOnField } from '../../lib/polling/triggerOn.ts';
import { record } from '../../lib/record.ts';
import type { JsonObject } from '../../lib/values.ts';
import { problem, withinRun } from '../support/within.ts';

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

/** A list of records, newest first, one every so many days, and the pages that were asked for. */
const listOf = (length: number, days: number) => {
  const pages: Page[] = [];
  const all: JsonObject[] = Array.from({ length }, (_, index) => ({
    id: index,
    // A little older, so that none is exactly as old as a limit.
    at: ago(index * days + 0.01),
  }));
  const paging: Paging = {
    size: 100,
    newest: { new: 'at' },
    params: (page) => ({ from: page.index * 100, size: page.size, page }),
  };
  const load = async ({ from, size, page }: JsonObject) => {
    pages.push(page as Page);
    return { records: all.slice(Number(from), Number(from) + Number(size)) };
  };
  return { pages, paging, load };
};

const seeding = { isPopulatingDedupe: true };
const reading = (
  { paging, load }: ReturnType<typeof listOf>,
  meta = {},
  { changed = false, ...more }: Partial<Paging> & { changed?: boolean } = {},
) =>
  withinRun(
    (run) => {
      const finish = async (records: JsonObject[]) => records;
      const list = {
        ...readingOf(run),
        name: 'list',
        route: 'GET /list',
        changed,
        byChange: changed,
        advice: () => [],
        load,
        finish,
      };
      return readList({ ...list, paging: { ...paging, ...more } });
    },
    { meta },
  );

describe('a list that comes newest first', () => {
  test('seeding goes on to 2,500 records, however old they are', async () => {
    const list = listOf(2_700, 24);
    expect(await reading(list, seeding)).toHaveLength(2_500);
    expect(list.pages.map(({ index }) => index)).toEqual([...Array(25).keys()]);
  });

  test('seeding ends at a short page', async () => {
    expect(await reading(listOf(130, 24), seeding)).toHaveLength(130);
  });

  test('without a memory a poll reads 2,000 records, and gives those of the last 90 days', async () => {
    const list = listOf(2_300, 1);
    const records = await reading(list);
    expect(records.map(({ id }) => id)).toEqual([...Array(90).keys()]);
    expect(list.pages).toHaveLength(20);
    expect(await reading(listOf(2_300, 0.001))).toHaveLength(2_000);
  });

  test('but all of a list that is no longer than that', async () => {
    expect(await reading(listOf(1_950, 1))).toHaveLength(1_950);
  });

  test('no poll gives what seeding did not, even when records were deleted since', async () => {
    const list = listOf(2_700, 0.001);
    const seeded = new Set((await reading(list, seeding)).map(({ id }) => id));
    const load = async ({ from, size }: JsonObject) =>
      list.load({ from: Number(from) + 400, size });
    for (const { id } of await reading({ ...list, load })) expect(seeded).toContain(id);
  });

  test('dates in epoch count, missing and unreadable ones do not end it', async () => {
    const { pages, paging } = listOf(0, 1);
    const of = (at: unknown) => ({
      pages,
      paging,
      load: async ({ from }: JsonObject) => ({
        records: Array.from({ length: 100 }, (_, index) => ({ id: Number(from) + index, at })),
      }),
    });
    expect(await reading(of(Date.parse(ago(91))))).toEqual([]);
    expect(await reading(of('soon'))).toHaveLength(2_000);
    expect(await reading(of(undefined))).toHaveLength(2_000);
  });

  test('goes on and ends where the endpoint says so, however long its pages are', async () => {
    const list = listOf(250, 0.001);
    const saying = (more: boolean) => async (ask: JsonObject) => {
      const { records } = await list.load({ ...ask, from: Number(ask.from) / 2, size: 50 });
      return { records, more: more && records.length > 0 };
    };
    expect(await reading({ ...list, load: saying(true) })).toHaveLength(250);
    expect(await reading({ ...list, load: saying(false) }, {}, { size: 50 })).toHaveLength(50);
  });

  test('each page knows the last record of the one before', async () => {
    const list = listOf(250, 0.001);
    await reading(list);
    expect(list.pages.map(({ last }) => last?.id)).toEqual([undefined, 99, 199]);
  });
});

describe('a list that comes in no order', () => {
  const unsorted = {
    newest: {},
    params: ({ index, size }: Page) => ({ from: index * 100, size }),
  };

  test('is read whole at every poll', async () => {
    const list = listOf(1_250, 24);
    expect(await reading(list, {}, unsorted)).toHaveLength(1_250);
    expect(await reading(list, seeding, unsorted)).toHaveLength(1_250);
    expect(await reading(list, {}, { changed: true })).toHaveLength(1_250);
  });

  test('is refused where it is too long to be read whole', async () => {
    const { code, message } = await problem(reading(listOf(10_100, 24), {}, unsorted));
    expect(code).toBe('too_long');
    expect(message).toContain('This list has 10,000 records or more');
  });

  test('an endpoint that does not page is asked twice, not for ever', async () => {
    const list = listOf(100, 24);
    let asked = 0;
    const load = async () => {
      asked += 1;
      return list.load({ from: 0, size: 100 });
    };
    expect(await reading({ ...list, load }, {}, unsorted)).toHaveLength(100);
    expect(asked).toBe(2);
  });

  test('nor is one that calls the id “_id”', async () => {
    const list = listOf(0, 1);
    let asked = 0;
    const load = async () => {
      asked += 1;
      // A copy each time, as every answer is one.
      return { records: Array.from({ length: 100 }, (_, index) => ({ _id: index })) };
    };
    expect(await reading({ ...list, load }, {}, unsorted)).toHaveLength(100);
    expect(asked).toBe(2);
  });
});

describe('a cursor that HighLevel ignores', () => {
  const ways: Record<string, Partial<Paging>> = {
    'in no order': { newest: {} },
    'newest first': {},
  };
  const byCursor = ({ index, size, last }: Page) =>
    last ? { size, after: last.id } : { size, from: index * 100 };

  test.each(Object.entries(ways))('is given up for the numbers of pages (%s)', async (_, way) => {
    const list = listOf(450, 0.001);
    const asked: JsonObject[] = [];
    const load = (params: JsonObject) => {
      asked.push(params);
      return list.load({ from: 0, ...params });
    };
    const found = await reading({ ...list, load }, seeding, { ...way, params: byCursor });
    expect(found).toHaveLength(450);
    expect(asked.map(({ from, after }) => from ?? after)).toEqual([0, 99, 100, 200, 300, 400]);
  });

  test.each(Object.entries(ways))('ends a list without numbers (%s)', async (_, way) => {
    const list = listOf(450, 0.001);
    let asked = 0;
    const load = (params: JsonObject) => {
      asked += 1;
      return list.load({ ...params, from: 0 });
    };
    const params = ({ size, last }: Page) => ({ size, after: last?.id });
    expect(await reading({ ...list, load }, seeding, { ...way, params })).toHaveLength(100);
    expect(asked).toBe(2);
  });

  test.each(Object.entries(ways))(
    'and no page is left out because one holds a record twice (%s)',
    async (_, way) => {
      const list = listOf(450, 0.001);
      const load = async (params: JsonObject) => {
        const { records } = await list.load({ from: 0, ...params });
        // The first page: its last record is its first once more.
        return {
          records: params.from ? records : [...records.slice(0, -1), ...records.slice(0, 1)],
        };
      };
      const found = await reading({ ...list, load }, seeding, { ...way, params: byCursor });
      expect(found).toHaveLength(449);
    },
  );

  test('stays given up if a poll begins with the number of a page', async () => {
    const { paging, load } = listOf(950, 0.001);
    const asked: unknown[] = [];
    await withinRun(async (run) => {
      const list = {
        ...readingOf(run),
        byChange: false,
        paging: { ...paging, params: byCursor },
        load: (params: JsonObject) => {
          asked.push(params.from ?? params.after);
          return load({ from: 0, ...params });
        },
      };
      const reader = new PageReader(list, { records: 10_000 });
      await reader.readPage();
      reader.jumpToPage(6);
      await reader.read(() => false);
    });
    expect(asked).toEqual([0, 600, 700, 800, 900]);
  });
});

test.each([100, 600])(
  'a list that pages by number is read to its end if %d come in front meanwhile',
  async (count) => {
    const some = (name: string, length: number) =>
      Array.from({ length }, (_, index) => ({ id: `${name}${index}` }));
    const old = some('old', 600);
    let records = old;
    const found = await withinRun(async (run) => {
      const list = {
        ...readingOf(run),
        byChange: false,
        paging: bySkip(100),
        load: async ({ skip }: JsonObject) => {
          if (skip === 200) records = [...some('new', count), ...old];
          const page = records.slice(Number(skip), Number(skip) + 100);
          return { records: page, total: records.length };
        },
      };
      const reader = new PageReader(list, { records: 10_000 });
      await reader.read(() => false);
      return new Set(reader.records.map(({ id }) => id));
    });
    expect(old.filter(({ id }) => !found.has(id))).toEqual([]);
  },
);

describe('time', () => {
  /** Each page takes 11 seconds. */
  const slow = (list: ReturnType<typeof listOf>): ReturnType<typeof listOf> => ({
    ...list,
    load: async (fields) => {
      jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 11_000);
      return list.load(fields);
    },
  });
  afterEach(() => jest.restoreAllMocks());

  test('a sorted list is cut short after 20 seconds', async () => {
    expect(await reading(slow(listOf(2_300, 0.001)))).toHaveLength(200);
  });

  test('but not where that would leave records out of the seed, or of an unsorted list', async () => {
    expect(await problem(reading(slow(listOf(2_300, 1)), seeding))).toMatchObject({
      code: 'unavailable',
    });
    expect(await problem(reading(slow(listOf(900, 1)), {}, { newest: {} }))).toMatchObject({
      code: 'unavailable',
    });
  });
});

test('HighLevel’s rate limit cuts a poll short, and does not end it', async () => {
  const list = listOf(2_300, 0.001);
  const load = async (fields: JsonObject) => {
    if (list.pages.length === 7) throw new HighLevelError('throttled', 'HighLevel is busy.');
    return list.load(fields);
  };
  expect(await reading({ ...list, load })).toHaveLength(700);
  const refused = async () => {
    throw new HighLevelError('throttled', 'HighLevel is busy.');
  };
  await expect(reading({ ...list, load: refused })).rejects.toThrow('HighLevel is busy.');
});

test('a seed of more than Zapier takes comes as keys', () => {
  const records = Array.from({ length: 2_500 }, (_, id) => ({
    id,
    revision: 'new',
    body: 'x'.repeat(10_000),
  }));
  const seed = slimSeed(records);
  expect(seed[0]).toEqual(records[0]);
  expect(seed.at(-1)).toEqual({ id: 2_499, revision: 'new' });
  expect(seed).toHaveLength(2_500);
  expect(JSON.stringify(seed).length).toBeLessThan(20_000_000);
});

test('the editor’s sample asks for 3', async () => {
  const list = listOf(50, 1);
  expect(await reading(list, { isLoadingSample: true })).toHaveLength(3);
  expect(list.pages).toEqual([{ index: 0, size: 3, changed: false, last: undefined }]);
});

test('a dropdown gets exactly its page', async () => {
  const list = listOf(250, 24);
  const records = await reading(list, { isFillingDynamicDropdown: true, page: 2 });
  expect(records.map(({ id }) => id)).toEqual([...Array(50).keys()].map((id) => 200 + id));
  expect(list.pages).toHaveLength(1);
});

describe('revision', () => {
  const at = '2026-03-05T17:00:00.000Z';
  const dated = record({ noun: 'x', changed: 'at', sample: { id: 'x', at } });
  const undated = record({ noun: 'x', sample: { id: 'x', at, deep: {} } });

  test('is the change date, whatever its shape', () => {
    const seconds = Date.parse(at) / 1000;
    for (const value of [at, Date.parse(at), { seconds, nanoseconds: 0 }])
      expect(revisionOf({ at: value, x: 1 }, dated)).toBe(at);
  });

  test('is a fingerprint without one', () => {
    const base = revisionOf({ id: 1, deep: { a: 1, b: { c: 'x' } } }, undated);
    expect(base).toMatch(/^[0-9a-f]{32}$/);
    const same = { deep: { b: { c: 'x' }, a: '1', none: null }, id: '1', at: undefined };
    expect(revisionOf(same, undated)).toBe(base);
    expect(revisionOf({ ...same, deep: { a: 2, b: { c: 'x' } } }, undated)).not.toBe(base);
    expect(revisionOf({ ...same, at }, undated)).not.toBe(base);
  });

  test('a change date that nobody can read still tells one change from another', () => {
    const of = (value: unknown) => revisionOf({ at: value }, dated);
    expect(of({ day: 1 })).not.toBe(of({ day: 2 }));
    expect(of({ day: 1 })).toBe(of({ day: 1 }));
  });

  test('is no matter of the order of a list', () => {
    const of = (...list: unknown[]) => revisionOf({ id: 1, deep: { list } }, undated);
    expect(of('a', { b: 1, c: 2 })).toBe(of({ c: 2, b: 1 }, 'a'));
    expect(of('a', 'b')).not.toBe(of('a'));
  });

  test('is no matter of the trace, of cursors or of fields that the sample does not know', () => {
    const more = { id: 1, traceId: 't', sort: [9], searchAfter: [9], newInHighLevel: true };
    expect(revisionOf(more, undated)).toBe(revisionOf({ id: 1 }, undated));
  });
});

test('a record that two pages show counts once, its changed self again', () => {
  const seen = [
    { id: 'a', revision: '1' },
    { id: 'b', revision: '1' },
    { id: 'a', revision: '1' },
    { id: 'a', revision: '2' },
  ];
  expect(uniqueRecords(seen)).toEqual([seen[0], seen[1], seen[3]]);
});

test('“Trigger On” is for new records unless the person chooses otherwise', () => {
  expect(triggerOnField('note', true)).toMatchObject({
    key: 'triggerOn',
    default: 'new',
    choices: { new: 'A new note', changed: 'A new or changed note' },
    helpText: expect.stringContaining('If the list has more than 2,500'),
  });
  expect(triggerOnField('note', false).helpText).toBe(
    'New means that it was not in the list before.',
  );
});
