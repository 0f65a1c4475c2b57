import { email, longText, text } from './common.ts';
import { country } from './ids.ts';

/** What a business has beside its name (businesses.json, CreateBusinessDto, UpdateBusinessDto). */
export const businessBody = {
  phone: text('Phone', 'With country code, for example +1 415 555 0134.').optional(),
  email: email('Email').optional(),
  website: text('Website').optional(),
  description: longText('Description').optional(),
  address: text('Street Address').meta({ group: 'Address' }).optional(),
  city: text('City').meta({ group: 'Address' }).optional(),
  state: text('State or Region').meta({ group: 'Address' }).optional(),
  postalCode: text('Postal Code').meta({ group: 'Address' }).optional(),
  country: country.meta({ group: 'Address' }).optional(),
};
