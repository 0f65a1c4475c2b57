import { defineTrigger } from 'zapier-platform-core';
import { choicesFrom } from '../../lib/operations.ts';
import type { Run } from '../../lib/run.ts';
import { refuse } from '../../lib/zapier.ts';
import { loadProperties, objectRoute } from '../../records/objectProperties.ts';

const readChoices = async (run: Run) => {
  const { schemaKey } = run.bundle.inputData;
  if (!schemaKey) refuse('Choose the custom object above first.');
  const properties = await loadProperties(run, String(schemaKey));
  return properties.map(({ id, name }) => ({ id, name }));
};

export default defineTrigger({
  key: 'list_object_property_choices',
  noun: 'Property',
  display: {
    label: 'List Object Property Choices',
    description: 'Fills the dropdown of the properties of a custom object.',
    hidden: true,
  },
  operation: choicesFrom([objectRoute], readChoices),
});
