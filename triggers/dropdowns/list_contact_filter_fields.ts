import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import { filterFields } from '../../fields/contactFilters.ts';
import { customFieldChoices, definitionsRoute } from '../../fields/customFields.ts';
import { calls, fixedDropdown } from '../../lib/operation.ts';

const standard = Object.entries(filterFields).map(([id, name]) => ({ id, name }));

export default defineTrigger({
  key: 'list_contact_filter_fields',
  noun: 'Field',
  display: {
    label: 'List Contact Filter Fields',
    description: 'Fills the dropdown of fields to filter contacts by.',
    hidden: true,
  },
  operation: {
    ...fixedDropdown(() => []),
    perform: calls([definitionsRoute], async (z: ZObject, bundle: Bundle) => [
      ...standard,
      ...(await customFieldChoices(z, bundle, 'contact')),
    ]),
  },
});
