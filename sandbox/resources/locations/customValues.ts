import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { text } from '../../gateway/schemas.ts';
import { customValues } from '../../seed/customValues.ts';
import { existing } from '../records.ts';

const version = '2021-07-28' as const;

/** The custom values of a sub-account (locations.json). */
export const locationValues = [
  endpoint(
    'GET /locations/{locationId}/customValues',
    { version, scopes: ['locations/customValues.readonly'] },
    ({ location }) => ({ customValues: [...customValues(location).values()] }),
  ),

  endpoint(
    'GET /locations/{locationId}/customValues/{id}',
    { version, scopes: ['locations/customValues.readonly'] },
    ({ path, location }) => ({
      customValue: existing(customValues(location).get(path.id), 'Custom value', path.id),
    }),
  ),

  /** A new name keeps the key (api#custom-value-keys). */
  endpoint(
    'PUT /locations/{locationId}/customValues/{id}',
    {
      version,
      scopes: ['locations/customValues.write'],
      body: zod.strictObject({ name: text, value: zod.string() }),
    },
    ({ path, body, location }) => {
      const known = existing(customValues(location).get(path.id), 'Custom value', path.id);
      const changed = { ...known, ...body };
      customValues(location).set(changed.id, changed);
      return { customValue: changed };
    },
  ),
];
