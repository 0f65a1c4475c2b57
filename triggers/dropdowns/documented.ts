import { defineTrigger, type Trigger } from 'zapier-platform-core';
import { areaChoices, endpointChoices, offers, recordChoices } from '../../documents/choices.ts';
import { listKey } from '../../documents/listKey.ts';
import { listRoutes } from '../../documents/lists.ts';

const hidden = (key: string, what: string, operation: Trigger['operation']): Trigger =>
  defineTrigger({
    key,
    noun: 'Choice',
    // Nobody sees it, and there are more than a hundred: a description would be 5 KB of the definition.
    display: { label: `List ${what}`, hidden: true } as Trigger['display'],
    operation: operation as never,
  });

/** The dropdowns of “API Request” and “API Look-Up”: what can be done, and the records of documented lists. */
export const documentedChoices: Trigger[] = [
  hidden('list_api_areas', 'API Areas', areaChoices(offers.all)),
  hidden('list_api_endpoints', 'API Endpoints', endpointChoices(offers.all)),
  hidden('list_api_read_areas', 'API Areas to Read', areaChoices(offers.reads)),
  hidden('list_api_reads', 'API Endpoints to Read', endpointChoices(offers.reads)),
  hidden('list_api_list_areas', 'API Areas with Lists', areaChoices(offers.lists)),
  hidden('list_api_lists', 'API Lists', endpointChoices(offers.lists)),
  ...listRoutes.map((route) => hidden(listKey(route), 'Records', recordChoices(route))),
];
