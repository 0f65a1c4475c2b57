import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { text } from '../../gateway/schemas.ts';
import { businesses } from '../../seed/businesses.ts';
import { contacts } from '../../seed/contacts.ts';
import { existing } from '../records.ts';
import { contactOf, touch, writing } from './access.ts';

export const contactBusiness = [
  /** `null` takes the contacts out of their business (contacts.json; api#contact-without-business). */
  endpoint(
    'POST /contacts/bulk/business',
    {
      ...writing,
      body: zod.strictObject({
        locationId: text,
        ids: zod.array(zod.string().max(50)),
        businessId: zod.string().nullable(),
      }),
    },
    ({ body: { ids, businessId }, location }) => {
      if (businessId !== null)
        existing(businesses(location).get(businessId), 'Business', businessId);
      const store = contacts(location);
      const found = ids.filter((id) => store.get(id));
      for (const id of found) touch(location, contactOf(location, id), { businessId });
      return { success: true, ids: found };
    },
  ),
];
