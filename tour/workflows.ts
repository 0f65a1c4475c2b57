import { campaigns, snapshots, workflows as workflowsOf } from '../sandbox/seed/workflows.ts';
import type { Guide, Station } from './station.ts';

const contact = ({ result }: Guide) => ({ contactId: result('create_contact').id });

/** Workflows, campaigns, snapshots, followers and the bulk change of businesses. */
export const workflows: Station[] = [
  {
    key: 'list_workflows',
    change: ({ sandbox }) => {
      const all = workflowsOf(sandbox.state.main);
      const [first] = all.values();
      if (first) all.set('w-tour', { ...first, id: 'w-tour', name: 'Tour Workflow' });
    },
  },
  {
    key: 'list_campaigns',
    change: ({ sandbox }) => {
      const all = campaigns(sandbox.state.main);
      const [first] = all.values();
      if (first) all.set('c-tour', { ...first, id: 'c-tour', name: 'Tour Campaign' });
    },
  },
  {
    key: 'list_snapshots',
    change: ({ sandbox }) =>
      snapshots(sandbox.state.company).set('s-tour', { id: 's-tour', name: 'Tour', type: 'own' }),
  },
  {
    key: 'add_contact_to_workflow',
    input: (guide) => ({
      ...contact(guide),
      removeFirst: true,
      eventStartTime: '2030-06-23T03:30:00+01:00',
    }),
  },
  { key: 'remove_contact_from_workflow', input: contact },
  { key: 'add_contact_followers', input: contact },
  { key: 'remove_contact_followers', input: contact },
  {
    key: 'bulk_update_contact_business',
    input: (guide) => ({
      ids: [contact(guide).contactId],
      businessId: guide.result('create_business').id,
    }),
  },
];
