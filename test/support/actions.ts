import type { Addition } from './additions.ts';

const v1 = '2021-07-28' as const;

/** Of a sub-account, with one endpoint; the key follows from the label. */
const action = (
  label: string,
  category: string,
  endpoints: string[],
  scopes: string[],
): Addition => ({
  key: label.toLowerCase().replaceAll(' ', '_'),
  kind: 'create',
  label,
  category,
  endpoints,
  version: v1,
  scopes,
  token: 'sub-account',
});

const records = ['objects/record.write'];

/** The actions with what else a sub-account holds, in the order of creates/index.ts. */
export const actions: Addition[] = [
  action(
    'Update Custom Value',
    'Other Operations',
    ['PUT /locations/{locationId}/customValues/{id}'],
    ['locations/customValues.write'],
  ),
  action(
    'Update Custom Object Record',
    'Custom Objects',
    ['PUT /objects/{schemaKey}/records/{id}'],
    records,
  ),
  action(
    'Delete Custom Object Record',
    'Custom Objects',
    ['DELETE /objects/{schemaKey}/records/{id}'],
    records,
  ),
];
