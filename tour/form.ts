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
  if (field.type === 'boolean') return true;
  if (field.type === 'integer' || field.type === 'number') return 1;
  if (field.type === 'datetime') return tomorrow();
  if (/mail/i.test(field.key)) return 'tour@example.com';
  return `Tour ${field.label ?? field.key}`;
};

const valueFor = async (zapier: LocalZapier, field: Field, filled: Input): Promise<unknown> => {
  if (field.default !== undefined) return field.default;
  if (field.dynamic) {
    const [choice] = await zapier.choices(field.dynamic, filled);
    if (!choice) throw new Error(`The dropdown of “${field.label}” is empty.`);
    return choice.value;
  }
  return firstChoice(field) ?? plain(field);
};

/**
 * Fills in a form as a person would: what is given, then every other required field in the order of the form, asking
 * for the fields anew when one that alters the form was filled in.
 */
export const fillIn = async (zapier: LocalZapier, key: string, given: Input): Promise<Input> => {
  const filled = { ...given };
  for (let round = 0; round < 20; round += 1) {
    const fields = await zapier.fields(key, filled);
    const open = fields.filter(
      (field) => filled[field.key] === undefined && (field.required || field.default !== undefined),
    );
    let again = false;
    for (const field of open) {
      const value = await valueFor(zapier, field, filled);
      filled[field.key] = field.list ? [value].flat() : value;
      again ||= field.altersDynamicFields === true;
      if (again) break;
    }
    if (!again) return filled;
  }
  throw new Error('The form never stops asking for more fields.');
};
