import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { fail } from '../../gateway/errors.ts';
import { text } from '../../gateway/schemas.ts';
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

  /** Names are kept in lower case (api#tag-names), and there is one tag of a name (api#second-tag). */
  endpoint(
    'POST /locations/{locationId}/tags',
    {
      version,
      scopes: ['locations/tags.write'],
      body: zod.strictObject({ name: text }),
    },
    ({ body, location, state }) => {
      const name = body.name.trim().toLowerCase();
      const known = [...tags(location).values()].some((one) => one.name === name);
      if (known) throw fail(400, 'The tag name is already exist.');
      const tag = { id: state.newId(), name, locationId: location.id };
      tags(location).set(tag.id, tag);
      return { tag };
    },
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
