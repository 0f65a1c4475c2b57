import type { InputField, PlainInputField } from 'zapier-platform-core';
import type { CustomInputs } from '../fields/common.ts';
import { doWithout } from '../lib/api/errors.ts';
import { subAccountField } from '../lib/operations/shape.ts';
import type { Step } from '../lib/operations.ts';
import { withRun } from '../lib/perform.ts';
import type { Run } from '../lib/run.ts';
import { choiceOf, fitFields } from '../records/customFieldChoice.ts';
import type { Definition, Model } from '../records/customFieldDefinition.ts';
import { definitionsRoute, showDefinitions, withDefinitions } from '../records/customFields.ts';
import { inputOf } from './customInputs.ts';
import { type Fitted, fitValue } from './customValues.ts';

/** A custom value as the request carries it (contacts.json and opportunities.json: `customFields`). */
export interface CustomValue {
  id: string;
  field_value: unknown;
}

/** For opportunities numbers are texts (opportunities.json, customFieldsInputStringSchema). */
const asSent = (model: Model, value: unknown): unknown =>
  model === 'opportunity' && typeof value === 'number' ? String(value) : value;

const gone: Fitted = {
  problem:
    'A custom field of this step was left out: it no longer exists in HighLevel. Refresh the fields of this step and map it again.',
};

interface Fittings {
  values: CustomValue[];
  problems: string[];
}

const fitAll = (model: Model, inputs: CustomInputs, definitions: Definition[]): Fittings => {
  const byId = new Map(definitions.map((one) => [one.id, one]));
  const fitted = Object.entries(inputs).map(([id, input]) => {
    const definition = byId.get(id);
    return { id, ...(definition ? fitValue(definition, input) : gone) };
  });
  return {
    values: fitted
      .filter(({ value }) => value !== undefined)
      .map(({ id, value }) => ({ id, field_value: asSent(model, value) })),
    problems: fitted.flatMap(({ problem }) => problem ?? []),
  };
};

/** The values as they are filled in, if nobody can say what the fields take. */
const unchecked = (inputs: CustomInputs): Fittings => ({
  values: Object.entries(inputs).map(([id, input]) => ({ id, field_value: input })),
  problems: [
    'HighLevel did not show its custom fields, so what you filled in was sent as it is. Check in HighLevel whether it was kept.',
  ],
});

const toCustomValues = async (run: Run, model: Model, inputs: CustomInputs) => {
  const { values, problems } = await withDefinitions(
    run,
    model,
    (definitions) => fitAll(model, inputs, definitions),
    (made) => made.problems.length === 0,
  ).catch(doWithout(unchecked(inputs)));
  run.warnings.push(...problems);
  return values.length > 0 ? values : undefined;
};

const customInputsOf = async (
  run: Run,
  model: Model,
  others: InputField[],
): Promise<PlainInputField[]> => {
  const definitions = await showDefinitions(run, model);
  const own = others.filter((one) => run.isAgency || one !== subAccountField).length;
  const fieldsOf = (one: Definition) => [inputOf(one)];
  const { fields, isChosen } = fitFields(run, definitions, { own, fieldsOf });
  return isChosen ? [choiceOf(definitions), ...fields] : fields;
};

/**
 * Shows the sub-account’s custom fields in the form, each as its own typed input, and sends what was filled in as
 * `customFields: [{ id, field_value }]`, the key that contacts and opportunities both document. What does not fit is
 * left out, with a sentence in `warning`.
 */
export const customFields = (model: Model): Step<{ customField?: CustomInputs | undefined }> => ({
  routes: [definitionsRoute],
  form: (own) => [...own, withRun((run) => customInputsOf(run, model, own))],
  before: async (run, { customField }) =>
    customField && {
      customField: undefined,
      customFields: await toCustomValues(run, model, customField),
    },
});
