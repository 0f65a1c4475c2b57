import type { Definition, Field, Operation, Sample } from './checks.ts';

interface Parts {
  label?: string;
  description?: string;
  hidden?: boolean;
  inputFields?: Field[];
  outputFields?: Field[];
  sample?: Sample;
}

const operation = (
  key: string,
  { label = 'Get Thing', description = 'Triggers when a thing is new.', hidden, ...parts }: Parts,
): Operation => ({
  key,
  display: { label, description, ...(hidden ? { hidden } : {}) },
  operation: { inputFields: [], sample: { id: '1' }, ...parts },
});

/** Small apps, each with what a test breaks in them. */
export const withTrigger = (parts: Parts): Definition => ({
  triggers: { thing: operation('thing', parts) },
});
export const withCreate = (parts: Parts): Definition => ({
  creates: {
    make: operation('make', { label: 'Make Thing', description: 'Makes a thing.', ...parts }),
  },
});
export const withSearch = (parts: Parts): Definition => ({
  searches: {
    find: operation('find', { label: 'Find Thing', description: 'Finds a thing.', ...parts }),
  },
});
export const withField = (field: Partial<Field>): Definition =>
  withCreate({ inputFields: [{ key: 'thing', label: 'Thing', ...field }] });
