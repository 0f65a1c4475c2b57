import { defineTrigger } from 'zapier-platform-core';
import { directionsFor } from '../../lib/hooks/directions.ts';
import { instant } from '../../lib/operations.ts';
import { postedOpportunity, recentOpportunities } from '../../records/postedOpportunity.ts';
import { postRoutes, postWith } from '../../records/posts.ts';

export default defineTrigger({
  key: 'opportunity_stage_changed_instant',
  noun: 'Opportunity',
  display: {
    label: 'Opportunity Stage Changed (Instant)',
    description:
      'Triggers when a workflow that starts with a new stage of an opportunity posts to this Zap.',
    directions: directionsFor('“Pipeline Stage Changed”'),
  },
  operation: instant({
    record: postWith(postedOpportunity),
    routes: [...postRoutes, ...postedOpportunity.routes],
    about: ['opportunity'],
    events: ['OpportunityStageUpdate'],
    recent: recentOpportunities,
  }),
});
