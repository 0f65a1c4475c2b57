import type { Bundle, InputField, ZObject } from 'zapier-platform-core';
import { withInputFields } from '../lib/operation.ts';

interface WithForm {
  inputFields?: InputField[];
}

/**
 * Shows a field of a form only where it counts. Zapier asks for the form anew when a field with
 * `altersDynamicFields` was filled in.
 */
export const shownWhen = <Operation extends WithForm>(
  key: string,
  counts: (bundle: Bundle) => boolean,
  operation: Operation,
): Operation =>
  withInputFields(operation, (own) =>
    own.map((field) =>
      'key' in field && field.key === key
        ? (_z: ZObject, bundle: Bundle) => (counts(bundle) ? [field] : [])
        : field,
    ),
  );
