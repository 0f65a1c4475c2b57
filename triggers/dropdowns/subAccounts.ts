import { listIn } from '../../lib/api/answers.ts';
import { readingTime } from '../../lib/polling/limits.ts';
import { record } from '../../lib/record.ts';
import type { Run } from '../../lib/run.ts';
import { idOf, type JsonObject } from '../../lib/values.ts';
import { joinParts } from './names.ts';

/** Where the sub-accounts with the app in them are listed (oauth.json, get-installed-location). */
export const installedRoute = 'GET /oauth/installedLocations';

/** Where all of them are listed, for a private token, which may not ask about installations (api#private-tokens). */
export const searchRoute = 'GET /locations/search';

const installation = record({
  noun: 'sub-account',
  many: 'locations',
  sample: { id: 've9EPM428h8vShlRW1KT', name: 'Alvarez Landscaping' },
});

/** Sub-accounts of one request, and requests at the same time. */
const size = 100;
const atOnce = 5;

/** Sub-accounts of a page of the dropdown, at most. */
const most = 2_000;

// HighLevel's client ids start with the app's own id: “<app id>-<suffix>”.
const readAppId = () => process.env.CLIENT_ID?.split('-')[0] ?? '';

const readFrom = async (run: Run, skip: number): Promise<JsonObject[]> => {
  const companyId = run.bundle.authData.companyId ?? '';
  if (run.hasPrivateToken)
    return listIn(await run.call(searchRoute, { companyId, skip, limit: size }), installation);
  const asked = { companyId, appId: readAppId(), isInstalled: true, skip, limit: size };
  return listIn(await run.call(installedRoute, asked), installation);
};

interface Part {
  found: JsonObject[];
  /** Where to go on; undefined at the end of the list. */
  next: number | undefined;
}

/** As much of the list as a page holds and the run has time for. */
const readPart = async (run: Run, start: number): Promise<Part> => {
  const stopAt = run.deadline.timeLeft - readingTime;
  const found = await readFrom(run, start);
  let next = start + size;
  let isEnd = found.length < size;
  while (!isEnd && next < start + most && run.deadline.timeLeft > stopAt) {
    const skips = Array.from({ length: atOnce }, (_, index) => next + index * size);
    const pages = await Promise.all(skips.map((skip) => readFrom(run, skip)));
    found.push(...pages.flat());
    next += atOnce * size;
    isEnd = pages.some(({ length }) => length < size);
  }
  return { found, next: isEnd ? undefined : next };
};

/** Where a page begins: the one before has left it; else as if all pages were full. */
const startOf = async ({ z }: Run, page: number): Promise<number | undefined> => {
  if (page === 0) return 0;
  const [of, next] = String((await Promise.resolve(z.cursor.get()).catch(() => '')) ?? '').split(
    ':',
  );
  if (Number(of) !== page) return page * most;
  return next ? Number(next) : undefined;
};

const keep = async ({ z }: Run, page: number, next: number | undefined): Promise<void> => {
  await Promise.resolve(z.cursor.set(`${page + 1}:${next ?? ''}`)).catch(() => null);
};

/** Which texts occur more than once, however they are written. */
const repeatedIn = (texts: string[]): Set<string> => {
  const seen = new Set<string>();
  return new Set(texts.filter((text) => seen.has(text) || !seen.add(text)));
};

const plain = (text: unknown): string =>
  String(text ?? '')
    .trim()
    .toLowerCase();

/** A choice for each sub-account, by its name; with the address if the name repeats, and the ID if that does not help. */
const choicesOf = (found: JsonObject[]): { id: string; name: string }[] => {
  const names = repeatedIn(found.map(({ name }) => plain(name)));
  const places = repeatedIn(found.map(({ name, address }) => plain(`${name} ${address ?? ''}`)));
  return found.map((one) => {
    const id = String(idOf(one));
    const isRepeated = names.has(plain(one.name));
    const isVague = !one.address || places.has(plain(`${one.name} ${one.address}`));
    const parts = [one.name, ...(isRepeated ? [one.address, isVague && id] : [])];
    return { id, name: joinParts(parts) || id };
  });
};

/** A page of the sub-accounts with the app in them, sorted by name. */
export const readSubAccounts = async (run: Run): Promise<{ id: string; name: string }[]> => {
  const { page = 0 } = run.bundle.meta;
  const start = await startOf(run, page);
  if (start === undefined) return [];
  const { found, next } = await readPart(run, start);
  await keep(run, page, next);
  const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  const byId = new Map(found.map((one) => [String(idOf(one)), one]));
  return choicesOf([...byId.values()]).sort((a, b) => order.compare(a.name, b.name));
};
