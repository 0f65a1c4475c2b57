import type { Input } from './station.ts';
import type { Field, LocalZapier } from './zapier.ts';

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().replace(/T.*/, 'T15:00:00Z');

const firstChoice = ({ choices }: Field): string | undefined => {
  if (!choices) return undefined;
  if (!Array.isArray(choices)) return Object.keys(choices)[0];
  const [first] = choices;
  return typeof first === 'object' ? first.value : first;
};

const plain = (field: Field): unknown => {
  // A number is asked for as text, with one as its example.
  if (Number(field.placeholder)) return 1;
  if (field.type === 'datetime') return tomorrow();
  if (/mail/i.test(field.key)) return 'tour@example.com';
  if (/phone|^number$/i.test(field.key)) return '+14155550123';
  if (/website|url/i.test(field.key)) return 'https://tour.example.com';
  return `Tour ${field.label ?? field.key}`;
};

/** What shows a form and its dropdowns. */
export type Editor = Pick<LocalZapier, 'fields' | 'choices'>;

type Wanted = (field: Field) => boolean;

const valueFor = async (
  zapier: Editor,
  field: Field,
  filled: Input,
  wanted: Wanted,
): Promise<unknown> => {
  if (field.children) {
    const row: Input = {};
    for (const child of field.children.filter(wanted)) {
      row[child.key] = await valueFor(zapier, child, { ...filled, ...row }, wanted);
    }
    return [row];
  }
  if (field.default !== undefined) return field.default;
  if (field.dynamic) {
    const [choice] = await zapier.choices(field.dynamic, filled);
    if (choice) return choice.value;
    if (field.required) throw new Error(`The dropdown of “${field.label}” is empty.`);
    return undefined;
  }
  return firstChoice(field) ?? plain(field);
};

/**
 * Fills in a form as a person would: what is given, then every other required field in the order of the form, asking
 * for the fields anew when one that alters the form was filled in. A field given as undefined stays empty.
 * @param all fill in the optional fields too
 */
export const fillIn = async (
  zapier: Editor,
  key: string,
  given: Input,
  all = false,
): Promise<Input> => {
  const filled = { ...given };
  const wanted: Wanted = (field) =>
    field.type !== 'copy' && (all || field.required === true || field.default !== undefined);
  for (let round = 0; round < 20; round += 1) {
    const fields = await zapier.fields(key, filled);
    const open = fields.filter((field) => !(field.key in filled) && wanted(field));
    let again = false;
    for (const field of open) {
      const value = await valueFor(zapier, field, filled, wanted);
      filled[field.key] = field.list ? [value].flat() : value;
      again ||= field.altersDynamicFields === true;
      if (again) break;
    }
    if (!again) return filled;
  }
  throw new Error('The form never stops asking for more fields.');
};

/** What is given, with the sub-account in which an agency’s connection works if the form asks for one. */
export const inSubAccount = async (
  zapier: Editor,
  key: string,
  location: Input,
  given: Input,
): Promise<Input> => {
  if (!('locationId' in location)) return given;
  const asks = (await zapier.fields(key)).some((field) => field.key === 'locationId');
  return asks ? { ...location, ...given } : given;
};
