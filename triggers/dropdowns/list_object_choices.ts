import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { poll } from '../../lib/operation.ts';
import { type Raw, record } from '../../lib/record.ts';

const nameOf = ({ labels, key }: Raw) => (labels as { plural?: string } | undefined)?.plural || key;

// Objects are known by their keys, not by their ids.
const objects = record({
  noun: 'object',
  many: 'objects',
  sample: { id: 'custom_objects.pet', name: 'Pets' },
  complete: (records) => records.map((raw) => ({ id: raw.key, name: nameOf(raw) })),
});

const { perform } = poll('GET /objects/', zod.object({ locationId }), objects);

export default defineTrigger({
  key: 'list_object_choices',
  noun: 'Object',
  display: {
    label: 'List Object Choices',
    description: 'Fills the dropdown of objects: contacts, opportunities, businesses and your own.',
    hidden: true,
  },
  operation: { perform, sample: objects.sample },
});
