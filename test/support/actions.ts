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
    'Create Custom Field',
    'Other Operations',
    ['POST /locations/{locationId}/customFields'],
    ['locations/customFields.write'],
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
  action(
    'Create and Send Invoice',
    'Invoices',
    ['POST /invoices/', 'POST /invoices/{invoiceId}/send'],
    ['invoices.write'],
  ),
  action(
    'Record Payment',
    'Invoices',
    ['POST /invoices/{invoiceId}/record-payment'],
    ['invoices.write'],
  ),
  action(
    'Create Product',
    'Products & Links',
    ['POST /products/', 'POST /products/{productId}/price'],
    ['products.write', 'products/prices.write'],
  ),
  action('Create Trigger Link', 'Products & Links', ['POST /links/'], ['links.write']),
  action(
    'Upload File to Custom Field',
    'Contacts',
    ['POST /forms/upload-custom-files'],
    ['forms.write'],
  ),
  action('Upload Media', 'Social & Media', ['POST /medias/upload-file'], ['medias.write']),
  action(
    'Create Social Post',
    'Social & Media',
    ['POST /social-media-posting/{locationId}/posts'],
    ['socialplanner/post.write'],
  ),
  ...(
    [
      ['Create Service Booking', 'POST /calendars/services/bookings'],
      ['Delete Service Booking', 'DELETE /calendars/services/bookings/{bookingId}'],
    ] as const
  ).map(
    ([label, endpoint]): Addition => ({
      ...action(label, 'Services', [endpoint], ['calendars/events.write']),
      version: '2021-04-15',
      source: 'HighLevel’s documents of v3, which alone has it (calendars-v3.json).',
    }),
  ),
];
