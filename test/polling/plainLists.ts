import type { Request } from '../support/zapier.ts';
import { parse, timeOf } from './lists.ts';
import type { Item, World } from './world.ts';

type Asked = Record<string, unknown>;

const newest = (items: readonly Item[]): Item[] =>
  items.toSorted(
    (a, b) => timeOf(b, 'dateAdded') - timeOf(a, 'dateAdded') || (a.id < b.id ? 1 : -1),
  );

const slice = (items: readonly Item[], skip: unknown, limit: unknown): Item[] =>
  items.slice(Number(skip ?? 0), Number(skip ?? 0) + Number(limit));

const byPage = (items: readonly Item[], page: unknown, size: unknown): Item[] =>
  slice(items, (Number(page) - 1) * Number(size), size);

const within = (items: readonly Item[], { startAt, endAt }: Asked): Item[] => {
  const [start, end] = [parse(startAt), parse(endAt) + 86_400_000];
  return items.filter(
    (item) => timeOf(item, 'createdAt') >= start && timeOf(item, 'createdAt') < end,
  );
};

const exported = (items: readonly Item[], asked: Asked) => {
  const all = newest(items);
  const start = all.findIndex(({ id }) => id === asked.cursor) + 1;
  const messages = slice(all, start, asked.limit);
  const hasMore = start + messages.length < all.length;
  return { messages, total: all.length, nextCursor: hasMore ? messages.at(-1)?.id : null };
};

/** The lists that only plain triggers read, by route. */
const lists: Record<string, (items: readonly Item[], asked: Asked) => object> = {
  'POST /locations/loc1/tasks/search': (items, { completed, skip, limit }) => ({
    tasks: slice(
      items.filter((one) => completed === undefined || one.completed === completed),
      skip,
      limit,
    ).map(({ id, ...one }) => ({ ...one, _id: id })),
  }),
  'GET /conversations/messages/export': exported,
  'GET /voice-ai/dashboard/call-logs': (items, { page, pageSize }) => ({
    callLogs: byPage(newest(items), page, pageSize),
    total: items.length,
  }),
  'GET /forms/submissions': (items, asked) => {
    const found = newest(within(items, asked));
    return { submissions: byPage(found, asked.page, asked.limit), meta: { total: found.length } };
  },
  // No document promises an order: this one comes oldest first.
  'GET /surveys/submissions': (items, asked) => {
    const found = within(items, asked);
    return { submissions: byPage(found, asked.page, asked.limit), meta: { total: found.length } };
  },
  'GET /payments/transactions': (items, asked) => ({
    data: slice(within(items, asked), asked.offset, asked.limit),
  }),
  'GET /payments/orders': (items, asked) => ({
    data: slice(within(items, asked), asked.offset, asked.limit),
  }),
  'GET /payments/subscriptions': (items, { offset, limit }) => ({
    data: slice(items, offset, limit),
  }),
  'GET /invoices/': (items, { offset, limit }) => ({ invoices: slice(items, offset, limit) }),
  'GET /proposals/document': (items, { status, skip, limit }) => ({
    documents: slice(
      items.filter((one) => String(status).split(',').includes(String(one.status))),
      skip,
      limit,
    ),
  }),
  'POST /objects/custom_objects.pet/records/search': (items, { page, pageLimit }) => {
    const latest = items.toSorted((a, b) => timeOf(b, 'dateUpdated') - timeOf(a, 'dateUpdated'));
    return { records: byPage(latest, page, pageLimit), total: items.length };
  },
};

const stages = ['s1', 's2', 's3'].map((id) => ({ id, name: id }));

/** What names of ids are looked up in, kept for some minutes: no request of the poll itself. */
const lookUps: Record<string, object> = {
  'GET /opportunities/pipelines': { pipelines: [{ id: 'p1', name: 'Treatments', stages }] },
  'GET /locations/loc1/customFields': { customFields: [] },
};

/** Answers as the world does, and for the lists of plain triggers. */
export const answerOf =
  (world: World) =>
  (request: Request): unknown => {
    const { pathname, searchParams } = new URL(request.url, 'https://highlevel.example');
    const route = `${request.method} ${pathname}`;
    if (lookUps[route]) return lookUps[route];
    const list = lists[route];
    if (!list) return world.answer(request);
    world.requests += 1;
    const asked = request.body
      ? JSON.parse(String(request.body))
      : Object.fromEntries(searchParams);
    return list(world.shown(), asked);
  };
