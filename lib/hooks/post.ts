import type { Bundle } from 'zapier-platform-core';
import { isDeeperThan, isObject, type JsonObject, ownValue } from '../values.ts';
import { refuse } from '../zapier.ts';

/** What was posted to the hook of a Zap. */
export interface Post {
  /** What it says. A list, a number, or a text is the one member `value`. */
  body: JsonObject;
  /** The body as it came, over which a signature goes; undefined if Zapier does not hand it over. */
  text: string | undefined;
  /** A header, whatever its case. */
  header: (name: string) => string | undefined;
}

/** Bytes of a body. What workflows post has about 5,000 (api#workflow-webhooks). */
const largest = 1_000_000;

/** Levels of lists and objects. */
const deepest = 30;

type Headers = Record<string, unknown>;

/** `Http-X-Ghl-Signature` and `HTTP_X_GHL_SIGNATURE` as `x-ghl-signature` (zapier#hook-requests). */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^http-/, '');

const headerIn =
  (headers: Headers): Post['header'] =>
  (name) => {
    const found = Object.entries(headers).find(([key]) => plainName(key) === name);
    return found === undefined ? undefined : String(found[1]);
  };

/** A value of a form, and the names by which it lies in each other. */
type Said = [path: string[], value: string];

/**
 * `location[id]` as location and id, `tags[]` as tags and nothing. A label of a custom field may hold brackets beside its
 * blanks: “Budget [USD]” is one name. No name of a form lies deeper than so many.
 */
const pathOf = (name: string): string[] => {
  const [, first, inner = ''] = /^([^[\]\s]+)((?:\[[^[\]\s]*\]){1,8})$/.exec(name) ?? [];
  return first === undefined ? [name] : [first, ...inner.slice(1, -1).split('][')];
};

/** What is said under one name: a value, members of its own, or several of them. */
const partOf = (said: Said[]): unknown => {
  const deeper = said.filter(([path]) => path.length > 0);
  const members = membersOf(deeper);
  const isList = Object.keys(members).every((name) => /^\d*$/.test(name));
  const parts = [
    ...said.flatMap(([path, value]) => (path.length === 0 ? [value] : [])),
    ...(isList ? Object.values(members).flat() : [members]),
  ];
  return parts.length > 1 ? parts : parts[0];
};

const membersOf = (said: Said[]): JsonObject => {
  const members = new Map<string, Said[]>();
  for (const [[name = '', ...path], value] of said) {
    const known = members.get(name);
    if (known) known.push([path, value]);
    else members.set(name, [[path, value]]);
  }
  return Object.fromEntries([...members].map(([name, part]) => [name, partOf(part)]));
};

/** The members of a form; what it says several times is a list. */
const formIn = (text: string): JsonObject =>
  membersOf([...new URLSearchParams(text)].map(([name, value]) => [pathOf(name), value]));

/** Whether a text is to be JSON, whatever its content type says; `[New] A lead` is not. */
const looksLikeJson = (text: string): boolean =>
  /^(\{|\[\s*([[{"\d\]-]|true|false|null))/.test(text);

/** Whether a text without a content type is a form: `a=1&b=2`, `[0]=1`. */
const looksLikeForm = (text: string): boolean =>
  /^[\w.%+\-[\]]+=[^\n]*$/.test(text.slice(0, 2_000));

const malformed = (): never =>
  refuse(
    'HighLevel posted something that is not valid JSON. In the raw body of a Custom Webhook, a quote or a line break inside a value can cause this. Use the action “Webhook” instead, or leave that value out.',
  );

/** A text as JSON or as a form; a plain text is what it is. */
const parse = (content: string, type: string): unknown => {
  // Without the byte order mark too, which JSON may not begin with.
  const text = content.trim();
  if (text === '') return {};
  if (type.includes('x-www-form-urlencoded') && !looksLikeJson(text)) return formIn(text);
  try {
    return JSON.parse(text);
  } catch {
    if (type.includes('json')) return malformed();
    if (looksLikeForm(text)) return formIn(text);
    return looksLikeJson(text) ? malformed() : content;
  }
};

const asBody = (value: unknown): JsonObject => (isObject(value) ? value : { value });

/** What Zapier has read of the request itself, for want of its text. */
const cleaned = (request: unknown): unknown => {
  if (!isObject(request)) return request ?? {};
  if ('content' in request && ('headers' in request || 'method' in request)) return request.content;
  const { querystring: _, ...body } = request;
  return body;
};

const headersOf = ({ rawRequest, cleanedRequest }: Bundle): Headers => {
  const fromCleaned = isObject(cleanedRequest) ? cleanedRequest.headers : undefined;
  return rawRequest?.headers ?? (isObject(fromCleaned) ? fromCleaned : {});
};

/**
 * Reads what was posted. Refuses with a sentence what is too large, nested too deep, or broken.
 * @param bundle Zapier hands the request over as it came (`rawRequest`) and parsed (`cleanedRequest`)
 */
export const readPost = (bundle: Bundle): Post => {
  const header = headerIn(headersOf(bundle));
  const { content } = bundle.rawRequest ?? {};
  const text = typeof content === 'string' ? content : undefined;
  if (text !== undefined && Buffer.byteLength(text) > largest)
    refuse('HighLevel posted more than 1 MB, which is more than a trigger can read.');
  const type = header('content-type') ?? '';
  const other = cleaned(bundle.cleanedRequest);
  const value =
    text === undefined
      ? typeof other === 'string'
        ? parse(other, type)
        : other
      : parse(text, type);
  if (isDeeperThan(deepest, value))
    refuse('HighLevel posted something that is nested too deep to be read.');
  return { body: asBody(value), text, header };
};

/** A text of an object without the blanks around it; undefined if it is blank, “null”, or not a text. */
export const textIn = (object: JsonObject, ...names: string[]): string | undefined =>
  names
    .map((name) => ownValue(object, name))
    .map((value) => (typeof value === 'string' ? value.trim() : ''))
    .find((text) => text !== '' && text !== 'null');

/** Whether a value of a post can be an id. */
export const canBeId = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && !['', 'null'].includes(value.trim()));
