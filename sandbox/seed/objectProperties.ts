import { collection } from '../state/collection.ts';

/** A property of an object (objects.json, ICustomField). */
type Property = {
  id: string;
  locationId: string;
  name: string;
  description: string;
  placeholder: string;
  showInForms: boolean;
  options?: { key: string; label: string }[];
  objectKey: string;
  dataType: 'TEXT' | 'NUMERICAL' | 'MONETORY' | 'SINGLE_OPTIONS' | 'DATE';
  parentId: string;
  fieldKey: string;
  allowCustomOption?: boolean;
  dateAdded: string;
  dateUpdated: string;
};

type Definition = [key: string, name: string, type: Property['dataType'], options?: string[]];

const DEFINITIONS: Record<string, Definition[]> = {
  'custom_objects.insurance_policies': [
    ['policy_number', 'Policy Number', 'TEXT'],
    ['carrier', 'Carrier', 'SINGLE_OPTIONS', ['Delta', 'Cigna', 'Aetna']],
    ['yearly_limit', 'Yearly Limit', 'MONETORY'],
    ['valid_until', 'Valid Until', 'DATE'],
  ],
  'custom_objects.treatment_plans': [
    ['plan_name', 'Plan Name', 'TEXT'],
    ['sessions', 'Sessions', 'NUMERICAL'],
  ],
};

export const properties = collection<Property>('objectProperties', ({ place, id, hexId, ago }) =>
  Object.entries(place.isMain ? DEFINITIONS : {}).flatMap(([objectKey, definitions]) =>
    definitions.map(([key, name, dataType, options]) => ({
      id: id(objectKey, key),
      locationId: place.id,
      name,
      description: '',
      placeholder: '',
      showInForms: true,
      ...(options && {
        options: options.map((label) => ({ key: label, label })),
        allowCustomOption: false,
      }),
      objectKey,
      dataType,
      parentId: hexId(objectKey, 'folder'),
      fieldKey: `${objectKey}.${key}`,
      dateAdded: new Date(ago(300)).toISOString(),
      dateUpdated: new Date(ago(90)).toISOString(),
    })),
  ),
);
