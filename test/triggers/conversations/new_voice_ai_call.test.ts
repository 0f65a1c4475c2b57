import newVoiceAiCall from '../../../triggers/conversations/new_voice_ai_call.ts';
import listVoiceAgentChoices from '../../../triggers/dropdowns/list_voice_agent_choices.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test.each([
  [{ agentId: 'a1' }, { agentId: 'a1', callType: 'LIVE' }],
  [{ withTests: true }, {}],
])('%j asks for the newest calls', async (input, query) => {
  highlevel('2021-04-15')
    .get('/voice-ai/dashboard/call-logs')
    .query({
      locationId: 'loc1',
      sortBy: 'createdAt',
      sort: 'descend',
      page: '1',
      pageSize: '3',
      ...query,
    })
    .reply(200, {
      callLogs: [{ id: 'v1', summary: 'Asked for a price.', executedCallActions: [] }],
      total: 1,
      page: 1,
      pageSize: 3,
    });
  const [one] = await poll(newVoiceAiCall, input, { meta: { isLoadingSample: true } });
  expect(one).toMatchObject({ id: 'v1', summary: 'Asked for a price.', revision: 'new' });
  expect(one).not.toHaveProperty('executedCallActions');
});

test('the dropdown names the agents', async () => {
  highlevel('2021-04-15')
    .get('/voice-ai/agents')
    .query({ locationId: 'loc1', page: '1', pageSize: '50' })
    .reply(200, { agents: [{ id: 'a1', agentName: 'Front Desk' }], total: 1 });
  expect(await poll(listVoiceAgentChoices)).toEqual([{ id: 'a1', name: 'Front Desk' }]);
});
