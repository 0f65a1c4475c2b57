import type { Search } from 'zapier-platform-core';
import type { Catalog } from '../lib/zapier.ts';
import findContact from './contacts/find_contact.ts';
import apiLookUp from './endpoints/api_look_up.ts';
import findLocation from './locations/find_location.ts';

/** The searches, by category as people see them. */
export const searches: Catalog<Search> = {
  Contacts: [findContact],
  'Other Operations': [findLocation],
  'Any Endpoint': [apiLookUp],
};
