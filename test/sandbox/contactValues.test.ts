import { useContacts } from './contactClient.ts';

const { call, locationId, create, search, where, fieldId } = useContacts();

test('opportunities and workflows of a contact', async () => {
  const { id: contactId } = await create({ firstName: 'Nested', email: 'nested@example.com' });
  const { body } = await call(`GET /opportunities/pipelines?locationId=${locationId()}`);
  const [pipeline] = body.pipelines as { id: string; stages: { id: string }[] }[];
  const [first, second] = pipeline?.stages ?? [];
  const placed = { pipelineId: pipeline?.id, pipelineStageId: first?.id, status: 'open' };
  await call('POST /opportunities/', {
    locationId: locationId(),
    contactId,
    name: 'Nested',
    ...placed,
  });
  const { body: listed } = await call(`GET /workflows/?locationId=${locationId()}`);
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
  const { status, body } = await call('POST /contacts/upsert', {
    locationId: locationId(),
    email,
    phone: '',
  });
  expect(status).toBe(200);
  expect(body.contact).toMatchObject({ email });
});
