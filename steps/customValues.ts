import { dayOf, isDay } from '../fields/common.ts';
import { quoted } from '../lib/texts.ts';
import { toDay } from '../lib/time.ts';
import { isObject, parseNumber, readTwoWays } from '../lib/values.ts';
import { type Definition, takesSeveral } from '../records/customFieldDefinition.ts';

/** What HighLevel keeps of a filled-in value, and what has to be left out because it does not fit. */
export interface Fitted {
  /** Undefined if nothing of it fits. */
  value?: unknown;
  /** Why something was left out. */
  problem?: string;
}

/** Types that HighLevel does not let an app write (api#file-and-list-values), and why. */
export const unwritable: Record<string, string> = {
  FILE_UPLOAD: 'is for files, which “Upload File to Custom Field” uploads for contacts',
  SIGNATURE: 'is for a signature, which HighLevel accepts only through its own forms',
  TEXTBOX_LIST: 'is a list of text boxes, which HighLevel lets only people fill in',
};

/**
 * What empties a field in the shape that the documents have for its type: a list, an object, or a text (contacts.json and
 * opportunities.json, `customFields`; api#clearing-a-custom-value).
 */
export const emptyValueOf = (definition: Definition | undefined): unknown => {
  if (!definition) return '';
  if (takesSeveral(definition)) return [];
  return unwritable[definition.dataType] ? {} : '';
};

export const numberTypes = new Set(['NUMERICAL', 'MONETORY']);
export const singleOption = new Set(['SINGLE_OPTIONS', 'RADIO']);

const misfit = ({ name }: Definition, what: string, input: unknown): Fitted => ({
  problem: `“${name}” was left out: it ${what} (it was “${String(input).slice(0, 60)}”).`,
});

/** A text in which case and blanks do not count. */
const plain = (text: string): string =>
  text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

interface Read {
  found: string[];
  rest: string[];
}

const separators = /([,;|\n])/;

/**
 * The options that a text holds, which may have separators in them; the rest as it stands.
 * @param options by their plain spelling
 */
const splitOptions = (text: string, options: Map<string, string>): Read => {
  const pieces = text.split(separators);
  const longest = Math.max(1, ...[...options.keys()].map((one) => one.split(separators).length));
  const { found, rest }: Read = { found: [], rest: [] };
  for (let start = 0; start < pieces.length; start += 2) {
    let length = longest;
    const option = () => options.get(plain(pieces.slice(start, start + length).join('')));
    while (length > 1 && option() === undefined) length -= 2;
    const name = option();
    if (name === undefined) rest.push((pieces[start] ?? '').trim());
    else found.push(name);
    start += length - 1;
  }
  return { found, rest: rest.filter(Boolean) };
};

/** The items of a list that comes as JSON, as a step with code may give it; else the text itself. */
const itemsOf = (text: string): string[] => {
  if (!/^\s*\[.*\]\s*$/s.test(text)) return [text];
  try {
    return [JSON.parse(text)].flat().map(String);
  } catch {
    return [text];
  }
};

/** Which options a text names: the one that it is, or those that it lists. */
const readOptions = (text: string, options: Map<string, string>): Read => {
  const option = options.get(plain(text));
  if (option !== undefined) return { found: [option], rest: [] };
  const { found, rest } = splitOptions(text, options);
  return found.length > 0 ? { found, rest } : { found, rest: [text.trim()] };
};

const oneOf = ({ options }: Definition): string => `must be one of: ${quoted(options)}`;

const chooseSeveral = (definition: Definition, { found, rest }: Read, isFree: boolean): Fitted => {
  if (isFree || rest.length === 0) return { value: [...found, ...rest] };
  const list = rest.join(', ');
  if (found.length === 0) return misfit(definition, oneOf(definition), list);
  const problem = `“${definition.name}” was filled in without “${list.slice(0, 60)}”: it ${oneOf(definition)}.`;
  return { value: found, problem };
};

const chooseOne = (definition: Definition, { found, rest }: Read, text: string): Fitted => {
  const [option] = found;
  if (found.length === 1 && rest.length === 0) return { value: option };
  if (found.length + rest.length > 1) return misfit(definition, 'takes only one choice', text);
  return misfit(definition, oneOf(definition), text);
};

const chooseOptions = (definition: Definition, inputs: string[]): Fitted => {
  const { options, takesOthers } = definition;
  const isFree = takesOthers || options.length === 0;
  const byText = new Map(options.map((option) => [plain(option), option]));
  const isOption = (text: string) => byText.has(plain(text));
  const texts = inputs.flatMap((text) => (isOption(text) ? [text] : itemsOf(text)));
  const reads = texts.map((text) => readOptions(text, byText));
  const read = {
    found: [...new Set(reads.flatMap(({ found }) => found))],
    rest: [...new Set(reads.flatMap(({ rest }) => rest))],
  };
  if (takesSeveral(definition)) return chooseSeveral(definition, read, isFree);
  const text = inputs.join(', ').trim();
  return isFree && inputs.length === 1
    ? { value: byText.get(plain(text)) ?? text }
    : chooseOne(definition, read, text);
};

const fitNumber = (definition: Definition, texts: string[]): Fitted => {
  const text = texts.join(', ');
  // Together, “1” and “234” would be 1,234.
  if (texts.length > 1) return misfit(definition, 'takes only one number', text);
  const two = definition.dataType === 'MONETORY' ? readTwoWays(text) : undefined;
  if (two) return misfit(definition, `must be ${two.join(' or ')}`, text);
  const value = parseNumber(text);
  return value === undefined ? misfit(definition, 'must be a number', text) : { value };
};

/**
 * A filled-in value as HighLevel keeps it. What does not fit is left out: HighLevel would drop it silently
 * (api#dropped-values), and a lead must not be lost for it.
 */
export const fitValue = (definition: Definition, input: unknown): Fitted => {
  const { name, dataType } = definition;
  const inputs = [input].flat();
  const text = inputs.join();
  const reason = unwritable[dataType];
  if (reason) return { problem: `“${name}” was left out: it ${reason}.` };
  if (inputs.some(isObject)) return misfit(definition, 'must be text', 'a line item');
  if (takesSeveral(definition) || singleOption.has(dataType))
    return chooseOptions(definition, inputs.map(String));
  if (numberTypes.has(dataType)) return fitNumber(definition, inputs.map(String));
  if (dataType === 'DATE') {
    // HighLevel itself gives days as epoch milliseconds in places (api#date-fields).
    const day = dayOf(String(toDay(text)));
    const what = 'must be a date, for example 2026-12-03';
    return isDay(day) ? { value: day } : misfit(definition, what, text);
  }
  return { value: inputs.map(String).join(', ') };
};
