import { addition, family, v1, v2 } from './addition.ts';
import type { Addition } from './additions.ts';

const make = addition('create');

const records = family(v1, 'objects/record.write');

/** The actions with what else a sub-account holds, in the order of creates/index.ts. */
export const actions: Addition[] = [
  make(
    'Update Custom Value',
    'Other Operations',
    'PUT /locations/{locationId}/customValues/{id}',
    family(v1, 'locations/customValues.write'),
  ),
  make(
    'Create Custom Field',
    'Other Operations',
    'POST /locations/{locationId}/customFields',
    family(v1, 'locations/customFields.write'),
  ),
  make(
    'Update Custom Object Record',
    'Custom Objects',
    'PUT /objects/{schemaKey}/records/{id}',
    records,
  ),
  make(
    'Delete Custom Object Record',
    'Custom Objects',
    'DELETE /objects/{schemaKey}/records/{id}',
    records,
  ),
  make(
    'Create and Send Invoice',
    'Invoices',
    ['POST /invoices/', 'POST /invoices/{invoiceId}/send'],
    family(v1, 'invoices.write'),
  ),
  make(
    'Record Payment',
    'Invoices',
    'POST /invoices/{invoiceId}/record-payment',
    family(v1, 'invoices.write'),
  ),
  make(
    'Create Product',
    'Products & Links',
    ['POST /products/', 'POST /products/{productId}/price'],
    family(v1, 'products.write', 'products/prices.write'),
  ),
  make('Create Trigger Link', 'Products & Links', 'POST /links/', family(v1, 'links.write')),
  make(
    'Upload File to Custom Field',
    'Contacts',
    'POST /forms/upload-custom-files',
    family(v1, 'forms.write'),
  ),
  make('Upload Media', 'Social & Media', 'POST /medias/upload-file', family(v1, 'medias.write')),
  make(
    'Create Social Post',
    'Social & Media',
    'POST /social-media-posting/{locationId}/posts',
    family(v1, 'socialplanner/post.write'),
  ),
  ...(
    [
      ['Create Service Booking', 'POST /calendars/services/bookings'],
      ['Delete Service Booking', 'DELETE /calendars/services/bookings/{bookingId}'],
    ] as const
  ).map(
    ([label, endpoint]): Addition => ({
      ...make(label, 'Services', endpoint, family(v2, 'calendars/events.write')),
      source: 'HighLevel’s documents of v3, which alone has it (calendars-v3.json).',
    }),
  ),
];
