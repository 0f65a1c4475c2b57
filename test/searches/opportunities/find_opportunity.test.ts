import { startRun } from '../../../lib/api/startRun.ts';
import { rememberNew } from '../../../lib/newRecords.ts';
import findOpportunity from '../../../searches/opportunities/find_opportunity.ts';
import { highlevel } from '../../support/api.ts';
import { failure, poll } from '../../support/run.ts';
import { bundleOf, performOf, plainZ, type Request } from '../../support/zapier.ts';

const found = {
  id: 'o1',
  name: 'Whitening',
  contactId: 'c1',
  pipelineId: 'p1',
  pipelineStageId: 's1',
  status: 'open',
  assignedTo: 'u1',
};
const pipelines = () =>
  highlevel()
    .get('/opportunities/pipelines?locationId=loc1')
    .reply(200, {
      pipelines: [
        { id: 'p1', name: 'Treatments', stages: [{ id: 's1', name: 'Booked' }] },
        { id: 'p2', name: 'Recall', stages: [{ id: 's2', name: 'Due' }] },
      ],
    });

const asked = (filters: Record<string, string>[], opportunities: object[]) =>
  highlevel()
    .post('/opportunities/search', {
      locationId: 'loc1',
      query: '',
      filters,
      additionalDetails: {
        notes: false,
        tasks: false,
        calendarEvents: false,
        unReadConversations: false,
      },
      limit: 100,
      page: 1,
      searchAfter: [],
      sort: [{ field: 'date_added', direction: 'desc' }],
    })
    .reply(201, { opportunities, total: opportunities.length });

const equal = (field: string, value: string) => ({ field, operator: 'eq', value });

test('the newest that has all that is filled in, with the names of its pipeline and stage', async () => {
  pipelines();
  asked(
    [
      equal('contact_id', 'c1'),
      equal('pipeline_id', 'p1'),
      equal('pipeline_stage_id', 's1'),
      equal('status', 'open'),
      equal('name', 'Whitening'),
      equal('assigned_to', 'u1'),
    ],
    [found, { ...found, id: 'o2', status: 'won' }],
  );
  const input = {
    contactId: 'c1',
    pipelineId: 'p1',
    pipelineStageId: 's1',
    status: 'open',
    name: 'Whitening',
    assignedTo: 'u1',
  };
  const records = await poll(findOpportunity, input);
  expect(records).toMatchObject([
    { id: 'o1', pipelineName: 'Treatments', pipelineStageName: 'Booked', source: null },
  ]);
});

test('none', async () => {
  asked([equal('contact_id', 'c1')], []);
  expect(await poll(findOpportunity, { contactId: 'c1' })).toEqual([]);
});

test('refuses a stage of another pipeline', async () => {
  pipelines();
  const input = { pipelineId: 'p1', pipelineStageId: 's2' };
  expect(await failure(poll(findOpportunity, input))).toContain('belongs to another pipeline');
});

test('one that was just made counts as it is now, not as the search still has it', async () => {
  const z = plainZ(({ url }: Request) => {
    if (url.includes('pipelines')) return { pipelines: [] };
    if (url.includes('customFields')) return { customFields: [] };
    if (url.endsWith('/opportunities/search')) return { opportunities: [found], total: 1 };
    return { opportunity: { ...found, status: 'won' } };
  });
  await rememberNew(startRun(z, bundleOf({})).cache, 'opportunity', 'o1');
  const search = (status: string) =>
    performOf(findOpportunity)(z, bundleOf({ contactId: 'c1', status }));
  expect(await search('all')).toMatchObject([{ id: 'o1', status: 'won' }]);
  expect(await search('open')).toEqual([]);
});
