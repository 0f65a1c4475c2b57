/** A JSON object before anybody knows what is in it: an answer of HighLevel, the inputs of a step. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is an object with members: neither null nor a list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of a value; none if it is not an object. */
export const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** The objects of a list; none if the value is not a list. */
export const objectsIn = (value: unknown): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/**
 * Whether lists and objects lie in each other more than so many levels deep. All that works through a value level by
 * level would end in “Maximum call stack size exceeded”, core’s own code too.
 */
export const isDeeperThan = (levels: number, value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(levels - 1, part));
};

/** The id of a record under either of HighLevel's names for it. */
export const idOf = ({ id, _id }: JsonObject): unknown => id ?? _id;

/** Whether a value says nothing. “{{first name}} {{last name}}” of somebody without a name leaves a blank. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Whether a value says nothing, or is a list or an object that holds nothing. */
export const isEmpty = (value: unknown): boolean =>
  isBlank(value) || (typeof value === 'object' && Object.keys(value ?? {}).length === 0);

/** Those members of an object that say something. */
export const withoutBlanks = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => !isBlank(value)));

/**
 * Copies the members of an object into another one, except some. Of thousands of records it takes a third of the time
 * that spreading or filtering entries does. A member `__proto__` stays behind: it would not become a member.
 */
export const copyMembers = (
  from: JsonObject,
  to: JsonObject,
  except?: ReadonlySet<string>,
): JsonObject => {
  for (const name of Object.keys(from))
    if (name !== '__proto__' && !except?.has(name)) to[name] = from[name];
  return to;
};

/** A number as people write it that keeps its value: no `0x10`, nothing beyond what a number can hold. */
export const isNumber = (text: string): boolean =>
  // No number is this long.
  text.length < 100 &&
  /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i.test(text) &&
  Math.abs(Number(text)) <= Number.MAX_SAFE_INTEGER;

// “50¢” is half of one.
const amount =
  /^([+-]?)[^\P{Sc}¢￠]?\s*([+-]?)([1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*[^\P{Sc}¢￠]?$/u;

/**
 * A number as people write it, with a currency sign and commas between thousands too (“1,234.50”, “$500”). Undefined
 * for anything else, and for a comma that may be a decimal one (“1,5”).
 */
export const parseNumber = (text: string): number | undefined => {
  const written = text.trim();
  if (isNumber(written)) return Number(written);
  const [, sign = '', inner = '', digits] = (written.length < 100 && amount.exec(written)) || [];
  if (digits === undefined || (sign && inner)) return undefined;
  const plain = `${sign}${inner}${digits.replaceAll(',', '')}`;
  return isNumber(plain) ? Number(plain) : undefined;
};

/**
 * The two numbers that an amount of money or a whole number may mean: 1500 and 1.50 of “1.500”, since half of Europe
 * writes thousands so, and neither has three decimals. Undefined for anything else.
 */
export const readTwoWays = (text: string): [whole: string, decimal: string] | undefined => {
  const value = parseNumber(text);
  const isEither = /^[^\d.,]*[1-9]\d{0,2}\.\d{3}[^\d.,e]*$/i.test(text);
  if (value === undefined || !isEither) return undefined;
  const decimal = Number.isInteger(value) ? String(value) : value.toFixed(2);
  return [String(Math.round(value * 1000)), decimal];
};

/** A phone number as HighLevel keeps it: +14155550134, however it is spaced; anything else as it is. */
export const plainPhone = (typed: string): string => {
  const number = typed
    .trim()
    .replace(/[\s().\-/\u00a0\u2010-\u2015]/g, '')
    .replace(/^00/, '+');
  return /^\+?\d+$/.test(number) ? number : typed.trim();
};

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** The words of a text, be it HTML. */
const wordsOf = (text: unknown): string =>
  String(text ?? '')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => entities[name] ?? '’')
    .replace(/['’]/g, '’')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether two texts say the same, though HighLevel may have trimmed one of them, or keep it as HTML. */
export const isSameText = (one: unknown, other: unknown): boolean =>
  wordsOf(one) === wordsOf(other);

const yes = /^(true|yes|y|on|1)$/i;
const no = /^(false|no|n|off|0)$/i;

/** Yes or no as people write it; undefined for anything else. */
export const parseYesNo = (text: string): boolean | undefined => {
  if (yes.test(text.trim())) return true;
  return no.test(text.trim()) ? false : undefined;
};

/** Whether a switch of an answer says yes, even as a text (`isZoomAdded`, api#zoom-flag). */
export const isTrue = (value: unknown): boolean => String(value) === 'true';

/** A member of an object that is its own; `constructor` is not a label. */
export const ownValue = <Value>(object: Record<string, Value>, key: string): Value | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** Names on the way to a field, at most: no form has so many, but an answer may. */
const longestWay = 20;

/**
 * What is known of a field, by the names on its way (`items`, `discount`, `value`): a line item has its fields under the
 * end of it, `discount__value`.
 */
export const valueOnWay = <Value>(
  known: Record<string, Value>,
  names: string[],
): Value | undefined =>
  names
    .slice(-longestWay)
    .map((_, start, way) => ownValue(known, way.slice(start).join('__')))
    .find((value) => value !== undefined);
