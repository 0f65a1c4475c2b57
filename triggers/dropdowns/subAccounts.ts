import { listIn } from '../../lib/api/answers.ts';
import { askMemory } from '../../lib/cache.ts';
import { readingTime } from '../../lib/polling/limits.ts';
import { record } from '../../lib/record.ts';
import type { Run } from '../../lib/run.ts';
import { asObject, isObject, type JsonObject } from '../../lib/values.ts';
import { subAccountChoices } from './subAccountChoices.ts';

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

/** Where a part of the list begins: behind so many sub-accounts, or at the token that an answer of v3 gave. */
type Place = number | string;

interface Part {
  found: JsonObject[];
  /** Where to go on; undefined at the end of the list. */
  next: Place | undefined;
}

/** One request. An answer that pages by tokens begins at the first sub-account if it is asked for without one. */
const ask = async (run: Run, place: Place): Promise<Part & { hasTokens: boolean }> => {
  const companyId = run.bundle.authData.companyId ?? '';
  const from = typeof place === 'number' ? { skip: place } : { pageToken: place };
  const installed = { companyId, appId: readAppId(), isInstalled: true, ...from, limit: size };
  const answer = run.hasPrivateToken
    ? await run.call(searchRoute, { companyId, ...from, limit: size })
    : await run.call(installedRoute, installed);
  const found = listIn(answer, installation);
  const { pagination } = asObject(answer);
  const { nextPageToken: token } = asObject(pagination);
  if (isObject(pagination))
    return { found, next: token ? String(token) : undefined, hasTokens: true };
  const isEnd = typeof place === 'string' || found.length < size;
  return { found, next: isEnd ? undefined : place + size, hasTokens: false };
};

/** The next request, or the next ones if their places are known. */
const askOn = async (run: Run, place: Place): Promise<Part> => {
  if (typeof place === 'string') return ask(run, place);
  const skips = Array.from({ length: atOnce }, (_, index) => place + index * size);
  const parts = await Promise.all(skips.map((skip) => ask(run, skip)));
  const isEnd = parts.some(({ next }) => next === undefined);
  const found = parts.flatMap((part) => part.found);
  return { found, next: isEnd ? undefined : place + atOnce * size };
};

/** As much of the list as a page holds and the run has time for. */
const readPart = async (run: Run, place: Place): Promise<Part> => {
  const stopAt = run.deadline.timeLeft - readingTime;
  const { found, hasTokens, ...first } = await ask(run, place);
  const before = hasTokens && typeof place === 'number' ? place : 0;
  let { next } = first;
  while (next !== undefined && found.length < before + most && run.deadline.timeLeft > stopAt) {
    const part: Part = await askOn(run, next);
    found.push(...part.found);
    next = part.next;
  }
  return { found: found.slice(before), next };
};

/** Where a page begins: the one before has left it; else as if all pages were full. */
const startOf = async ({ z }: Run, page: number): Promise<Place | undefined> => {
  if (page === 0) return 0;
  const cursor = String(await askMemory(() => z.cursor.get(), ''));
  const [, of, token, next] = /^(\d+):(token:)?(.*)$/.exec(cursor) ?? [];
  if (Number(of) !== page) return page * most;
  return next ? (token ? next : Number(next)) : undefined;
};

const keep = async ({ z }: Run, page: number, next: Place | undefined): Promise<void> => {
  const place = typeof next === 'string' ? `token:${next}` : (next ?? '');
  await askMemory(() => z.cursor.set(`${page + 1}:${place}`), null);
};

/** A page of the sub-accounts with the app in them, sorted by name. */
export const readSubAccounts = async (run: Run): Promise<{ id: string; name: string }[]> => {
  const { page = 0 } = run.bundle.meta;
  const start = await startOf(run, page);
  if (start === undefined) return [];
  const { found, next } = await readPart(run, start);
  await keep(run, page, next);
  return subAccountChoices(found);
};
