import { canDoWithout, HighLevelError } from '../lib/api/errors.ts';
import type { Part } from '../lib/hooks/event.ts';
import { withWarning } from '../lib/record.ts';
import type { Run } from '../lib/run.ts';
import { asObject, isEmpty, type JsonObject } from '../lib/values.ts';

/** A part of a post: what it looks like, and how it is read if the post lacks it. */
export interface PostedPart {
  name: Part;
  /** Its members are what people get, `null` where nothing is known. */
  sample: JsonObject;
  labels?: Record<string, string>;
  /** The endpoints that `read` and `complete` call. */
  routes: readonly string[];
  /** Whether a post has said enough of it; else it is read. */
  isWhole?: (part: JsonObject) => boolean;
  /** Reads the last one of a contact. @param said what the post says of it */
  read: (run: Run, contactId: string, said: JsonObject) => Promise<JsonObject | undefined>;
  /** Adds what a part lacks, or has under another name. */
  complete?: (run: Run, part: JsonObject) => Promise<JsonObject>;
}

/** A look-up that may fail: what happened is told all the same, with a warning. */
export const lookUp = async <Found>(
  what: string,
  find: () => Promise<Found>,
): Promise<{ found?: Found; warning?: string }> => {
  try {
    return { found: await find() };
  } catch (error) {
    if (!canDoWithout(error)) throw error;
    const why = error instanceof HighLevelError ? error.sentence : '';
    return { warning: `The ${what} could not be read: ${why}` };
  }
};

/** Whether HighLevel may have given such an id; an author can write anything. Nothing else is looked for. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value);

/** A part with all that people get of it, and nothing else. */
const shapePart = ({ sample }: PostedPart, raw: JsonObject): JsonObject =>
  Object.fromEntries(Object.keys(sample).map((key) => [key, raw[key] ?? null]));

const finishPart = async (run: Run, part: PostedPart, raw: JsonObject): Promise<JsonObject> =>
  shapePart(part, part.complete ? await part.complete(run, raw) : raw);

const withoutNulls = (part: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null));

/** What the post says of the part, in the shape of the sample even if what it lacks could not be read. */
const saidPart = async (raw: JsonObject, run: Run, part: PostedPart): Promise<JsonObject> => {
  const { name } = part;
  const said = asObject(raw[name]);
  const { found, warning } = await lookUp(name, () => finishPart(run, part, said));
  const whole = { ...raw, [name]: found ?? shapePart(part, said) };
  return warning ? withWarning(whole, warning) : whole;
};

/** What is written in one way only, so that another value of it is that of another record. */
const tells = (key: string, value: unknown): boolean =>
  typeof value === 'number' || /Id$|^currency$/.test(key);

/** Whether what was read is not what the post is about, by what that says of it. */
const isAnother = (found: JsonObject, said: JsonObject): boolean =>
  Object.entries(said).some(([key, value]) => {
    const { [key]: read = null } = found;
    return read !== null && read !== value && tells(key, value) && tells(key, read);
  });

/** The part as the API has it now, since the post says too little of it. */
const readPart = async (raw: JsonObject, run: Run, part: PostedPart): Promise<JsonObject> => {
  const { name, read } = part;
  const said = asObject(raw[name]);
  const { found, warning } = await lookUp(name, async () => {
    const last = await read(run, String(raw.id), said);
    return last && finishPart(run, part, last);
  });
  const own = withoutNulls(shapePart(part, said));
  const isIt = found && !isAnother(found, own);
  const whole = isIt ? { ...raw, [name]: { ...found, ...own } } : await saidPart(raw, run, part);
  const last = found ? ', and the contact’s last one is another.' : ', and the contact has none.';
  const guess = isIt ? ': this is the contact’s last one.' : last;
  return withWarning(whole, warning ?? `The post did not say which ${name} this is about${guess}`);
};

/** A post with its part whole: as the post says it, or as the API has it if that says too little. */
export const withPart = async (
  raw: JsonObject,
  run: Run,
  part: PostedPart,
): Promise<JsonObject> => {
  const { name, isWhole = () => true } = part;
  const said = asObject(raw[name]);
  const isEnough = !isEmpty(said) && isWhole(said);
  return !isEnough && isId(raw.id) ? readPart(raw, run, part) : saidPart(raw, run, part);
};
