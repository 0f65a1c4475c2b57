import { signIn } from '../lib/connection/signIn.ts';
import type { Sandbox } from '../sandbox/index.ts';
import type { HookRequest } from '../sandbox/state/hooks.ts';
import { fillIn } from './form.ts';
import { startsOf } from './starts.ts';
import type { Guide, Input, Result, Station } from './station.ts';
import { isInstant, kindOf, type LocalZapier, messageOf } from './zapier.ts';

/** What one stop of the tour came to. */
export interface Stop {
  key: string;
  /** What happened, in a few words. */
  did: string;
  /** All requests of the stop: filling in the form, the change, every poll. */
  requests: number;
  /** Requests of one run of the operation itself; of a quiet poll for a trigger. */
  each: number;
  milliseconds: number;
  error?: string;
}

const redirectUri = 'https://zapier.com/dashboard/auth/oauth/return/HighLevelCLIAPI/';

/**
 * Connects as a person would in the app that this build is: through the whole OAuth flow (authorize page, form, redirect,
 * token, test), or with a Private Integration Token from the settings page.
 */
export const connect = async (
  zapier: LocalZapier,
  sandbox: Sandbox,
  account: 'sub-account' | 'agency',
): Promise<string> => {
  if (signIn === 'private-token')
    return zapier.connectWithToken(await sandbox.privateToken(account));
  const address = await zapier.authorizeUrl(account, redirectUri, 'state-of-the-tour');
  const page = await (await fetch(address)).text();
  const form = new URLSearchParams({
    account: account === 'agency' ? sandbox.state.company.id : sandbox.state.main.id,
  });
  for (const [, name = '', value = ''] of page.matchAll(
    /<input [^>]*name="(.*?)" value="(.*?)"/g,
  )) {
    form.set(name, value.replaceAll('&amp;', '&'));
  }
  const chosen = await fetch(address, { method: 'POST', body: form, redirect: 'manual' });
  const back = chosen.headers.get('location');
  if (!back) throw new Error('The consent page gave no code back.');
  const { searchParams } = new URL(back);
  if (searchParams.get('state') !== 'state-of-the-tour')
    throw new Error('The state did not come back.');
  return zapier.finishConnection(account, searchParams.get('code') ?? '', redirectUri);
};

/** Points the app at a sandbox, as the owner's environment variables point it at HighLevel. */
export const pointAt = ({ apiUrl, marketplaceUrl, clientId, clientSecret }: Sandbox): void => {
  Object.assign(process.env, {
    HIGHLEVEL_API_URL: apiUrl,
    HIGHLEVEL_MARKETPLACE_URL: marketplaceUrl,
    CLIENT_ID: clientId,
    CLIENT_SECRET: clientSecret,
  });
};

const named = (one: Result | undefined): string => {
  const name = one?.name ?? one?.title ?? one?.subject ?? one?.id ?? one?.contactId;
  return name === undefined || name === null ? '' : ` “${String(name).slice(0, 40)}”`;
};

const did = { creates: 'done', searches: 'found', triggers: 'polled' } as const;

interface Listed {
  filled: Input;
  sample: Result | undefined;
}

/** Pastes the URL of an instant trigger into a workflow, lets something happen, and sees the post fire, once. */
const visitInstant = async (
  zapier: LocalZapier,
  guide: Guide,
  { key, change }: Station,
  { filled, sample = {} }: Listed,
): Promise<Pick<Stop, 'did' | 'each'> & { first: Result }> => {
  const { hooks, main } = guide.sandbox.state;
  const { requests } = guide.sandbox;
  const posted: HookRequest[] = [];
  const send = async (request: HookRequest) => posted.push(request);
  const about = { id: `tour-${key}`, name: 'Tour', locationId: main.id, customData: {} };
  const [start = 'Contact Created'] = startsOf(key);
  hooks.add({ ...about, start, send });
  await change?.(guide, sample);
  await hooks.settled();
  hooks.remove(about.id);
  const [post] = posted;
  if (!post) throw new Error('Something happened in HighLevel, but its workflow did not post.');
  const before = requests.length;
  const fired = await zapier.run(key, filled, { posted: post });
  const each = requests.length - before;
  const again = await zapier.run(key, filled, { posted: post });
  if (fired.length !== 1 || again.length > 0)
    throw new Error(
      `It fired ${fired.length} times for a post, and ${again.length} for its double.`,
    );
  return { did: `posted to, fired at once${named(fired[0])}`, first: fired[0] ?? sample, each };
};

