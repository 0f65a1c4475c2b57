import type { Endpoint } from '../../gateway/endpoint.ts';
import { opportunityFollowers } from './followers.ts';
import { pipelineLists } from './pipelines.ts';
import { opportunityRecords } from './records.ts';
import { opportunitySearch } from './search.ts';

/** Opportunities and the pipelines that they are in. */
export const opportunityEndpoints: Endpoint[] = [
  ...pipelineLists,
  ...opportunitySearch,
  ...opportunityRecords,
  ...opportunityFollowers,
];
