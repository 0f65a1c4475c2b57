import { randomUUID } from 'node:crypto';
import { fingerprint } from '../polling/revision.ts';
import type { Run } from '../run.ts';
import { isObject } from '../values.ts';
import type { HookEvent } from './event.ts';
import type { Post } from './post.ts';

/** Seconds for which an app webhook is remembered: HighLevel sends one again for hours (api#webhook-retries). */
const idTime = 7 * 86_400;

/** Seconds in which a workflow’s post with the same content is the same one: nothing else tells two posts apart. */
const contentTime = 600;

const prefix = 'hook:';

/**
 * What stands for the Zap. Its memory is shared with every Zap of the same connection (zapier#cache), and an event that
 * reaches two Zaps must fire in both; only the cursor belongs to one (zapier#cursor). Undefined if Zapier keeps no
 * cursor: then nothing tells the Zaps apart, and an event that comes twice is better than one that never comes.
 */
const zapOf = async ({ z }: Run): Promise<string | undefined> => {
  try {
    const known = await z.cursor.get();
    const own = known?.startsWith(prefix) ? known : `${prefix}${randomUUID()}`;
    // Each event lets it live for another hour.
    await z.cursor.set(own);
    return own;
  } catch {
    return undefined;
  }
};

/** A fingerprint of what a post says, whatever the order of its members. */
const contentOf = (body: unknown): string => {
  const inOrder = (_: string, part: unknown) =>
    isObject(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return fingerprint(JSON.stringify(body, inOrder));
};

/** An event that this Zap has taken on; `release` if it could not be read to the end, so that it may come again. */
export interface Claim {
  release: () => Promise<void>;
}

/** Takes on an event for the Zap; undefined if it has had this one. */
export const claimEvent = async (
  run: Run,
  { body }: Post,
  { id }: Pick<HookEvent, 'id'>,
): Promise<Claim | undefined> => {
  const zap = await zapOf(run);
  if (!zap) return { release: async () => undefined };
  const name = `${zap}:${id ?? contentOf(body)}`;
  const seconds = id ? idTime : contentTime;
  // Until when, in epoch milliseconds: a cache may keep it for longer than it is told.
  const isKnown = async () => Number(await run.cache.read(name)) > Date.now();
  if (await isKnown()) return undefined;
  const isClaimed = await run.cache.claim(name, seconds, Date.now() + seconds * 1000);
  // A cache that was too busy to take the claim holds nothing: the event is not lost for that.
  if (!isClaimed && (await isKnown())) return undefined;
  return { release: () => run.cache.clear(name) };
};
