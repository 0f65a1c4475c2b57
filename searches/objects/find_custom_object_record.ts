import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, text } from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { customObjectKey } from '../../fields/objects.ts';
import { listIn, recordIn } from '../../lib/api/answers.ts';
import { doWithout } from '../../lib/api/errors.ts';
import { newFirst } from '../../lib/newRecords.ts';
import { search } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import type { JsonObject } from '../../lib/values.ts';
import {
  asListed,
  customObjectRecord,
  customObjectRecords,
  objectPages,
} from '../../records/customObjectRecords.ts';
import { hasProperty } from '../../records/objectProperties.ts';

const input = zod.object({
  locationId,
  schemaKey: customObjectKey,
  property: chosen('Search By', 'list_object_property_choices.id.name').meta({
    helpText: 'The field by which you know the record, for example its number.',
    dependsOn: ['schemaKey'],
  }),
  value: text('Value', 'The whole value. Capital and small letters make no difference.'),
});

const route = 'POST /objects/{schemaKey}/records/search';
const readRoute = 'GET /objects/{schemaKey}/records/{id}';

interface Asked extends JsonObject {
  schemaKey: string;
  property: string;
  value: string;
  page?: number;
}

/**
 * What is new, then what HighLevel finds itself, which it does by its searchable fields only (objects.json,
 * SearchRecordsBody), and if neither holds the value, page after page of all records.
 */
const send = async (run: Run, { property, value, ...asked }: Asked) => {
  if (asked.page !== 1) return run.call(route, asked);
  const { schemaKey } = asked;
  const records = await newFirst(run.cache, schemaKey, {
    read: async (id) => {
      const found = recordIn(await run.call(readRoute, { schemaKey, id }), customObjectRecord);
      return found && asListed(found);
    },
    search: async () => {
      const quick = { ...asked, query: `${property}:${value}` };
      const answer = await run.call(route, quick).catch(doWithout({ records: [] }));
      return listIn(answer, customObjectRecords);
    },
  });
  const found = records.filter((one) => hasProperty(one, property, value));
  return found.length > 0 ? { records: found } : run.call(route, asked);
};

export default defineSearch({
  key: 'find_custom_object_record',
  noun: 'Record',
  display: {
    label: 'Find Custom Object Record',
    description: 'Finds a record of a custom object by the value of one of its fields.',
  },
  operation: search(route, {
    input,
    record: customObjectRecords,
    send,
    routes: [readRoute],
    paging: objectPages,
    matches: (found, { property, value }) => hasProperty(found, property, value),
  }),
});
