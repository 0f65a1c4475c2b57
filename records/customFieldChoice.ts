import type { PlainInputField } from 'zapier-platform-core';
import type { Run } from '../lib/run.ts';
import type { Definition } from './customFieldDefinition.ts';

/** A form or a result with this many fields is too long for Zapier (zapier#run-limits). */
const tooMany = 1_000;

const key = 'whichCustomFields';

const prefix = 'customField__';

/** The ids that were chosen, and those of what is filled in already. */
const chosenIds = ({ bundle: { inputData } }: Run): Set<string> =>
  new Set([
    ...[inputData[key] ?? []].flat().map(String),
    ...Object.keys(inputData)
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length)),
  ]);

interface Room<Field> {
  /** How many other fields there are. */
  own: number;
  /** The fields of one custom field. */
  fieldsOf: (definition: Definition) => Field[];
}

/**
 * The fields of the custom fields. If there is no room for all, only those of the chosen ones.
 * @returns `isChosen` says whether people must choose
 */
export const fitFields = <Field>(
  run: Run,
  definitions: Definition[],
  { own, fieldsOf }: Room<Field>,
): { fields: Field[]; isChosen: boolean } => {
  const all = definitions.flatMap(fieldsOf);
  if (own + all.length < tooMany) return { fields: all, isChosen: false };
  const chosen = chosenIds(run);
  const fields = definitions.filter(({ id }) => chosen.has(id)).flatMap(fieldsOf);
  // One place is left for the choice itself.
  return { fields: fields.slice(0, tooMany - own - 2), isChosen: true };
};

const nameOf = ({ name, folder }: Definition): string => (folder ? `${name} · ${folder}` : name);

/** “Which Custom Fields?”, by name and folder, both of which Zapier’s list searches. */
export const choiceOf = (definitions: Definition[]): PlainInputField => ({
  key,
  label: 'Which Custom Fields?',
  type: 'string',
  list: true,
  choices: Object.fromEntries(definitions.map((one) => [one.id, nameOf(one)])),
  altersDynamicFields: true,
  helpText: `This sub-account has ${definitions.length} custom fields, more than Zapier can show in a step. Choose the ones that you need here.`,
});
