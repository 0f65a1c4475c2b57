import type { PlainInputField } from 'zapier-platform-core';
import type { CustomInputs } from '../../fields/common.ts';
import type { Step } from '../../lib/operations.ts';
import { withRun } from '../../lib/perform.ts';
import type { Run } from '../../lib/run.ts';
import type { JsonObject } from '../../lib/values.ts';
import type { Definition } from '../../records/customFieldDefinition.ts';
import { loadProperties, objectRoute } from '../../records/objectProperties.ts';
import { inputOf } from '../../steps/customInputs.ts';
import { fitValue } from '../../steps/customValues.ts';

const propertyInputs = async (run: Run): Promise<PlainInputField[]> => {
  const { schemaKey } = run.bundle.inputData;
  if (!schemaKey || !run.locationId) return [];
  const properties = await loadProperties(run, String(schemaKey));
  return properties.map((one) => inputOf(one, 'properties'));
};

/** Money is an amount in the currency of the sub-account (objects.json, IRecordSchema). */
const asSent = ({ dataType }: Definition, value: unknown): unknown =>
  dataType === 'MONETORY' ? { currency: 'default', value } : value;

/**
 * Shows the properties of the chosen custom object in the form, each as its own typed input, and sends what was filled
 * in as `properties`. What does not fit is left out, with a sentence in `warning`.
 */
export const objectProperties: Step<{ schemaKey: string; properties?: CustomInputs | undefined }> =
  {
    routes: [objectRoute],
    form: (own) => [...own, withRun(propertyInputs)],
    before: async (run, { schemaKey, properties: inputs = {} }) => {
      const byId = new Map((await loadProperties(run, schemaKey)).map((one) => [one.id, one]));
      const properties: JsonObject = {};
      for (const [id, input] of Object.entries(inputs)) {
        const property = byId.get(id);
        const { value, problem } = property ? fitValue(property, input) : gone(id);
        if (problem) run.warnings.push(problem);
        if (property && value !== undefined) properties[id] = asSent(property, value);
      }
      return { properties };
    },
  };

const gone = (id: string): { value?: unknown; problem?: string } => ({
  problem: `“${id.slice(0, 60)}” was left out: this custom object no longer has such a field.`,
});
