import type { Request } from '../support/zapier.ts';
import { follow, type Item, iso, Lists, type Placed, timeOf } from './lists.ts';

export type { Item } from './lists.ts';

/** Weeks pass in seconds: only the date is false, timers stay true. */
export const fakeDate = (): void => {
  jest.useFakeTimers({
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
};

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

interface Version {
  at: number;
  item: Item | undefined;
}

const cursorOf = ({ item, time }: Placed): [number, string] => [time, item.id];

const hash = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);

/**
 * HighLevel as far as a poll sees it: records that come, change, go and come back, behind the lists of the API. Its
 * search index may lag: after a write it still shows the old record, then none, and 10 s later the new one
 * (api#search-index-lag).
 */
export class World {
  /** Seconds by which HighLevel's clock differs from ours. */
  clock = 0;
  /** Milliseconds until the index shows a write. */
  lag = 0;
  /** The index shows what is younger than a minute out of its order. */
  muddled = false;
  requests = 0;
  #history = new Map<string, readonly Version[]>();
  #lists = new Lists();
  /** The ids of the records whose last write the lists do not show yet. */
  #young = new Set<string>();
  #now = 0;
  #made = 0;
  #latency = 0;

  constructor(now: number) {
    this.now = now;
  }

  /** The same once more, of which nothing that happens here is seen; for what takes long to make. */
  copy(): World {
    const copy = new World(this.#now);
    this.#atThisMoment();
    copy.#history = new Map(this.#history);
    copy.#lists = this.#lists.copy();
    copy.#young = new Set(this.#young);
    copy.#made = this.#made;
    return copy;
  }

  get now(): number {
    return this.#now;
  }

  set now(time: number) {
    if (time < this.#now) throw new Error('Time does not go back.');
    this.#now = time;
    jest.setSystemTime(time);
  }

  /** New records; `apart` milliseconds lie between two of them. */
  add(count: number, fields: object = {}, apart = 1): string[] {
    const startTime = iso(this.#now + 2 * day);
    const endTime = iso(this.#now + 2 * day + hour);
    return Array.from({ length: count }, (_, index) => {
      this.#made += 1;
      const id = `id${String(this.#made).padStart(6, '0')}`;
      const stamp = iso(this.#now + this.clock * second - index * apart);
      this.#write(id, {
        id,
        name: `Name ${this.#made}`,
        body: `Text ${this.#made}`,
        dateAdded: stamp,
        dateUpdated: stamp,
        createdAt: stamp,
        updatedAt: stamp,
        startTime,
        endTime,
        tags: [],
        ...fields,
      });
      return id;
    });
  }

  edit(ids: string[], fields: object = {}): void {
    const stamp = iso(this.#now + this.clock * second);
    for (const id of ids) {
      const item = this.#latest(id);
      if (item)
        this.#write(id, {
          ...item,
          body: `${item.body}!`,
          ...fields,
          dateUpdated: stamp,
          updatedAt: stamp,
        });
    }
  }

  remove(ids: string[]): void {
    for (const id of ids) this.#write(id, undefined);
  }

  /** The deleted records come back as they were. */
  restore(ids: string[]): void {
    for (const id of ids) {
      const before = this.#history.get(id)?.findLast(({ item }) => item !== undefined);
      this.#write(id, before?.item);
    }
  }

  /** From now on each request takes so many milliseconds. */
  slow(milliseconds: number): void {
    this.#latency = milliseconds;
  }

  /** The ids of what exists, newest first. */
  ids(): string[] {
    return [...this.#history.keys()]
      .flatMap((id) => this.#latest(id) ?? [])
      .map((item) => ({ id: item.id, time: timeOf(item, 'dateAdded') }))
      .sort((a, b) => b.time - a.time || (a.id < b.id ? 1 : -1))
      .map(({ id }) => id);
  }

  /** What a list shows at this moment. */
  shown(): readonly Item[] {
    return this.#atThisMoment().items;
  }

  #atThisMoment(): Lists {
    for (const id of this.#young) {
      const versions = this.#history.get(id) ?? [];
      this.#lists.show(id, this.#indexed(versions));
      if (this.#now - (versions.at(-1)?.at ?? 0) >= this.lag) this.#young.delete(id);
    }
    return this.#lists;
  }

  #latest(id: string): Item | undefined {
    return this.#history.get(id)?.at(-1)?.item;
  }

  #write(id: string, item: Item | undefined): void {
    this.#young.add(id);
    const versions = this.#history.get(id) ?? [];
    this.#history.set(id, [...versions, { at: this.#now, item }]);
  }

  #indexed(versions: readonly Version[]): Item | undefined {
    const [latest, before] = [versions.at(-1), versions.at(-2)];
    const age = this.#now - (latest?.at ?? 0);
    if (age >= this.lag) return latest?.item;
    return age < this.lag / 2 ? before?.item : undefined;
  }

  #sorted(field: string): readonly Placed[] {
    const sorted = this.#atThisMoment().by(field);
    if (!this.muddled) return sorted;
    const placeOf = ({ item, time }: Placed) =>
      time - (this.#now - time < minute ? hash(item.id) % minute : 0);
    return sorted
      .map((one) => ({ ...one, place: placeOf(one) }))
      .sort((a, b) => b.place - a.place || (a.item.id < b.item.id ? -1 : 1));
  }

  /** Answers a request as the endpoint would; takes its time. */
  answer = (request: Request): unknown => {
    this.requests += 1;
    this.now += this.#latency;
    const { pathname, searchParams } = new URL(request.url, 'https://highlevel.example');
    const asked: Record<string, unknown> = request.body
      ? JSON.parse(String(request.body))
      : Object.fromEntries(searchParams);
    const route = `${request.method} ${pathname}`;
    switch (route) {
      case 'POST /contacts/search':
        return this.#searched(asked);
      case 'GET /contacts/':
        return { contacts: this.#after(asked, 'dateAdded'), meta: { total: this.shown().length } };
      case 'GET /opportunities/search':
        return {
          opportunities: this.#after(asked, 'createdAt'),
          meta: { total: this.shown().length },
        };
      case 'POST /opportunities/search': {
        const { sort } = asked as { sort: { field: string }[] };
        const fields: Record<string, string> = {
          date_added: 'createdAt',
          date_updated: 'updatedAt',
          last_stage_change_date: 'lastStageChangeAt',
          last_status_change_date: 'lastStatusChangeAt',
        };
        const field = fields[`${sort[0]?.field}`];
        const { found, total } = this.#found(asked, field ?? 'createdAt', Number(asked.limit));
        const opportunities = found.map((one) => ({ ...one.item, sort: cursorOf(one) }));
        return { opportunities, total };
      }
      case 'POST /objects/business/records/search': {
        const { found, total } = this.#found(asked, 'updatedAt', Number(asked.pageLimit));
        const records = found.map(({ item: { id, createdAt, updatedAt, ...properties } }) => ({
          id,
          createdAt,
          updatedAt,
          properties,
        }));
        return { records, total };
      }
      case 'GET /businesses/':
        return { businesses: this.#skipped(asked) };
      case 'GET /contacts/business/b1':
        return { contacts: this.#skipped(asked) };
      case 'GET /contacts/c1/notes':
        return { notes: [...this.shown()] };
      case 'GET /calendars/events':
        return {
          events: this.shown().filter((item) => {
            const start = timeOf(item, 'startTime');
            return start >= Number(asked.startTime) && start <= Number(asked.endTime);
          }),
        };
      case 'GET /contacts/c1':
        return { contact: { ...this.shown()[0], id: 'c1' } };
      default:
        throw new Error(`The simulation has no ${route}`);
    }
  };

  #searched(asked: Record<string, unknown>): { contacts: Item[]; total: number } {
    const { sort } = asked as { sort: { field: string }[] };
    const field = sort[0]?.field ?? 'dateAdded';
    const { found, total } = this.#found(asked, field, Number(asked.pageLimit));
    const contacts = found.map((one) => ({ ...one.item, searchAfter: cursorOf(one) }));
    return { contacts, total };
  }

  /** What fits, newest first by a field, by page or by cursor. */
  #found(asked: Record<string, unknown>, field: string, size: number) {
    const { page, searchAfter, filters } = asked as {
      page?: number;
      searchAfter?: [number, string];
      filters?: { field: string; value: string }[];
    };
    const sorted = this.#sorted(field);
    const fitting = filters?.length
      ? sorted.filter(({ item }) =>
          filters.every((one) => [item[one.field]].flat().includes(one.value)),
        )
      : sorted;
    const isAfter = (searchAfter?.length ?? 0) > 0;
    const rest = isAfter && searchAfter ? this.#behind(fitting, searchAfter) : fitting;
    const skip = isAfter ? 0 : ((page ?? 1) - 1) * size;
    return { found: rest.slice(skip, skip + size), total: fitting.length };
  }

  /** Out of its order, a list goes on with all that is older than the cursor, wherever it stands. */
  #behind(list: readonly Placed[], cursor: [number, string]): readonly Placed[] {
    const [time, id] = cursor;
    if (!this.muddled) return follow(list, cursor);
    return list.filter((one) => one.time < time || (one.time === time && one.item.id > id));
  }

  #skipped({ skip, limit }: Record<string, unknown>): Item[] {
    return this.shown().slice(Number(skip), Number(skip) + Number(limit));
  }

  #after({ limit, startAfter, startAfterId }: Record<string, unknown>, field: string): Item[] {
    const sorted = this.#sorted(field);
    const cursor: [number, string] = [Number(startAfter), String(startAfterId)];
    const rest = startAfter ? this.#behind(sorted, cursor) : sorted;
    return rest.slice(0, Number(limit)).map(({ item }) => item);
  }
}
