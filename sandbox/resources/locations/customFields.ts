import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { optionalText, text } from '../../gateway/schemas.ts';
import { type CustomField, customFields } from '../../seed/customFields.ts';

const TYPES = [
  'TEXT',
  'LARGE_TEXT',
  'NUMERICAL',
  'PHONE',
  'MONETORY',
  'CHECKBOX',
  'SINGLE_OPTIONS',
  'MULTIPLE_OPTIONS',
  'RADIO',
  'DATE',
  'FILE_UPLOAD',
  'TEXTBOX_LIST',
] as const;

const CHOOSING = ['CHECKBOX', 'SINGLE_OPTIONS', 'MULTIPLE_OPTIONS', 'RADIO'];

const body = zod.strictObject({
  name: text,
  dataType: zod.enum(TYPES),
  model: zod.enum(['contact', 'opportunity']).default('contact'),
  placeholder: optionalText,
  /** Not documented, but wanted (api#custom-field-definitions). */
  options: zod.array(zod.string()).optional(),
  textBoxListOptions: zod
    .array(zod.strictObject({ label: text, prefillValue: optionalText }))
    .optional(),
  isMultipleFile: zod.boolean().optional(),
  maxNumberOfFiles: zod.number().optional(),
  position: zod.number().default(0),
});

const optionsOf = (sent: zod.output<typeof body>, newId: () => string) => {
  const { dataType, options = [], textBoxListOptions = [] } = sent;
  if (CHOOSING.includes(dataType) && options.length === 0)
    throw fail(422, ['options should not be empty']);
  if (dataType === 'TEXTBOX_LIST' && textBoxListOptions.length === 0)
    throw fail(400, 'textBoxListOptions should not be empty');
  const boxes = textBoxListOptions.map(({ label }) => ({ id: newId(), label }));
  return dataType === 'TEXTBOX_LIST' ? boxes : options;
};

/** A definition is written and read under other names (api#custom-field-definitions). */
export const customFieldWrites = [
  endpoint(
    'POST /locations/{locationId}/customFields',
    {
      version: '2021-07-28',
      scopes: ['locations/customFields.write'],
      status: 201,
      body,
    },
    ({ body: sent, location, state, now }) => {
      const { name, model, dataType, placeholder = '', position } = sent;
      const all = [...customFields(location).values()];
      const picklistOptions = optionsOf(sent, () => state.newId());
      const isKnown = all.some((one) => one.model === model && one.name === name);
      if (isKnown) throw fail(422, `Custom field with name ${name} already exists`);
      const field: CustomField = {
        id: state.newId(),
        name,
        model,
        fieldKey: `${model}.${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`,
        placeholder,
        dataType,
        position,
        ...(picklistOptions.length > 0 && { picklistOptions }),
        ...(dataType === 'FILE_UPLOAD' && {
          isMultiFileAllowed: sent.isMultipleFile ?? false,
          maxFileLimit: sent.maxNumberOfFiles ?? 1,
        }),
        documentType: 'field',
        parentId: all.find((one) => one.model === model)?.parentId ?? state.newId(),
        locationId: location.id,
        dateAdded: new Date(now).toISOString(),
        standard: false,
      };
      customFields(location).set(field.id, field);
      return { customField: field };
    },
  ),
];
