import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId, text } from '../../fields/common.ts';
import { chosen } from '../../fields/ids.ts';
import { customObjectKey } from '../../fields/objects.ts';
import { listIn, recordIn } from '../../lib/api/answers.ts';
import { canDoWithout } from '../../lib/api/errors.ts';
import { newFirst, readNew } from '../../lib/newRecords.ts';
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

const readFresh = (run: Run, schemaKey: string) =>
  readNew(run.cache, schemaKey, async (id) => {
    const found = recordIn(await run.call(readRoute, { schemaKey, id }), customObjectRecord);
    return found && asListed(found);
  });

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
  const quick = { ...asked, query: `${property}:${value}` };
  const [fresh, found] = await Promise.all([
    readFresh(run, asked.schemaKey),
    run.call(route, quick).then(
      (answer) => listIn(answer, customObjectRecords),
      (error: unknown) => {
        if (canDoWithout(error)) return [];
        throw error;
      },
    ),
  ]);
  const records = newFirst(fresh, found).filter((one) => hasProperty(one, property, value));
  return records.length > 0 ? { records } : run.call(route, asked);
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
