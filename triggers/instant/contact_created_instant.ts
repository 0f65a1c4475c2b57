import { defineTrigger } from 'zapier-platform-core';
import { directionsFor } from '../../lib/hooks/directions.ts';
import { instant } from '../../lib/operations.ts';
import { newContacts } from '../../records/postedContact.ts';
import { contactPost, postRoutes } from '../../records/posts.ts';

export default defineTrigger({
  key: 'contact_created_instant',
  noun: 'Contact',
  display: {
    label: 'Contact Created (Instant)',
    description: 'Triggers when a workflow that starts with a new contact posts to this Zap.',
    directions: directionsFor('“Contact Created”'),
  },
  operation: instant({
    record: contactPost(),
    routes: postRoutes,
    about: [],
    events: ['ContactCreate'],
    recent: newContacts,
  }),
});
