import { convertDate } from '../zaps/dates.ts';
import { asText, fillMapping, lookupIn, tokensIn } from '../zaps/values.ts';
import type { Values } from '../zaps/zap.ts';
import type { Field } from './app.ts';
import { type Path, pathOf, valueAt } from './form.ts';

/** The field of a form at a path. */
export const fieldAt = (fields: Field[], path: Path): Field | undefined =>
  path
    .filter((step) => typeof step === 'string')
    .reduce<Field | undefined>(
      (found, step, depth) =>
        (depth === 0 ? fields : found?.children)?.find(({ key }) => key === step),
      undefined,
    );

/** What stands under a control: what its text comes to, or why it comes to nothing. */
export interface Preview {
  path: Path;
  text: string;
  isBad: boolean;
}

interface Circumstances {
  fields: Field[];
  results: Values[];
  zone: string;
  /** Whether the form is of the app, so that Zapier converts its dates. */
  converts: boolean;
}

const example = 'For example “tomorrow at 3pm” or “2026-12-05 9:00”.';

/** What Zapier sends for the text of one control; nothing to say of a plain text. */
export const previewOf = (
  value: unknown,
  path: Path,
  { fields, results, zone, converts }: Circumstances,
): Preview | undefined => {
  if (typeof value !== 'string' || value === '') return undefined;
  const field = fieldAt(fields, path);
  const isDate = converts && field?.type === 'datetime';
  const hasToken = tokensIn(value).length > 0 || value.includes('{{zap_meta_utc_iso}}');
  if (!isDate && !hasToken) return undefined;
  const { filled } = fillMapping({ filled: value }, { of: lookupIn(results), now: Date.now });
  const text = asText(filled);
  if (!isDate || text === '') return { path, text, isBad: false };
  const converted = convertDate(text, zone);
  if (Number.isNaN(Date.parse(converted))) {
    const name = field?.label ?? field?.key;
    return { path, text: `“${name}” must be a date and time. ${example}`, isBad: true };
  }
  // What was picked from the calendar already says what is sent.
  return converted === value ? undefined : { path, text: converted, isBad: false };
};

/** The previews of all controls of a form that was sent. */
export const previewsOf = (
  form: FormData,
  scope: string,
  input: Values,
  circumstances: Circumstances,
): Preview[] =>
  [...form.keys()].flatMap((name) => {
    const at = pathOf(name, scope);
    if (!at || at.reading === 'label') return [];
    const { path } = at;
    const shown = previewOf(String(form.get(name) ?? ''), path, circumstances);
    return [shown ?? { path, text: '', isBad: false }].filter(
      ({ text }) => text !== '' || valueAt(input, path) !== null,
    );
  });
