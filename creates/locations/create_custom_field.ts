import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, integer, list, locationId, text } from '../../fields/common.ts';
import { create } from '../../lib/operations.ts';
import { fitsText } from '../../lib/texts.ts';
import { definitionsRoute } from '../../records/customFields.ts';
import { createdCustomField, customFieldDefinitions } from '../../records/locationCustomFields.ts';

const choosing = ['SINGLE_OPTIONS', 'MULTIPLE_OPTIONS', 'RADIO', 'CHECKBOX', 'TEXTBOX_LIST'];

const input = zod
  .object({
    locationId,
    name: text('Name', 'No other custom field can have the same name.'),
    model: choice('Belongs To', { contact: 'Contacts', opportunity: 'Opportunities' }),
    dataType: choice('Field Type', {
      TEXT: 'Text',
      LARGE_TEXT: 'Text of several lines',
      NUMERICAL: 'Number',
      MONETORY: 'Money',
      PHONE: 'Phone number',
      DATE: 'Date',
      SINGLE_OPTIONS: 'Dropdown, one choice',
      MULTIPLE_OPTIONS: 'Dropdown, several choices',
      RADIO: 'Radio buttons',
      CHECKBOX: 'Checkboxes',
      TEXTBOX_LIST: 'List of text boxes',
      FILE_UPLOAD: 'File',
    }),
    options: list(
      'Options',
      text('Option'),
      'What can be chosen, or the labels of the text boxes.',
    ).optional(),
    placeholder: text('Placeholder').optional(),
    maxNumberOfFiles: integer('Number of Files', 'Only for files: how many it takes.')
      .min(1)
      .optional(),
  })
  .refine(
    ({ dataType, options = [] }) => options.length > 0 || !choosing.includes(dataType),
    'Fill in “Options” for a field of this type.',
  );

/** HighLevel takes the choices as `options`, though its document has them not (api#custom-field-definitions). */
const request = ({ options = [], maxNumberOfFiles, ...values }: zod.output<typeof input>) => {
  const { dataType } = values;
  if (dataType === 'TEXTBOX_LIST')
    return { ...values, textBoxListOptions: options.map((label) => ({ label, prefillValue: '' })) };
  if (dataType === 'FILE_UPLOAD' && maxNumberOfFiles)
    return { ...values, maxNumberOfFiles, isMultipleFile: maxNumberOfFiles > 1 };
  return choosing.includes(dataType) ? { ...values, options } : values;
};

export default defineCreate({
  key: 'create_custom_field',
  noun: 'Custom Field',
  display: {
    label: 'Create Custom Field',
    description: 'Creates a custom field for contacts or opportunities.',
  },
  operation: create('POST /locations/{locationId}/customFields', {
    input,
    request,
    record: createdCustomField,
    lookAgain: {
      route: definitionsRoute,
      request: ({ locationId: id, model }) => ({ locationId: id, model }),
      record: customFieldDefinitions,
      isIt: (found, { name, dataType }) =>
        fitsText(found.name, name) && found.dataType === dataType,
      // HighLevel takes no second one of the same name.
      isUnique: true,
    },
  }),
});
