import zapier, { defineApp } from 'zapier-platform-core';
import authentication from './authentication.ts';
import { creates } from './creates/index.ts';
import { hydrators } from './hydrators.ts';
import { register } from './lib/zapier.ts';
import { beforeRequest, flags } from './middleware.ts';
import packageJson from './package.json' with { type: 'json' };
import { searches } from './searches/index.ts';
import { triggers } from './triggers/index.ts';

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
    find_contact: {
      key: 'find_contact',
      display: {
        label: 'Find or Create Contact',
        description: 'Finds a contact, or creates it when there is none.',
      },
      search: 'find_contact',
      create: 'create_contact',
    },
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
