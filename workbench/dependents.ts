import { App, type Field, type Input } from './app.ts';

/** What some hidden triggers read of the form, in addition to what they declare or the field names in `dependsOn`. */
const alsoRead: Record<string, string[]> = {
  list_record_choices: ['objectKey'],
};

/** The fields of the form that the trigger behind a dropdown reads; of one that is visible, those that it must have. */
const parentsOf = (field: Field): string[] => {
  const key = field.dynamic?.split('.')[0] ?? '';
  const trigger = App.triggers?.[key];
  const isHidden = trigger?.display.hidden === true;
  const asked = (trigger?.operation.inputFields ?? []) as (Field | (() => unknown))[];
  const declared = asked.flatMap((one) =>
    typeof one === 'object' && (one.required || isHidden) ? [one.key] : [],
  );
  return [...declared, ...(field.dependsOn ?? []), ...(alsoRead[key] ?? [])];
};

/** The fields whose dropdown depends on another one, so that its value is worth nothing when that one changes. */
export const dependentsOf = (fields: Field[], key: string): string[] =>
  fields.filter((field) => field.key !== key && parentsOf(field).includes(key)).map((f) => f.key);

/** Whether the form is to be drawn again when this field changes. */
export const alters = (fields: Field[], { key, altersDynamicFields }: Field): boolean =>
  altersDynamicFields === true || dependentsOf(fields, key).length > 0;

/** Without the values that depend on a field that has changed, and without those that depend on these. */
export const clearDependents = (fields: Field[], input: Input, changed: string): Input => {
  const cleared = { ...input };
  const open = [changed];
  const seen = new Set(open);
  for (let key = open.pop(); key !== undefined; key = open.pop())
    for (const dependent of dependentsOf(fields, key)) {
      delete cleared[dependent];
      if (!seen.has(dependent)) open.push(dependent);
      seen.add(dependent);
    }
  return cleared;
};
