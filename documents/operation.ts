import type { BasicCreateOperation, PlainInputField, PlainOutputField } from 'zapier-platform-core';
import { withoutReplay } from '../lib/api/doubt.ts';
import { kindOf } from '../lib/api/errors.ts';
import { findDone } from '../lib/operations.ts';
import { tracked, withRun } from '../lib/perform.ts';
import type { JsonObject } from '../lib/values.ts';
import { outputsOf, readRecord } from './answer.ts';
import { choiceFields, subAccountOf } from './chosen.ts';
import type { Entry } from './digest.ts';
import { formOf, own } from './form.ts';
import { findEndpoint } from './load.ts';
import { chosenEndpoint, readChosen, runEntry } from './request.ts';

const aboutOf = ({ title, about, deprecated, scopes }: Entry): PlainInputField => ({
  key: 'aboutEndpoint',
  label: 'About',
  type: 'copy',
  helpText: [
    `**${title}.** ${about ?? ''}`,
    deprecated ? 'HighLevel says that this is deprecated: it may go away.' : '',
    scopes.length > 0
      ? `The connection needs the scope ${scopes.map((one) => `\`${one}\``).join(', ')}.`
      : '',
  ]
    .filter(Boolean)
    .join(' '),
});

/** “More Fields”, which says what the form cannot. */
const moreField = ({ unsaid = [] }: Entry, reads: boolean): PlainInputField => ({
  key: own.more,
  label: 'More Fields (JSON)',
  type: 'text',
  ...(unsaid.length > 0 ? { required: true } : {}),
  helpText:
    unsaid.length > 0
      ? `HighLevel needs what this form cannot say: ${unsaid.map((one) => `\`${one}\``).join(', ')}. Write it as a JSON object, which is added to the request.`
      : `What this form cannot say, as a JSON object that is added to the ${reads ? 'query' : 'request'}. Leave it empty if you do not need it.`,
});

/** The form of the chosen endpoint. */
const fieldsOfChosen = (reads: boolean) =>
  withRun(async (run): Promise<PlainInputField[]> => {
    const entry = await findEndpoint(run.bundle.inputData[own.endpoint]);
    if (!entry) return [];
    const fields = [
      ...subAccountOf(run, entry),
      ...formOf(entry).inputFields,
      moreField(entry, reads),
    ];
    const [needed, optional] = [true, undefined].map((required) =>
      fields.filter((field) => field.required === required),
    );
    return [aboutOf(entry), ...(needed ?? []), ...(optional ?? [])];
  });

const outputsOfChosen = withRun(async (run): Promise<PlainOutputField[]> => {
  const entry = await findEndpoint(run.bundle.inputData[own.endpoint]);
  return entry ? outputsOf(entry) : [];
});

const sample = { id: 'ocQHyuzHvysMo5N5VsXc' };

/** Runs the endpoint that people choose, whatever it is. */
export const requestChosen = (): BasicCreateOperation => ({
  perform: tracked([], async (run): Promise<JsonObject> => {
    run.makes = 'record';
    try {
      const { inputData } = run.bundle;
      const entry = await chosenEndpoint(inputData[own.endpoint]);
      const answer = await runEntry(run, entry).catch((error: unknown) =>
        findDone(run, { error, route: entry.route, values: inputData }),
      );
      return readRecord(answer, entry);
    } catch (error) {
      throw withoutReplay(run, error);
    }
  }),
  get inputFields() {
    return [...choiceFields('list_api_areas', 'list_api_endpoints'), fieldsOfChosen(false)];
  },
  get outputFields() {
    return [outputsOfChosen];
  },
  sample,
});

/** Reads by the endpoint that people choose; nothing if it does not find the record. */
export const lookUpChosen = () => ({
  perform: tracked([], async (run): Promise<JsonObject[]> => {
    try {
      const { entry, answer } = await readChosen(run, run.bundle.inputData[own.endpoint]);
      return [readRecord(answer, entry)];
    } catch (error) {
      if (kindOf(error) === 'not_found') return [];
      throw error;
    }
  }),
  get inputFields() {
    return [...choiceFields('list_api_read_areas', 'list_api_reads'), fieldsOfChosen(true)];
  },
  get outputFields() {
    return [outputsOfChosen];
  },
  sample,
});
