import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { trigger } from '../../lib/operations.ts';
import {
  latestObjectPages,
  objectPages,
  customObjectRecords as record,
} from '../../records/customObjectRecords.ts';

const input = zod.object({
  locationId,
  schemaKey: chosen('Custom Object', 'list_custom_object_choices.id.name'),
});

const route = 'POST /objects/{schemaKey}/records/search';

export default defineTrigger({
  key: 'custom_object_record',
  noun: 'Record',
  display: {
    label: 'New or Updated Custom Object Record',
    description: 'Triggers when a record of a custom object is created or changes.',
  },
  operation: trigger(route, {
    input,
    record,
    paging: objectPages,
    ordered: { route, request: (values) => values, record, paging: latestObjectPages },
  }),
});
