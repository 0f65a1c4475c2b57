import { recordIn } from '../lib/api/answers.ts';
import { HighLevelError } from '../lib/api/errors.ts';
import type { Step } from '../lib/operations.ts';
import type { Run } from '../lib/run.ts';
import { pause } from '../lib/turns.ts';
import { asObject, type JsonObject } from '../lib/values.ts';
import { message } from '../records/messages.ts';

const readRoute = 'GET /conversations/messages/{id}';

/** What a message becomes at the end, good or bad (conversations.json, GetMessageResponseDto). */
const refused = ['failed', 'undelivered', 'opt_out'];
const final = ['delivered', 'read', 'opened', 'clicked', ...refused];

/** Milliseconds between two looks, and those that the end of the run needs. */
const betweenLooks = 2_000;
const timeToEnd = 6_000;

/** HighLevel’s words of what went wrong: a text, or an object with a message. */
const wordsOf = (error: unknown): string | null => {
  const { message: words } = asObject(error);
  return typeof error === 'string' ? error : words ? String(words) : null;
};

const readStatus = async (run: Run, id: unknown): Promise<JsonObject> => {
  const { status, error } = recordIn(await run.call(readRoute, { id }), message) ?? {};
  return { ...(status ? { status } : {}), error: wordsOf(error) };
};

/** The last that HighLevel says of a message before the run must end. The message is sent: nothing here fails the step. */
const awaitStatus = async (run: Run, id: unknown): Promise<JsonObject> => {
  let last: JsonObject = {};
  while (run.deadline.timeLeft > timeToEnd) {
    await pause(betweenLooks);
    last = await readStatus(run, id).catch((error: unknown) => {
      if (error instanceof HighLevelError) return last;
      throw error;
    });
    if (final.includes(String(last.status))) break;
  }
  return last;
};

/** Why a message was not delivered; undefined if HighLevel does not say that it was not. */
const reasonOf = ({ status, error }: JsonObject): string | undefined => {
  if (error) return String(error).replace(/\.$/, '');
  return refused.includes(String(status)) ? `its status is “${status}”` : undefined;
};

/**
 * “Wait for Delivery”: reads the status of a message that was sent until HighLevel says what became of it, for about 20
 * seconds. A 2xx only says that it was taken (api#queued-messages).
 */
export const waitForDelivery: Step<{ waitForDelivery?: boolean | undefined }> = {
  routes: [readRoute],
  after: async (run, result, { waitForDelivery: isWanted }) => {
    if (!isWanted || !result.id || result.status === 'scheduled') return result;
    const said = await awaitStatus(run, result.id);
    const reason = reasonOf(said);
    if (reason) run.warnings.push(`HighLevel did not deliver the message: ${reason}.`);
    return { ...result, ...said };
  },
};
