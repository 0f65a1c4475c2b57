import * as zod from 'zod';
import { endpoint } from '../../gateway/endpoint.ts';
import { limit, located, optionalText, skip, text } from '../../gateway/schemas.ts';
import { lostReasons, pipelines } from '../../seed/pipelines.ts';
import { pageOf } from '../records.ts';
import { reading } from './access.ts';

export const pipelineLists = [
  endpoint('GET /opportunities/pipelines', { ...reading, query: located }, ({ location }) => ({
    pipelines: [...pipelines(location).values()],
  })),

  /** The path is singular (api#lost-reasons). */
  endpoint(
    'GET /opportunities/lost-reason',
    {
      ...reading,
      query: zod.strictObject({
        locationId: text,
        name: optionalText,
        deleted: zod.stringbool().default(false),
        query: optionalText,
        skip,
        limit: limit(100, 100),
        getCount: zod.stringbool().optional(),
      }),
    },
    ({ query, location }) => {
      const found = [...lostReasons(location).values()].filter(
        ({ name, deleted }) =>
          deleted === query.deleted &&
          (!query.name || name === query.name) &&
          name.toLowerCase().includes((query.query ?? '').toLowerCase()),
      );
      return {
        lostReasons: pageOf(found, query.skip, query.limit).map(
          ({ deleted: _, ...shown }) => shown,
        ),
        ...(query.getCount && { total: found.length }),
      };
    },
  ),
];
