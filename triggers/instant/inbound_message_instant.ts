import { defineTrigger } from 'zapier-platform-core';
import { directionsFor } from '../../lib/hooks/directions.ts';
import { instant } from '../../lib/operations.ts';
import { outbound, postedMessage, recentMessages } from '../../records/postedMessage.ts';
import { postRoutes, postWith } from '../../records/posts.ts';

export default defineTrigger({
  key: 'inbound_message_instant',
  noun: 'Message',
  display: {
    label: 'Inbound Message (Instant)',
    description:
      'Triggers when a workflow that starts with a reply of a customer posts to this Zap.',
    directions: directionsFor('“Customer Replied”'),
  },
  operation: instant({
    record: postWith(postedMessage),
    routes: [...postRoutes, ...postedMessage.routes],
    about: ['message'],
    events: ['InboundMessage'],
    disproved: outbound,
    recent: recentMessages,
  }),
});
