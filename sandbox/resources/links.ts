import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { located, text } from '../gateway/schemas.ts';
import { type Link, links } from '../seed/products.ts';
import type { Location } from '../state/state.ts';

const version = '2021-07-28' as const;

const shown = (link: Link, location: Location) => ({
  ...link,
  fieldKey: `{{trigger_link.${link.id}}}`,
  locationId: location.id,
});

/** Trigger links (links.json). */
export const linkEndpoints = [
  endpoint(
    'GET /links/',
    { version, scopes: ['links.readonly'], query: located },
    ({ location }) => ({
      links: [...links(location).values()].map((one) => shown(one, location)),
    }),
  ),

  endpoint(
    'POST /links/',
    {
      version,
      scopes: ['links.write'],
      status: 201,
      body: zod.strictObject({ locationId: text, name: text, redirectTo: text }),
    },
    ({ body: { name, redirectTo }, location, state }) => {
      const link = { id: state.newId(), name, redirectTo };
      links(location).set(link.id, link);
      return { link: shown(link, location) };
    },
  ),
];
