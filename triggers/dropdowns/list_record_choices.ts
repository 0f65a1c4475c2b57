import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import { recordChoices, recordRoutes } from '../../fields/objectRecords.ts';
import { calls, fixedDropdown } from '../../lib/operation.ts';

export default defineTrigger({
  key: 'list_record_choices',
  noun: 'Record',
  display: {
    label: 'List Record Choices',
    description: 'Fills the dropdown of records of the object that is chosen.',
    hidden: true,
  },
  operation: {
    ...fixedDropdown(() => []),
    canPaginate: true,
    perform: calls(recordRoutes, (z: ZObject, bundle: Bundle) =>
      recordChoices({ z, bundle }, bundle.inputData.objectKey),
    ),
  },
});
