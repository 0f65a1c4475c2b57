import { pipelines } from '../sandbox/seed/pipelines.ts';
import type { Guide, Station } from './station.ts';

const opportunity = (guide: Guide) => ({ id: guide.result('create_opportunity').id });
const customer = (guide: Guide) => ({ contactId: guide.result('create_opportunity').contactId });
const follower = async (guide: Guide) => ({
  followers: [(await guide.run('list_users_by_location', {})).id],
});

let people = 0;

/** A contact of its own, because a contact may have only one open opportunity in a pipeline. */
const newContact = async ({ run }: Guide, firstName: string) => {
  people += 1;
  const email = `${firstName}.${people}@tour.example.com`.toLowerCase();
  return { contactId: (await run('create_contact', { firstName, email })).id };
};

/** The opportunity operations in the order of an opportunity's life. */
export const opportunities: Station[] = [
  {
    key: 'list_pipelines',
    input: { triggerOn: 'changed' },
    // No endpoint changes a pipeline; people do it in HighLevel's settings.
    change: ({ sandbox }) => {
      const [first] = pipelines(sandbox.state.main).values();
      if (first) first.stages = first.stages.slice(0, -1);
    },
  },
  {
    key: 'create_opportunity',
    input: async (guide) => ({
      ...(await newContact(guide, 'Olga')),
      name: 'Whitening for Olga',
      monetaryValue: 450,
    }),
  },
  {
    key: 'get_opportunity',
    input: opportunity,
    change: ({ run }, { id }) => run('update_opportunity', { id, monetaryValue: 500 }),
  },
  {
    key: 'search_opportunities',
    input: { status: 'open' },
    change: async (guide, { pipelineId }) =>
      guide.run('create_opportunity', {
        ...(await newContact(guide, 'Oscar')),
        pipelineId,
        name: 'Check-up for Oscar',
      }),
  },
  {
    key: 'update_opportunity',
    input: (guide) => ({
      ...opportunity(guide),
      name: 'Whitening and cleaning',
      monetaryValue: 620,
    }),
  },
  {
    key: 'add_opportunity_followers',
    input: async (guide) => ({ ...opportunity(guide), ...(await follower(guide)) }),
  },
  {
    key: 'remove_opportunity_followers',
    input: async (guide) => ({ ...opportunity(guide), ...(await follower(guide)) }),
  },
  {
    key: 'upsert_opportunity',
    input: (guide) => ({
      ...customer(guide),
      pipelineId: guide.result('create_opportunity').pipelineId,
      monetaryValue: 700,
    }),
  },
  {
    key: 'update_opportunity_status',
    input: async (guide) => ({
      ...opportunity(guide),
      status: 'lost',
      lostReasonId: (await guide.run('list_lost_reasons', {})).id,
    }),
  },
  { key: 'delete_opportunity', input: opportunity },
];
