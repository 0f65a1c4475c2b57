import { record } from '../lib/record.ts';

const definition = {
  noun: 'custom field',
  sample: {
    id: 'MgobCB14YMVKuE4Ka8p1',
    name: 'Insurance Plan',
    fieldKey: 'contact.insurance_plan',
    placeholder: 'Choose a plan',
    dataType: 'SINGLE_OPTIONS',
    position: 100,
    picklistOptions: ['Delta', 'Cigna', 'Self-pay'],
    picklistImageOptions: ['https://alvarez.example.com/delta.png'],
    isAllowedCustomOption: false,
    isMultiFileAllowed: false,
    maxFileLimit: 1,
    locationId: 've9EPM428h8vShlRW1KT',
    model: 'contact',
    documentType: 'field',
    parentId: 'LHOXBgsqkMx19yUv4HCj',
    standard: false,
    dateAdded: '2026-03-02T16:04:11.000Z',
  },
  labels: {
    fieldKey: 'Merge Tag Key',
    dataType: 'Field Type',
    picklistOptions: 'Options',
    picklistImageOptions: 'Option Images',
    isAllowedCustomOption: 'Allows Other Options',
    isMultiFileAllowed: 'Allows Several Files',
    maxFileLimit: 'File Limit',
    locationId: 'Sub-Account ID',
    model: 'Belongs To',
    parentId: 'Folder ID',
    standard: 'Is Standard',
  },
};

/** The definitions of custom fields (locations.json, CustomFieldSchema); they have no change date. */
export const customFieldDefinitions = record({ ...definition, many: 'customFields' });

/** The same of one custom field that was created. */
export const createdCustomField = record({ ...definition, one: 'customField' });
