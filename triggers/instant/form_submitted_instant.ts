import { defineTrigger } from 'zapier-platform-core';
import { directionsFor } from '../../lib/hooks/directions.ts';
import { instant } from '../../lib/operations.ts';
import { formContacts } from '../../records/postedContact.ts';
import { contactPost, postRoutes } from '../../records/posts.ts';

export default defineTrigger({
  key: 'form_submitted_instant',
  noun: 'Contact',
  display: {
    label: 'Form Submitted (Instant)',
    description: 'Triggers when a workflow that starts with a submitted form posts to this Zap.',
    directions: directionsFor('“Form Submitted”'),
  },
  operation: instant({
    record: contactPost(
      { form: { id: 'ForAAAAAAAAAAAAAAA01', name: 'New patients' } },
      { form__id: 'Form ID', form__name: 'Form Name' },
    ),
    routes: postRoutes,
    about: ['form', 'payment', 'order'],
    events: [],
    recent: formContacts,
  }),
});
