import { defineSearch } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { inSubAccount, nameToFind } from '../../fields/find.ts';
import { emailToFind, phoneToFind } from '../../fields/phone.ts';
import { search } from '../../lib/operations.ts';
import { bySkip } from '../../lib/polling/paging.ts';
import { fitsText } from '../../lib/texts.ts';
import { businesses } from '../../records/businesses.ts';

const input = zod.object({
  locationId,
  name: nameToFind('Name'),
  email: emailToFind('Email').optional(),
  phone: phoneToFind.optional(),
});

// The list, not the search of objects: an index would lag, and a “Find or Create” make a second one.
export default defineSearch({
  key: 'find_business',
  noun: 'Business',
  display: {
    label: 'Find Business',
    description: 'Finds a business by its name, email or phone number.',
  },
  operation: search('GET /businesses/', {
    input,
    request: inSubAccount,
    record: businesses,
    paging: bySkip(100),
    matches: (business, { name, email, phone }) =>
      fitsText(business.name, name) &&
      fitsText(business.email, email) &&
      fitsText(business.phone, phone),
  }),
});
