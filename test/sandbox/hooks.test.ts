import { contacts } from '../../sandbox/seed/contacts.ts';
import { conversations, receive } from '../../sandbox/seed/conversations.ts';
import type { HookRequest, WorkflowStart } from '../../sandbox/state/hooks.ts';
import { clientOf, send, useSandbox } from './client.ts';

const sandbox = useSandbox();

/** What the workflows that begin so post while something happens. */
const posts = async (start: WorkflowStart, happens: () => unknown): Promise<HookRequest[]> => {
  const { hooks, main } = sandbox().state;
  const all: HookRequest[] = [];
  hooks.add({
    id: 'w1',
    name: 'New leads',
    start,
    locationId: main.id,
    customData: { campaign: 'Spring' },
    send: async (request) => all.push(request),
  });
  await happens();
  await hooks.settled();
  hooks.remove('w1');
  return all;
};

const bodyOf = ([request]: HookRequest[]): Record<string, unknown> =>
  JSON.parse(request?.content ?? '{}');

test('a new contact: headers and members as captured, and nothing that says what happened', async () => {
  const { call, locationId } = await clientOf(sandbox());
  const all = await posts('Contact Created', () =>
    call('POST /contacts/', { locationId, firstName: 'Ana', tags: ['a', 'b c'] }),
  );
  expect(all[0]?.headers).toMatchObject({
    'content-type': 'application/json',
    'user-agent': 'axios/1.13.2',
    traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/),
  });
  const body = bodyOf(all);
  expect(body).toMatchObject({
    'Insurance Number': '',
    first_name: 'Ana',
    full_name: 'Ana',
    tags: 'a,b c',
    country: 'US',
    full_address: '',
    contact_type: 'lead',
    location: { id: locationId },
    workflow: { id: 'w1', name: 'New leads' },
    triggerData: {},
    attributionSource: {},
    customData: { campaign: 'Spring' },
  });
  for (const missing of ['last_name', 'email', 'phone', 'type', 'webhookId', 'locationId'])
    expect(body).not.toHaveProperty(missing);
});

test('a changed tag: the whole list, not which one', async () => {
  const { call } = await clientOf(sandbox());
  const [contact] = contacts(sandbox().state.main).written();
  const all = await posts('Contact Tag', () =>
    call(`POST /contacts/${contact?.id}/tags`, { tags: ['vip'] }),
  );
  expect(bodyOf(all)).toMatchObject({ contact_id: contact?.id, tags: 'a,b c,vip' });
});

test('a moved opportunity: its id at the root, the stage by its name as HighLevel spells it', async () => {
  const { call, locationId } = await clientOf(sandbox());
  const { body: listed } = await call(`GET /opportunities/pipelines?locationId=${locationId}`);
  const { body: found } = await call(
    `GET /opportunities/search?location_id=${locationId}&status=open&limit=1`,
  );
  const [opportunity] = found.opportunities as {
    id: string;
    pipelineId: string;
    pipelineStageId: string;
  }[];
  const pipeline = (
    listed.pipelines as { id: string; stages: { id: string; name: string }[] }[]
  ).find(({ id }) => id === opportunity?.pipelineId);
  const next = pipeline?.stages.find(({ id }) => id !== opportunity?.pipelineStageId);
  const move = (pipelineStageId: unknown) =>
    call(`PUT /opportunities/${opportunity?.id}`, { pipelineId: pipeline?.id, pipelineStageId });
  expect(bodyOf(await posts('Pipeline Stage Changed', () => move(next?.id)))).toMatchObject({
    id: opportunity?.id,
    pipleline_stage: next?.name,
    pipeline_id: pipeline?.id,
  });
  // Nothing moved.
  expect(await posts('Pipeline Stage Changed', () => move(next?.id))).toEqual([]);
});

test('a reply: a number as its type; a call says nothing else', async () => {
  const { main } = sandbox().state;
  const [conversation] = conversations(main).values();
  const id = conversation?.id ?? '';
  expect(bodyOf(await posts('Customer Replied', () => receive(main, id, 'Hi')))).toMatchObject({
    message: { type: 2, body: 'Hi' },
  });
  const call = () => receive(main, id, '', 'TYPE_CALL');
  expect(bodyOf(await posts('Customer Replied', call)).message).toEqual({ type: 1 });
});

test('a refused request and another trigger start nothing', async () => {
  const { call, locationId } = await clientOf(sandbox());
  const refused = () => call('POST /contacts/', { locationId, nonsense: true });
  expect(await posts('Contact Created', refused)).toEqual([]);
  const create = () => call('POST /contacts/', { locationId, firstName: 'Bo' });
  expect(await posts('Contact Tag', create)).toEqual([]);
});

test('workflows are built by the controls, and post to this computer only', async () => {
  const workflow = { url: 'http://127.0.0.1:9/x', start: 'Contact Created' };
  const made = await send(sandbox(), 'POST /__sandbox/workflows', workflow);
  expect(made).toMatchObject({ status: 201, body: { start: 'Contact Created' } });
  expect(sandbox().state.hooks.all).toHaveLength(1);
  await send(sandbox(), `DELETE /__sandbox/workflows/${made.body.id}`);
  expect(sandbox().state.hooks.all).toEqual([]);
  for (const url of ['https://example.com/', 'http://127.0.0.1.example.com/', 'file:///etc/passwd'])
    expect(await send(sandbox(), 'POST /__sandbox/workflows', { ...workflow, url })).toMatchObject({
      status: 400,
    });
});

test('a post that nobody takes fails nothing', async () => {
  const { call, locationId } = await clientOf(sandbox());
  const { hooks, main } = sandbox().state;
  hooks.add({
    id: 'w2',
    name: '',
    start: 'Contact Created',
    locationId: main.id,
    customData: {},
    send: () => Promise.reject(new Error('down')),
  });
  expect(await call('POST /contacts/', { locationId, firstName: 'Cy' })).toMatchObject({
    status: 201,
  });
  await hooks.settled();
  hooks.remove('w2');
});
