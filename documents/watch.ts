import type {
  BasicPollingOperation,
  PlainInputField,
  PlainOutputField,
} from 'zapier-platform-core';
import { unreadable } from '../lib/api/answers.ts';
import { poll } from '../lib/operations/poll.ts';
import { tracked, withRun } from '../lib/perform.ts';
import { triggerOnField } from '../lib/polling/triggerOn.ts';
import { type RecordType, record } from '../lib/record.ts';
import { assertConnection } from '../lib/tokens.ts';
import { idOf, type JsonObject } from '../lib/values.ts';
import { refuse } from '../lib/zapier.ts';
import { outputsOf, readList } from './answer.ts';
import { choiceFields, subAccountOf } from './chosen.ts';
import type { Entry, Shape } from './digest.ts';
import { formOf, own, readValues } from './form.ts';
import { findEndpoint, nameOf } from './load.ts';
import { pagingNames, pagingOf } from './paging.ts';
import { chosenEndpoint, endpointFrom } from './request.ts';

const ids = ['id', '_id'];
const changeDates = ['updatedAt', 'dateUpdated', 'updated_at', 'lastUpdatedAt'];

const memberOf = (shape: Shape | undefined, names: string[]): string | undefined =>
  names.find((name) => shape && Object.hasOwn(shape, name));

/** Whether a list can be watched: it only reads, and its records have IDs. */
export const isWatchable = (entry: Entry): boolean =>
  endpointFrom(entry).reads &&
  entry.answer.isList === true &&
  memberOf(entry.answer.shape, ids) !== undefined;

const recordsOf = (entry: Entry): RecordType => {
  const { wrapper = '', shape } = entry.answer;
  return record({
    noun: 'record',
    many: wrapper.split('.').at(-1) || 'records',
    sample: { id: 'x1', updatedAt: '' },
    ...(memberOf(shape, changeDates)
      ? { changed: memberOf(shape, changeDates) as 'updatedAt' }
      : {}),
    parse: (answer) => {
      const found = readList(answer, entry)?.filter((one) => Object.keys(one).length > 0);
      // Without its ID nobody can tell whether a record is new.
      if (found?.every((one) => idOf(one) !== undefined)) return found;
      throw unreadable('record list');
    },
  });
};

/** How many records a list gives that does not say how it goes on: as many, and there may be more. */
const fullPages = [20, 25, 50, 100];

const assertWhole = (entry: Entry, count: number): void => {
  const goesOn = Object.keys(entry.input.properties ?? {}).some((name) =>
    /limit|after|cursor|token/i.test(name),
  );
  if (!pagingOf(entry) && goesOn && fullPages.includes(count))
    refuse(
      'HighLevel’s documents do not say how this list goes on after its first page, so it cannot be watched. Narrow it down with the fields of this step.',
    );
};

const note = (entry: Entry): PlainInputField => ({
  key: 'aboutEndpoint',
  label: 'About',
  type: 'copy',
  helpText: `**${entry.title}.** HighLevel does not say in which order this list comes, so each poll reads all of it, up to 10,000 records.${
    memberOf(entry.answer.shape, changeDates)
      ? ''
      : ' Its records have no date of change: a changed record is told by what it holds.'
  }`,
});

const fieldsOfChosen = withRun(async (run): Promise<PlainInputField[]> => {
  const entry = await findEndpoint(run.bundle.inputData[own.endpoint]);
  if (!entry) return [];
  const fields = formOf(entry).inputFields.filter(({ key }) => !pagingNames.includes(key));
  return [note(entry), ...subAccountOf(run, entry), ...fields];
});

const outputsOfChosen = withRun(async (run): Promise<PlainOutputField[]> => {
  const entry = await findEndpoint(run.bundle.inputData[own.endpoint]);
  if (!entry) return [];
  const fields = outputsOf({ ...entry, answer: { ...entry.answer, isList: false } });
  return fields.filter(({ key }) => key !== 'id');
});

/** A trigger on the documented list that people choose. */
export const watchChosen = (): BasicPollingOperation => ({
  perform: tracked([], async (run) => {
    const entry = await chosenEndpoint(run.bundle.inputData[own.endpoint]);
    if (!isWatchable(entry)) refuse('This cannot be watched: it is no list of records with IDs.');
    const endpoint = endpointFrom(entry);
    assertConnection(run, endpoint);
    const values = await readValues(run, entry);
    for (const name of pagingNames) delete values[name];
    const send = async (_run: unknown, input: JsonObject) => {
      const answer = await run.call(endpoint, input);
      assertWhole(entry, readList(answer, entry)?.length ?? 0);
      return answer;
    };
    const asked = { run, route: nameOf(entry), values, body: values, isNarrowable: () => true };
    const source = {
      record: recordsOf(entry),
      paging: pagingOf(entry) ?? { size: 10_001, params: () => ({}) },
      send,
    };
    return (await poll(asked, source)) as { id: string }[];
  }),
  get inputFields() {
    const [area, list] = ['list_api_list_areas', 'list_api_lists'] as const;
    return [...choiceFields(area, list), fieldsOfChosen, triggerOnField('record', false)];
  },
  get outputFields() {
    return [
      { key: 'id', label: 'Record ID', primary: true },
      { key: 'revision', label: 'Revision', primary: true },
      outputsOfChosen,
    ];
  },
  sample: { id: 'ocQHyuzHvysMo5N5VsXc', revision: 'new' },
});
