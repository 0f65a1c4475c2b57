import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';
import { record } from '../../lib/record.ts';
import { asObject } from '../../lib/values.ts';

const input = zod.object({ locationId });

// The API takes the keys of objects, not their ids.
const objects = record({
  noun: 'object',
  many: 'objects',
  sample: { id: 'custom_objects.pet', name: 'Pets' },
  complete: (records) =>
    records.map(({ key, labels }) => ({ id: key, name: asObject(labels).plural || key })),
});

export default defineTrigger({
  key: 'list_object_choices',
  noun: 'Object',
  display: {
    label: 'List Object Choices',
    description:
      'Fills the dropdown of objects: contacts, opportunities, businesses and custom objects.',
    hidden: true,
  },
  operation: choices('GET /objects/', { input, list: objects }),
});
