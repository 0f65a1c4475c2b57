import { defineTrigger } from 'zapier-platform-core';
import { listIn } from '../../lib/api/answers.ts';
import { retryAdvice } from '../../lib/api/errors.ts';
import { choicesFrom } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { idOf, type JsonObject } from '../../lib/values.ts';
import { refuse } from '../../lib/zapier.ts';
import { associationsById, associationsRoute, relations } from '../../records/associations.ts';
import { recordName, recordRoutes } from '../../records/objectRecords.ts';

const route = 'GET /associations/relations/{recordId}';

// Names cost a request each: a record with more relations than this shows ids for the rest.
const mostNames = 20;

/** The object and the id of the record at the other end of a relation. */
const otherEnd = (relation: JsonObject, recordId: unknown): [object: unknown, id: string] =>
  relation.firstRecordId === recordId
    ? [relation.secondObjectKey, String(relation.secondRecordId)]
    : [relation.firstObjectKey, String(relation.firstRecordId)];

const readChoices = async (run: Run) => {
  const { recordId } = run.bundle.inputData;
  if (!recordId) refuse('Choose a record first, so that its relations can be listed.');
  const page = { skip: (run.bundle.meta.page ?? 0) * 100, limit: 100 };
  const answer = await run.call(route, { recordId, locationId: run.locationId, ...page });
  const found = listIn(answer, relations, retryAdvice(run));
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
      return { id: String(idOf(relation)), name: [name, other].filter(Boolean).join(': ') };
    }),
  );
};

export default defineTrigger({
  key: 'list_relation_choices',
  noun: 'Relation',
  display: {
    label: 'List Relation Choices',
    description: 'Fills the dropdown of relations of the record that is chosen.',
    hidden: true,
  },
  operation: choicesFrom([route, associationsRoute, ...recordRoutes], readChoices, {
    canPaginate: true,
  }),
});