/** One stop: sets the operation up, runs it, and, if it is a trigger, polls again after a change and sees it fire. */
const visit = async (
  zapier: LocalZapier,
  guide: Guide,
  station: Station,
): Promise<Pick<Stop, 'did' | 'each'> & { first: Result }> => {
  const { requests } = guide.sandbox;
  const { key, input = {}, change } = station;
  const given: Input = typeof input === 'function' ? await input(guide) : input;
  const location = zapier.authData.locationId ? {} : { locationId: guide.sandbox.state.main.id };
  const fields = await zapier.fields(key, given);
  const asks = fields.some((field) => field.key === 'locationId') && given.locationId === undefined;
  const filled = await fillIn(zapier, key, asks ? { ...location, ...given } : given);
  const kind = kindOf(key);
  if (kind !== 'triggers') {
    const before = requests.length;
    const [first = {}] = await zapier.run(key, filled);
    const each = requests.length - before;
    if (kind === 'searches' && Object.keys(first).length === 0)
      throw new Error('It found nothing.');
    return { did: `${did[kind]}${named(first)}`, first, each };
  }
  const [sample] = await zapier.run(key, filled, { isLoadingSample: true });
  if (isInstant(key)) return visitInstant(zapier, guide, station, { filled, sample });
  const seen = new Set<string>();
  for (const one of await zapier.run(key, filled, { isPopulatingDedupe: true }))
    seen.add(zapier.dedupeKey(key, one));
  // A change is what a trigger that never saw a record may need to have one at all.
  await change?.(guide, sample ?? {});
  const fired = (await zapier.run(key, filled)).filter(
    (one) => !seen.has(zapier.dedupeKey(key, one)),
  );
  if (change && fired.length === 0)
    throw new Error('Something changed in HighLevel, but the second poll did not fire.');
  const before = requests.length;
  await zapier.run(key, filled);
  const each = requests.length - before;
  const first = sample ?? fired[0] ?? {};
  return { did: `${seen.size} seen, ${fired.length} fired${named(fired[0])}`, first, each };
};

/** What a station may ask for on its way. @param results what was seen or made so far, by operation */
export const guideOf = (
  zapier: LocalZapier,
  sandbox: Sandbox,
  results: ReadonlyMap<string, Result>,
): Guide => {
  const location = () => (zapier.authData.locationId ? {} : { locationId: sandbox.state.main.id });
  return {
    sandbox,
    result: (key) => {
      const found = results.get(key);
      if (!found) throw new Error(`It needs ${key}, which did not run.`);
      return found;
    },
    run: async (key, input) => (await zapier.run(key, { ...location(), ...input }))[0] ?? {},
  };
};

/** Walks through the stations one after the other on one connection, and tells each stop as it happens. */
export const walk = async (
  zapier: LocalZapier,
  sandbox: Sandbox,
  stations: Station[],
  tell: (stop: Stop) => void,
): Promise<Stop[]> => {
  const results = new Map<string, Result>();
  const guide = guideOf(zapier, sandbox, results);
  const stops: Stop[] = [];
  for (const station of stations) {
    const before = sandbox.requests.length;
    const start = performance.now();
    const stop = await visit(zapier, guide, station).then(
      ({ did, each, first }): Stop => {
        results.set(station.key, first);
        return { key: station.key, did, each, requests: 0, milliseconds: 0 };
      },
      (error: unknown): Stop => ({
        key: station.key,
        did: '',
        each: 0,
        requests: 0,
        milliseconds: 0,
        error: messageOf(error),
      }),
    );
    stop.requests = sandbox.requests.length - before;
    stop.milliseconds = Math.round(performance.now() - start);
    stops.push(stop);
    tell(stop);
  }
  return stops;
};
