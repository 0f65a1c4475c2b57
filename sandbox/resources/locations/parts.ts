import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { customFields, foldersOf } from '../../seed/customFields.ts';
import { tags } from '../../seed/tags.ts';
import { existing } from '../records.ts';

const version = '2021-07-28' as const;

export const locationParts = [
  endpoint(
    'GET /locations/{locationId}/tags',
    { version, scopes: ['locations/tags.readonly'] },
    ({ location }) => ({ tags: [...tags(location).values()] }),
  ),

  endpoint(
    'DELETE /locations/{locationId}/tags/{tagId}',
    { version, scopes: ['locations/tags.write'] },
    ({ location, path: { tagId } }) => {
      existing(tags(location).get(tagId), 'Tag', tagId);
      tags(location).delete(tagId);
      return { succeded: true };
    },
  ),

  endpoint(
    'GET /locations/{locationId}/customFields',
    {
      version,
      scopes: ['locations/customFields.readonly'],
      query: zod.strictObject({
        model: zod.enum(['contact', 'opportunity', 'all']).default('contact'),
      }),
    },
    ({ query, location }) => {
      const fields = [...customFields(location).values()].filter(
        ({ model }) => query.model === 'all' || query.model === model,
      );
      return { customFields: [...foldersOf(fields), ...fields] };
    },
  ),

  /** The documents give no shape for the answer. */
  endpoint(
    'GET /locations/{locationId}/timezones',
    { version, scopes: ['locations.readonly'] },
    () => ({ timeZones: Intl.supportedValuesOf('timeZone') }),
  ),
];
