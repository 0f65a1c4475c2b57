import { customFields } from '../../sandbox/seed/customFields.ts';
import { type Client, clientOf, useSandbox } from './client.ts';

type Contact = Record<string, unknown> & { id: string };

const sandbox = useSandbox();
let client: Client;
let locationId: string;
beforeAll(async () => {
  client = await clientOf(sandbox());
  locationId = client.locationId;
});

const call: Client['call'] = (...request) => client.call(...request);

async function create(write: object): Promise<Contact> {
  const { body } = await call('POST /contacts/', { locationId, ...write });
  return body.contact as Contact;
}

async function search(body: object = {}): Promise<{ contacts: Contact[]; total: number }> {
  const answer = await call('POST /contacts/search', { locationId, pageLimit: 20, ...body });
  return answer.body as { contacts: Contact[]; total: number };
}

const where = (field: string, operator: string, value?: unknown) =>
  search({ filters: [{ field, operator, ...(value !== undefined && { value }) }] });

const fieldId = (name: string) =>
  [...customFields(sandbox().state.main).values()].find((field) => field.name === name)?.id ?? '';

test('opportunities and workflows of a contact', async () => {
  const { id: contactId } = await create({ firstName: 'Nested', email: 'nested@example.com' });
  const { body } = await call(`GET /opportunities/pipelines?locationId=${locationId}`);
  const [pipeline] = body.pipelines as { id: string; stages: { id: string }[] }[];
  const [first, second] = pipeline?.stages ?? [];
  const placed = { pipelineId: pipeline?.id, pipelineStageId: first?.id, status: 'open' };
  await call('POST /opportunities/', { locationId, contactId, name: 'Nested', ...placed });
  const { body: listed } = await call(`GET /workflows/?locationId=${locationId}`);
  const [workflow] = listed.workflows as { id: string }[];
  await call(`POST /contacts/${contactId}/workflow/${workflow?.id}`, {});
  const finds = async (filter: object) => {
    const mine = { field: 'email', operator: 'eq', value: 'nested@example.com' };
    return (await search({ filters: [mine, filter] })).contacts.length === 1;
  };
  const ofOpportunity = (...filters: object[]) =>
    finds({ field: 'opportunities', operator: 'nested', filters });
  const inPipeline = { field: 'pipelineId', operator: 'eq', value: pipeline?.id };
  const at = (stage: unknown) => ({ field: 'pipelineStageId', operator: 'eq', value: stage });
  expect(await ofOpportunity(inPipeline, at(first?.id))).toBe(true);
  expect(await ofOpportunity(inPipeline, at(second?.id))).toBe(false);
  expect(await ofOpportunity({ field: 'status', operator: 'not_eq', value: 'open' })).toBe(false);
  expect(await finds({ field: 'activeWorkflows', operator: 'eq', value: workflow?.id })).toBe(true);
  expect(await finds({ field: 'finishedWorkflows', operator: 'exists' })).toBe(false);
});

test('a day comes in milliseconds, files and text boxes as maps', async () => {
  const id = fieldId('Last X-Ray');
  await create({
    email: 'day@example.com',
    customFields: [{ id, field_value: '2026-10-15' }],
  });
  const [found] = (await where('email', 'eq', 'day@example.com')).contacts;
  expect(found?.customFields).toEqual([{ id, value: Date.UTC(2026, 9, 15) }]);
  const { contacts: all } = await search({ pageLimit: 100 });
  const values = all.flatMap(({ customFields: list }) => list as { id: string; value: unknown }[]);
  const one = (name: string) => values.find((value) => value.id === fieldId(name))?.value;
  expect(Object.values(one('Insurance Card') as object)[0]).toMatchObject({
    url: expect.stringContaining('https://'),
  });
  expect(Object.values(one('Children') as object)).toHaveLength(2);
});

test('options of one’s own are kept where the definition allows it', async () => {
  const { customFields: kept } = await create({
    email: 'own@example.com',
    customFields: [
      { id: fieldId('Heard of Us By'), field_value: 'A poster' },
      { id: fieldId('Insurance Plan'), field_value: 'Gold' },
    ],
  });
  expect(kept).toEqual([{ id: fieldId('Heard of Us By'), value: 'A poster' }]);
});

test('an upsert takes an empty phone beside an email, and addresses of any alphabet', async () => {
  const email = 'jürgen@müller.example';
  const { status, body } = await call('POST /contacts/upsert', { locationId, email, phone: '' });
  expect(status).toBe(200);
  expect(body.contact).toMatchObject({ email });
});
