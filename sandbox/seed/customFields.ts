import { collection } from '../state/collection.ts';

type DataType =
  | 'TEXT'
  | 'LARGE_TEXT'
  | 'NUMERICAL'
  | 'PHONE'
  | 'MONETORY'
  | 'CHECKBOX'
  | 'SINGLE_OPTIONS'
  | 'MULTIPLE_OPTIONS'
  | 'RADIO'
  | 'DATE'
  | 'FILE_UPLOAD'
  | 'TEXTBOX_LIST';

/** A box of a list of text boxes. */
type Box = { id: string; label: string };

/** A custom field's definition, as read (written under other names, api#custom-field-definitions). */
export type CustomField = {
  id: string;
  name: string;
  model: 'contact' | 'opportunity';
  fieldKey: string;
  placeholder: string;
  dataType: DataType;
  position: number;
  picklistOptions?: string[] | Box[];
  isAllowedCustomOption?: boolean;
  isMultiFileAllowed?: boolean;
  maxFileLimit?: number;
  documentType: 'field';
  parentId: string;
  locationId: string;
  dateAdded: string;
  standard: boolean;
};

type Definition = [model: CustomField['model'], name: string, type: DataType, options?: string[]];

/** Fields that take options of one’s own as well. */
const OPEN = new Set(['Heard of Us By']);

/** One of every type for contacts, five for opportunities. */
const DEFINITIONS: Definition[] = [
  ['contact', 'Insurance Number', 'TEXT'],
  ['contact', 'Medical History', 'LARGE_TEXT'],
  ['contact', 'Number of Visits', 'NUMERICAL'],
  ['contact', 'Emergency Phone', 'PHONE'],
  ['contact', 'Outstanding Balance', 'MONETORY'],
  ['contact', 'Allergies', 'CHECKBOX', ['Latex', 'Penicillin', 'Lidocaine', 'None']],
  ['contact', 'Insurance Plan', 'SINGLE_OPTIONS', ['Delta', 'Cigna', 'Aetna', 'Self-pay']],
  ['contact', 'Interests', 'MULTIPLE_OPTIONS', ['Whitening', 'Implants', 'Braces', 'Cleaning']],
  ['contact', 'Preferred Contact', 'RADIO', ['Phone', 'E-mail', 'Text']],
  ['contact', 'Last X-Ray', 'DATE'],
  ['contact', 'Insurance Card', 'FILE_UPLOAD'],
  ['opportunity', 'Treatment Plan', 'LARGE_TEXT'],
  ['opportunity', 'Estimated Insurance Share', 'MONETORY'],
  ['opportunity', 'Financing', 'SINGLE_OPTIONS', ['None', '6 months', '12 months']],
  ['opportunity', 'Decision Date', 'DATE'],
  ['opportunity', 'Chairs', 'CHECKBOX', ['1', '2', '3']],
  ['contact', 'Heard of Us By', 'RADIO', ['A friend', 'An ad']],
  ['contact', 'Children', 'TEXTBOX_LIST', ['First Child', 'Second Child']],
];

export const customFields = collection<CustomField>('customFields', ({ place, id, ago }) =>
  (place.isMain ? DEFINITIONS : DEFINITIONS.slice(0, 1)).map(
    ([model, name, dataType, options], i) => ({
      id: id(name),
      name,
      model,
      fieldKey: `${model}.${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`,
      placeholder: '',
      dataType,
      position: 50 * (i + 1),
      ...(options && {
        picklistOptions:
          dataType === 'TEXTBOX_LIST'
            ? options.map((label) => ({ id: id(name, label), label }))
            : options,
      }),
      ...(OPEN.has(name) && { isAllowedCustomOption: true }),
      ...(dataType === 'FILE_UPLOAD' && { isMultiFileAllowed: false, maxFileLimit: 1 }),
      documentType: 'field',
      parentId: id('folder', model),
      locationId: place.id,
      dateAdded: new Date(ago(400)).toISOString(),
      standard: false,
    }),
  ),
);

/** The options of a field that has some. */
export const optionsOf = ({ picklistOptions = [] }: CustomField): string[] =>
  picklistOptions.map((option) => (typeof option === 'string' ? option : option.label));

/** The folders that the list of fields holds as well (api#folders-among-fields). */
export const foldersOf = (fields: CustomField[]): object[] =>
  [...new Map(fields.map((field) => [field.parentId, field])).values()].map(
    ({ parentId: id, model, locationId, dateAdded }) => ({
      id,
      name: model === 'contact' ? 'Contact Details' : 'Opportunity Details',
      model,
      documentType: 'folder',
      locationId,
      dateAdded,
    }),
  );
