import { record } from '../lib/record.ts';
import type { JsonObject } from '../lib/values.ts';

const complete = (records: JsonObject[]): JsonObject[] => {
  const forms = new Map<unknown, unknown[]>();
  for (const { formId, name } of records)
    if (formId) forms.set(formId, [...(forms.get(formId) ?? []), name]);
  return [...forms].map(([id, names]) => ({ id, name: `Form of ${names.join(', ')}` }));
};

/** The forms that calendars use. The app has no scope to list all forms, and calendars do not know their names. */
export const bookingForms = record({
  noun: 'form',
  many: 'calendars',
  sample: { id: 'Fq3m9dTn1pVbYw7Xk2Rz', name: 'Form of Check-up' },
  complete,
});
