import { collection } from '../state/collection.ts';

/** A custom value of a sub-account (locations.json, CustomValueSchema). */
type CustomValue = {
  id: string;
  name: string;
  fieldKey: string;
  value: string;
  locationId: string;
};

const VALUES: [name: string, value: string][] = [
  ['Opening Hours', 'Monday to Friday, 9 am to 5 pm'],
  ['Review Link', 'https://reviews.example.com/bright-smile'],
  ['Practice Owner', 'Dr. Ada Reyes'],
];

export const customValues = collection<CustomValue>('customValues', ({ place, id }) =>
  VALUES.map(([name, value]) => ({
    id: id(name),
    name,
    fieldKey: `{{ custom_values.${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')} }}`,
    value,
    locationId: place.id,
  })),
);
