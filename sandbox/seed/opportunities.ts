import { perPlace } from '../state/collection.ts';
import type { Location } from '../state/state.ts';
import { Store } from '../state/store.ts';
import { OpportunityIndex } from './opportunityIndex.ts';
import { seedOpportunities } from './opportunitySeed.ts';

/**
 * 60 opportunities (or as many as asked for), twelve hours apart; searches lag behind writes (api#search-index-lag).
 */
export const opportunities = perPlace((location: Location) => {
  const seeded = seedOpportunities(location);
  return new Store(seeded, new OpportunityIndex(seeded, location), location.state);
});
