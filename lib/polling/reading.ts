import type { Bundle } from 'zapier-platform-core';
import type { Run } from '../run.ts';
import { PollMemory } from './memory.ts';
import type { List, Purpose } from './paging.ts';

/** What Zapier runs the trigger for. */
const purposeOf = (meta: Bundle['meta']): Purpose => {
  if (meta.isFillingDynamicDropdown) return 'dropdown';
  if (meta.isLoadingSample) return 'sample';
  return meta.isPopulatingDedupe ? 'seed' : 'poll';
};

/** What a run says of how its list is to be read, and what it lends for that. */
export const readingOf = ({
  z,
  bundle,
  deadline,
  cache,
}: Run): Pick<List, 'purpose' | 'page' | 'deadline' | 'cache' | 'memory'> => ({
  purpose: purposeOf(bundle.meta),
  page: bundle.meta.page ?? 0,
  deadline,
  cache,
  memory: new PollMemory(z.cursor, cache),
});
