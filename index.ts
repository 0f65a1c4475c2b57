import zapier, { defineApp } from 'zapier-platform-core';
import authentication from './authentication.ts';
import { creates } from './creates/index.ts';
import { hydrators } from './hydrators.ts';
import { register } from './lib/zapier.ts';
import { beforeRequest, flags } from './middleware.ts';
import packageJson from './package.json' with { type: 'json' };
import { searches } from './searches/index.ts';
import { triggers } from './triggers/index.ts';

/** A search that makes what it does not find. Zapier wants it under the key of the search. */
const findOrCreate = (noun: string, search: string, create: string) => ({
  [search]: {
    key: search,
    display: {
      label: `Find or Create ${noun.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())}`,
      description: `Finds ${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}, or creates it when there is none.`,
    },
    search,
    create,
  },
});

export default defineApp({
  version: packageJson.version,
  platformVersion: zapier.version,
  authentication,
  beforeRequest: [beforeRequest],
  hydrators,
  triggers: register(triggers),
  creates: register(creates),
  searches: register(searches),
  searchOrCreates: {
    ...findOrCreate('contact', 'find_contact', 'create_contact'),
    ...findOrCreate('opportunity', 'find_opportunity', 'create_opportunity'),
    ...findOrCreate('business', 'find_business', 'create_business'),
    ...findOrCreate('tag', 'find_tag', 'create_tag'),
    ...findOrCreate('conversation', 'find_conversation', 'create_conversation'),
    ...findOrCreate(
      'custom object record',
      'find_custom_object_record',
      'create_custom_object_record',
    ),
  },
  flags,
  // HighLevel takes 100 requests in 10 s per sub-account (api#rate-limits), and a run makes up to 4: Zapier lets 25
  // runs start in that time (zapier#throttle).
  throttle: {
    window: 10,
    limit: 25,
    scope: ['auth'],
    key: 'highlevel-{{bundle.inputData.locationId}}',
  },
});
