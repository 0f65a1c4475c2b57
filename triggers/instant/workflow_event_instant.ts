import { defineTrigger } from 'zapier-platform-core';
import { directionsFor } from '../../lib/hooks/directions.ts';
import { instant } from '../../lib/operations.ts';
import { changedContacts } from '../../records/postedContact.ts';
import { anyPart } from '../../records/postedParts.ts';
import { contactPost, postRoutes } from '../../records/posts.ts';

export default defineTrigger({
  key: 'workflow_event_instant',
  noun: 'Event',
  display: {
    label: 'Workflow Event (Instant)',
    description: 'Triggers when a workflow posts to this Zap, whatever it is about.',
    directions: directionsFor('that should start this Zap'),
  },
  operation: instant({
    record: contactPost(anyPart),
    routes: postRoutes,
    recent: changedContacts,
  }),
});
