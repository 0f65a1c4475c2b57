/** Which endpoints of the documents belong together: those that create, list, get, update and delete the same records. */
import { listPath } from './places.ts';
import type { DocumentedEndpoint } from './schema.ts';

export type Role = {
  kind: 'list' | 'create' | 'get' | 'update' | 'delete' | 'action' | 'plain';
  /** The collection that it works on: `/store/shipping-zone/{shippingZoneId}/shipping-rate`. */
  collection: string;
  /** How the path or the query calls the ID of its record; empty without one. */
  idName: string;
  /** The records that must be there: collection, and the name of the ID. */
  within: [collection: string, idName: string][];
};

/** Homes of single records that are not those of their lists. */
const elsewhere: Record<string, string> = {
  '/chat-widget/data': '/chat-widget',
  '/chat-widget/public/config': '/chat-widget',
  '/links/id': '/links',
  '/medias/files': '/medias',
};

const endings = ['list', 'search', 'all'];

/** Sub-account and agency are known by the token, and stand in some paths of a family only. */
const withoutOwner = (path: string): string =>
  path.replaceAll(/\/(\{(locationId|companyId)\})(?=\/|$)/g, '').replace(/\/$/, '');

const home = (path: string): string => elsewhere[path] ?? path;

const isValue = (part: string): boolean => part.startsWith('{');

const splitLast = (path: string): [before: string, last: string] => {
  const at = path.lastIndexOf('/');
  return [path.slice(0, at), path.slice(at + 1)];
};

/** `/invoices/estimate` of `/invoices/estimate/list`. */
const listHome = (path: string): string => {
  const [before, last] = splitLast(path);
  return home(endings.includes(last) ? before : path);
};

const answerOf = ({ classic, v3 }: DocumentedEndpoint) => (classic ?? (v3 || undefined))?.answer;

export class Families {
  readonly #created = new Set<string>();
  readonly #listed = new Set<string>();
  readonly #single = new Set<string>();
  /** The addresses of what lists and creates its records. */
  readonly #sources = new Map<string, string[]>();
  /** Their list has an address of its own: `/payments/coupon/list`. */
  readonly #apart = new Set<string>();

  constructor(all: DocumentedEndpoint[]) {
    const split = all.map((one) => {
      const [method = '', path = ''] = one.route.split(' ');
      return { one, method, path: withoutOwner(path) };
    });
    for (const { path } of split) {
      const [before, last] = splitLast(path);
      if (isValue(last)) this.#single.add(home(before));
    }
    for (const { one, method, path } of split) {
      const [, last] = splitLast(path);
      if (isValue(last)) continue;
      const answer = answerOf(one);
      const mayList = method === 'GET' || (method === 'POST' && endings.includes(last));
      if (!mayList || !answer || !listPath(answer, last)) continue;
      this.#listed.add(listHome(path));
      this.#note(listHome(path), one.route);
      if (listHome(path) !== path) this.#apart.add(listHome(path));
    }
    for (const { one, method, path } of split) {
      const isKnown = this.#single.has(path) || this.#listed.has(path);
      if (method !== 'POST' || isValue(splitLast(path)[1]) || !isKnown) continue;
      this.#created.add(path);
      this.#note(path, one.route);
    }
  }

  /** Whether the documents say how its records come to be, or list them. */
  hasRecords(collection: string): boolean {
    return this.#created.has(collection) || this.#listed.has(collection);
  }

  roleOf({ route }: DocumentedEndpoint): Role {
    const [method = '', whole = ''] = route.split(' ');
    const path = withoutOwner(whole);
    const [before, last] = splitLast(path);
    const within = this.#parentsOf(path);
    const single = { GET: 'get', DELETE: 'delete' }[method] ?? 'update';
    if (isValue(last) && this.hasRecords(home(before))) {
      const idName = last.slice(1, -1);
      return { kind: single as 'get', collection: home(before), idName, within };
    }
    if (method === 'POST' && this.#created.has(path)) {
      return { kind: 'create', collection: path, idName: '', within };
    }
    const isOfList = method === 'GET' || (method === 'POST' && endings.includes(last));
    // `GET /payments/coupon` finds one of `/payments/coupon/list` by the `id` in its query.
    if (this.#apart.has(path) && this.#created.has(path) && method !== 'POST') {
      return { kind: single as 'get', collection: path, idName: 'id', within };
    }
    if (isOfList && this.#listed.has(listHome(path))) {
      return { kind: 'list', collection: listHome(path), idName: '', within };
    }
    const [collection = '', idName = ''] = within.at(-1) ?? [];
    return { kind: idName ? 'action' : 'plain', collection, idName, within };
  }

  /** Whether some of its records come from what is not answered by the documents. */
  isByHand(collection: string, isAnswered: (route: string) => boolean): boolean {
    return (this.#sources.get(collection) ?? []).some(isAnswered);
  }

  #note(collection: string, route: string): void {
    this.#sources.set(collection, [...(this.#sources.get(collection) ?? []), route]);
  }

  /** The records in whose paths something stands. */
  #parentsOf(path: string): [string, string][] {
    const parts = path.split('/').slice(1, -1);
    return parts.flatMap((part, i): [string, string][] => {
      const collection = home(`/${parts.slice(0, i).join('/')}`);
      return isValue(part) && this.hasRecords(collection) ? [[collection, part.slice(1, -1)]] : [];
    });
  }
}
