import type { Guide, Station } from './station.ts';

const policies = 'custom_objects.insurance_policies';

const dot = ({ sandbox }: Guide): string => `${sandbox.url}/__sandbox/dot.png`;

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

let made = 0;

/** A name that nothing has yet, however often a station is visited. */
const fresh = (name: string): string => {
  made += 1;
  return `${name} ${made}`;
};

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
  {
    key: 'create_and_send_invoice',
    input: ({ result }) => ({
      contactId: result('create_contact').id,
      name: 'Whitening',
      items: [
        { item: 'Whitening', amount: 450, qty: 1, taxRate: 8.5 },
        { item: 'Tray', amount: 20.5, qty: 2 },
      ],
    }),
  },
  {
    key: 'record_payment',
    input: ({ result }) => ({ invoiceId: result('create_and_send_invoice').id, amount: 100 }),
  },
  { key: 'create_product', input: { name: 'Whitening Kit', price__amount: 89.5 } },
  { key: 'create_trigger_link' },
  {
    key: 'upload_file_to_custom_field',
    input: (guide) => ({ contactId: guide.result('create_contact').id, file: dot(guide) }),
  },
  { key: 'upload_media', input: (guide) => ({ file: dot(guide) }) },
  {
    key: 'create_custom_field',
    input: () => ({
      name: fresh('Shade'),
      dataType: 'RADIO',
      options: ['A1', 'B2'],
    }),
  },
  {
    key: 'create_social_post',
    input: { summary: 'Free check-ups!', media: ['https://www.example.com/check-up.png'] },
  },
  {
    key: 'create_service_booking',
    input: ({ result }) => ({
      contactId: result('create_contact').id,
      startTime: inDays(30),
      endTime: inDays(30.04),
    }),
  },
  { key: 'delete_service_booking' },
];
