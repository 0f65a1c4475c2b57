import type { Step } from '../lib/operations.ts';
import { withRun } from '../lib/perform.ts';
import type { Run } from '../lib/run.ts';

/**
 * Shows a field of the form only if it counts. Zapier asks for the form again when a field with `altersDynamicFields`
 * was filled in (zapier#dependent-dropdowns).
 */
export const shownIf = <Values>(key: string, counts: (run: Run) => boolean): Step<Values> => ({
  form: (own) =>
    own.map((field) =>
      'key' in field && field.key === key ? withRun((run) => (counts(run) ? [field] : [])) : field,
    ),
});
