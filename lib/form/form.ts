import type { InputFieldGroups, PlainInputField } from 'zapier-platform-core';
import * as zod from 'zod';
import { agencyOf } from '../connection/agency.ts';
import type { Labels, Run } from '../run.ts';
import { asObject, type JsonObject } from '../values.ts';
import { lazy, refuse } from '../zapier.ts';
import { groupsOf, inputFieldsOf } from './fields.ts';
import { keepRowNumbers } from './rows.ts';
import { describeInput, hasMembers, type JsonSchema, type Schema } from './schema.ts';
import { describeIssue, describeLimit, type Known } from './sentences.ts';
import { choicePairs, readInput } from './values.ts';

/** A form, read off a schema when somebody first asks for it: what Zapier shows, and how an input is read back. */
export interface Form<Values = JsonObject> {
  readonly inputFields: PlainInputField[];
  readonly inputFieldGroups: InputFieldGroups;
  /** Label of each field by its key and by its path in the request, for messages. */
  readonly labels: Labels;
  /** What people read of each choice, by the key of the field, for messages. */
  readonly choices: Record<string, string[]>;
  /** The validated values of a run. Refuses others with a sentence for each bad field, by its label. */
  read: (run: Run, inputData?: JsonObject) => Promise<Values>;
}

const labelsOf = (inputFields: PlainInputField[], { properties = {} }: JsonSchema): Labels => {
  const labels: Labels = {};
  for (const [key, { connection, label }] of Object.entries(properties)) {
    if (connection && label) labels[key] = label;
  }
  for (const field of inputFields.flatMap((field) => [field, ...(field.children ?? [])])) {
    labels[field.key] ??= field.label ?? field.key;
  }
  return labels;
};

const choicesOf = (inputFields: PlainInputField[]): Record<string, string[]> =>
  Object.fromEntries(
    inputFields
      .flatMap((field) => [field, ...(field.children ?? [])])
      .flatMap(({ key, choices }) =>
        choices ? [[key, choicePairs(choices).map(([, label]) => label)]] : [],
      ),
  );

/** The fields for whole numbers: their names are unique in a form, those in line items too. */
const integersOf = ({ properties = {} }: JsonSchema, path = ''): Known['integers'] =>
  Object.assign(
    {},
    ...Object.entries(properties).map(([name, part]) => {
      const key = `${path}${name}`;
      if ((part.items ?? part).type === 'integer') return { [key]: true };
      return part.items ? integersOf(part.items) : integersOf(part, `${key}__`);
    }),
  );

/** What the connection knows, for the fields that are never asked for. */
const fillConnection = (
  input: JsonObject,
  { properties = {} }: JsonSchema,
  known: JsonObject,
): void => {
  for (const [key, { connection }] of Object.entries(properties)) {
    const value = known[key] || input[key];
    if (connection && value) input[key] = typeof value === 'string' ? value.trim() : value;
  }
};

/** An empty object for each section that must be there, so that a message names the missing member and not the section. */
const fillSections = (input: JsonObject, { required = [], properties = {} }: JsonSchema): void => {
  for (const key of required) {
    if (hasMembers(properties[key] ?? {})) input[key] ??= {};
  }
};

const readOff = (schema: Schema) => {
  const description = describeInput(schema);
  const inputFields = inputFieldsOf(description);
  return {
    description,
    inputFields,
    inputFieldGroups: groupsOf(description),
    labels: labelsOf(inputFields, description),
    choices: choicesOf(inputFields),
    integers: integersOf(description),
  };
};

/**
 * The form of a schema: its input side tells what people fill in, its transforms tell what is sent. It is read off
 * when it is first asked for: a run needs the form of its own operation only, and those of all others would take half
 * of the app's start (bench/results.md).
 */
export const buildForm = <Values>(schema: Schema<Values>): Form<Values> => {
  const form = lazy(() => readOff(schema as Schema));
  return {
    get inputFields() {
      return form().inputFields;
    },
    get inputFieldGroups() {
      return form().inputFieldGroups;
    },
    get labels() {
      return form().labels;
    },
    get choices() {
      return form().choices;
    },
    read: async (run, inputData = run.bundle.inputData) => {
      const { description, labels, choices, integers } = form();
      const { inputDataRaw } = run.bundle;
      const input = readInput({ inputData, inputDataRaw, timeZone: run.timeZone }, description);
      const known: JsonObject = { ...run.bundle.authData };
      const isUnknown = description.properties?.companyId?.connection && !known.companyId;
      if (isUnknown && run.hasPrivateToken && !run.isAgency) known.companyId = await agencyOf(run);
      fillConnection(input, description, known);
      fillSections(input, description);
      const result = await zod.safeParseAsync(schema, input, { error: describeLimit });
      if (result.success) {
        keepRowNumbers(input, asObject(result.data));
        return result.data;
      }
      const sentences = result.error.issues.map((issue) =>
        describeIssue(issue, { labels, choices, integers }, input),
      );
      return refuse([...new Set(sentences)].join(' '));
    },
  };
};
