import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';
import { record } from '../../lib/record.ts';
import { asObject } from '../../lib/values.ts';

const customObjects = record({
  noun: 'object',
  many: 'objects',
  sample: { id: 'custom_objects.pet', name: 'Pets' },
  complete: (records) =>
    records
      .filter(({ key }) => String(key).startsWith('custom_objects.'))
      .map(({ key, labels }) => ({ id: key, name: asObject(labels).plural || key })),
});

export default defineTrigger({
  key: 'list_custom_object_choices',
  noun: 'Object',
  display: {
    label: 'List Custom Object Choices',
    description: 'Fills the dropdown of custom objects.',
    hidden: true,
  },
  operation: choices('GET /objects/', { input: zod.object({ locationId }), list: customObjects }),
});
