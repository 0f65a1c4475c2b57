import type { Station } from './station.ts';

const policies = 'custom_objects.insurance_policies';

/** What is done with the rest of a sub-account: values, records of custom objects. */
export const actions: Station[] = [
  { key: 'update_custom_value', input: { value: 'Closed on Fridays' } },
  {
    key: 'update_custom_object_record',
    input: ({ result }) => ({
      schemaKey: policies,
      id: result('create_custom_object_record').id,
      properties__carrier: 'Cigna',
    }),
  },
  {
    key: 'delete_custom_object_record',
    input: async ({ run }) => ({
      schemaKey: policies,
      id: (
        await run('create_custom_object_record', {
          schemaKey: policies,
          properties__policy_number: 'POL-GONE',
        })
      ).id,
    }),
  },
];
