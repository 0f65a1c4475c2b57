import { email, longText, text } from './common.ts';
import { country } from './ids.ts';
import { phone } from './phone.ts';

/** What a business has in addition to its name (businesses.json, CreateBusinessDto, UpdateBusinessDto). */
export const businessBody = {
  phone: phone.optional(),
  email: email('Email').optional(),
  website: text('Website').optional(),
  description: longText('Description').optional(),
  address: text('Street Address').meta({ group: 'Address' }).optional(),
  city: text('City').meta({ group: 'Address' }).optional(),
  state: text('State or Region').meta({ group: 'Address' }).optional(),
  postalCode: text('Postal Code').meta({ group: 'Address' }).optional(),
  country: country.meta({ group: 'Address' }).optional(),
};
