import { opportunities } from '../../seed/opportunities.ts';
import type { Opportunity } from '../../seed/opportunity.ts';
import type { Location } from '../../state/state.ts';
import { existing } from '../records.ts';

const version = '2021-07-28' as const;

/** What reading and writing an opportunity takes. */
export const reading = { version, scopes: ['opportunities.readonly'] };
export const writing = { version, scopes: ['opportunities.write'] };

/** The opportunity of the path. */
export const opportunityOf = (location: Location, id: string): Opportunity =>
  existing(opportunities(location).get(id), 'Opportunity', id);
