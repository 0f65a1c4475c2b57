import { defineTrigger } from 'zapier-platform-core';
import { listIn } from '../../lib/api/answers.ts';
import { choicesFrom } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { idOf, type JsonObject } from '../../lib/values.ts';
import { refuse } from '../../lib/zapier.ts';
import { associationsById, associationsRoute, relations } from '../../records/associations.ts';
import { recordName, recordRoutes } from '../../records/objectRecords.ts';
import { joinParts } from './names.ts';

const route = 'GET /associations/relations/{recordId}';

// Each name takes a request, so relations after this many show ids.
const mostNames = 20;

/** The object and the id of the record at the other end of a relation. */
const otherEnd = (relation: JsonObject, recordId: unknown): [object: unknown, id: string] =>
  relation.firstRecordId === recordId
    ? [relation.secondObjectKey, String(relation.secondRecordId)]
    : [relation.firstObjectKey, String(relation.firstRecordId)];

const readChoices = async (run: Run) => {
  const { recordId } = run.bundle.inputData;
  if (!recordId) refuse('Choose a record first to list its relations.');
  const page = { skip: (run.bundle.meta.page ?? 0) * 100, limit: 100 };
  const answer = await run.call(route, { recordId, locationId: run.locationId, ...page });
  const found = listIn(answer, relations);
  const known = await associationsById(
    run,
    found.map(({ associationId }) => associationId),
  );
  return Promise.all(
    found.map(async (relation, index) => {
      const [object, id] = otherEnd(relation, recordId);
      const isNamed = object && index < mostNames;
      const other = isNamed ? await recordName(run, String(object), id) : id;
      const name = known[String(relation.associationId)]?.name;
      return { id: String(idOf(relation)), name: joinParts([name, other], ': ') };
    }),
  );
};

export default defineTrigger({
  key: 'list_relation_choices',
  noun: 'Relation',
  display: {
    label: 'List Relation Choices',
    description: 'Fills the dropdown of the chosen record’s relations.',
    hidden: true,
  },
  operation: choicesFrom([route, associationsRoute, ...recordRoutes], readChoices, {
    canPaginate: true,
  }),
});
