import * as zod from 'zod';
import { HighLevelError, type Kind } from './api/errors.ts';
import type { LocationToken, Run } from './run.ts';
import { exchangeToken, locationToken, secondsLeft } from './tokens.ts';
import { looks, pause, waitForTurn } from './turns.ts';

/** Why there is no token, for the runs that wait for it. */
const fault = zod.object({
  kind: zod.string(),
  sentence: zod.string(),
  status: zod.number(),
  traceId: zod.string().optional(),
  wait: zod.number().optional(),
});

const kept = zod.union([locationToken, fault]);

const name = 'location-token';
const lock = 'location-token-lock';

/** Seconds after which another run exchanges if the one that does it has died. */
const lockTime = 30;

/** Seconds before its end from which a token is renewed. */
const renewalTime = 300;

/** Seconds for which the other runs hear of a fault instead of meeting it themselves. */
const faultTime = 10;

/** Milliseconds until a run looks again, at least; at most twice as long. */
const lookAgain = 250;

/** Milliseconds that an exchange and what comes after it take. */
const timeToExchange = 5_000;

/** These may be over at the next try: a network that failed, and the agency’s own token, which Zapier refreshes. */
const passing = new Set<Kind>(['unavailable', 'token']);

/** The kept token, if it is still good. Throws the fault that is kept in its place. */
const readToken = async ({ cache }: Run): Promise<LocationToken | undefined> => {
  const { data } = zod.safeParse(kept, await cache.read(name));
  if (data && 'sentence' in data) throw new HighLevelError(data.kind as Kind, data.sentence, data);
  return data && secondsLeft(data) > 0 ? data : undefined;
};

const keepFault = async ({ cache }: Run, error: unknown): Promise<void> => {
  if (!(error instanceof HighLevelError) || passing.has(error.kind)) return;
  const { kind, message: sentence, status } = error;
  const { traceId, wait } = error.facts;
  await cache.write(name, { kind, sentence, status, traceId, wait }, faultTime);
};

const isDue = (token: LocationToken): boolean => secondsLeft(token) <= renewalTime;

/** Exchanges as the only run of the sub-account, and keeps what comes of it. */
const exchangeForAll = async (
  run: Run,
  held: LocationToken | undefined,
): Promise<LocationToken> => {
  try {
    // Another run may have been quicker between the look and the lock.
    const found = await readToken(run);
    if (found && !isDue(found)) return found;
    await waitForTurn(run, held ? looks.brief : looks.patient);
    const token = await exchangeToken(run);
    await run.cache.write(name, token, secondsLeft(token));
    return token;
  } catch (error) {
    if (held) return held;
    await keepFault(run, error);
    throw error;
  } finally {
    await run.cache.clear(lock);
  }
};

/**
 * A token from HighLevel: one run of the sub-account exchanges it, and the others take it from the cache as soon as it
 * is there.
 * @param held the token that is about to end, with which nobody needs to wait
 */
const newToken = async (run: Run, held: LocationToken | undefined): Promise<LocationToken> => {
  while (!(await run.cache.claim(lock, lockTime))) {
    if (held) return held;
    await pause(lookAgain * (1 + Math.random()));
    const found = await readToken(run);
    if (found) return found;
    // Whoever had the lock has died.
    if (run.deadline.timeLeft < timeToExchange) break;
  }
  return exchangeForAll(run, held);
};

const bearerOf = ({ access_token }: LocationToken): string => `Bearer ${access_token}`;

/** The bearer of the chosen sub-account, for an agency’s connection: a run looks for it once. */
export const locationBearer = async (run: Run): Promise<string> => {
  const own = run.locationToken;
  if (own && secondsLeft(own) > 0) return bearerOf(own);
  const held = await readToken(run);
  run.locationToken = held && !isDue(held) ? held : await newToken(run, held);
  return bearerOf(run.locationToken);
};

/**
 * Drops the kept token of the sub-account if HighLevel refused just that one: another run may have exchanged it since.
 * @param bearer that of the refused request
 */
export const dropBearer = async (run: Run, bearer: string): Promise<void> => {
  if (run.locationToken && bearerOf(run.locationToken) === bearer) run.locationToken = undefined;
  const { data } = zod.safeParse(locationToken, await run.cache.read(name));
  if (data && bearerOf(data) === bearer) await run.cache.clear(name);
};
