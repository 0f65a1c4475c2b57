/** The records of documented families: those of the sandbox's own collections, and what is created by the documents. */
import { medias } from '../seed/medias.ts';
import { listedInvoices, orders, subscriptions, transactions } from '../seed/payments.ts';
import { links, prices, products } from '../seed/products.ts';
import { socialAccounts, socialPosts } from '../seed/social.ts';
import { perPlace, seederOf } from '../state/collection.ts';
import type { Location, Place } from '../state/state.ts';
import type { KeptRecord } from './example.ts';

type Json = Record<string, unknown>;
type Own = Map<string, { id: string }>;

/** Records of a family, by ID. */
export type Kept = {
  all(): KeptRecord[];
  get(id: string): KeptRecord | undefined;
  add(record: KeptRecord): void;
  change(id: string, sent: Json, now: number): void;
  delete(id: string): void;
};

/** Families with endpoints that the sandbox has by hand: these work on the same records. */
const own: [RegExp, (place: Location, parent: string) => Own][] = [
  [/^\/products$/, products],
  [/^\/products\/([^/]+)\/price$/, (location, product) => prices(location, product)],
  [/^\/links$/, links],
  [/^\/medias$/, medias],
  [/^\/invoices$/, listedInvoices],
  [/^\/payments\/orders$/, orders],
  [/^\/payments\/transactions$/, transactions],
  [/^\/payments\/subscriptions$/, subscriptions],
  [/^\/social-media-posting\/accounts$/, socialAccounts as (place: Location) => Own],
  [/^\/social-media-posting\/posts$/, socialPosts],
];

const numberOf = (value: unknown, byDefault: number): number =>
  typeof value === 'number' ? value : byDefault;

const ofOwn = (records: Own, now: number): Kept => {
  const shown = (one: Json & { id: string }): KeptRecord => ({
    id: one.id,
    values: one,
    isSeeded: true,
    createdAt: numberOf(one.createdAt, now),
    updatedAt: numberOf(one.updatedAt, now),
  });
  return {
    all: () => [...records.values()].map((one) => shown(one)),
    get: (id) => {
      const one = records.get(id);
      return one && shown(one);
    },
    add: ({ id, values }) => records.set(id, { id, ...values }),
    change: (id, sent, updatedAt) => {
      const one: Json = { ...records.get(id) };
      // What the sandbox does not know of them by hand it does not show either.
      const known = Object.entries(sent).filter(([name]) => typeof one[name] === typeof sent[name]);
      records.set(id, { ...one, ...Object.fromEntries(known), updatedAt, id } as { id: string });
    },
    delete: (id) => records.delete(id),
  };
};

const ofDocuments = (records: Map<string, KeptRecord>): Kept => ({
  all: () => [...records.values()],
  get: (id) => records.get(id),
  add: (record) => records.set(record.id, record),
  change: (id, sent, updatedAt) => {
    const one = records.get(id) as KeptRecord;
    records.set(id, { ...one, values: { ...one.values, ...sent }, updatedAt });
  },
  delete: (id) => records.delete(id),
});

const families = perPlace((_: Place) => new Map<string, Map<string, KeptRecord>>());

/** What the records of a collection are called: “Shipping zone” of /store/shipping-zone. */
export const kindOf = (collection: string): string => {
  const named = collection.split('/').filter((part) => !part.startsWith('{'));
  const words = (named.at(-1) ?? '').replaceAll('-', ' ').replace(/s$/, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Two records of each list, so that there is something to choose from. */
const seed = (place: Place, path: string): KeptRecord[] => {
  const { hexId, ago } = seederOf(`documented${path}`, place);
  return [1, 2].map((i) => {
    const name = `${kindOf(path)} ${i}`;
    const [createdAt, updatedAt] = [ago(30 - i), ago(10 - i)];
    return { id: hexId(i), values: { name, title: name }, isSeeded: true, createdAt, updatedAt };
  });
};

/** Whether the sandbox has the records of a family by hand, and these endpoints can reach them. */
export const isOwn = (collection: string): boolean =>
  own.some(([pattern]) => pattern.test(collection));

/** The records of a family. @param path the collection with the IDs of the records that it is within */
export function keptOf(place: Place, path: string): Kept {
  for (const [pattern, records] of own) {
    const [matched, parent = ''] = pattern.exec(path) ?? [];
    if (matched) return ofOwn(records(place as Location, parent), place.state.now());
  }
  const all = families(place);
  const known = all.get(path) ?? new Map(seed(place, path).map((one) => [one.id, one]));
  all.set(path, known);
  return ofDocuments(known);
}
