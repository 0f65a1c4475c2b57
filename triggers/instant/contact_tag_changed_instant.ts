import { defineTrigger } from 'zapier-platform-core';
import { directionsFor } from '../../lib/hooks/directions.ts';
import { instant } from '../../lib/operations.ts';
import { changedContacts } from '../../records/postedContact.ts';
import { contactPost, postRoutes } from '../../records/posts.ts';

export default defineTrigger({
  key: 'contact_tag_changed_instant',
  noun: 'Contact',
  display: {
    label: 'Contact Tag Changed (Instant)',
    description:
      'Triggers when a workflow that starts with an added or removed tag posts to this Zap.',
    directions: directionsFor('“Contact Tag”'),
  },
  operation: instant({
    record: contactPost(),
    routes: postRoutes,
    about: [],
    events: ['ContactTagUpdate'],
    recent: changedContacts,
  }),
});
