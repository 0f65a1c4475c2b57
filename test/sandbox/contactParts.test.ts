import { useContacts } from './contactClient.ts';

const { sandbox, call, locationId, create, read, search } = useContacts();

describe('tags, notes, tasks, campaigns', () => {
  test('tags are added and removed one by one', async () => {
    const { id } = await create({ firstName: 'Tagged', tags: ['one'] });
    const added = await call(`POST /contacts/${id}/tags`, { tags: ['Two', 'one'] });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ tags: ['one', 'two'], tagsAdded: ['two'] });
    const removed = await call(`DELETE /contacts/${id}/tags`, { tags: ['one', 'none'] });
    expect(removed.body).toMatchObject({ tags: ['two'], tagsRemoved: ['one'] });
    const { body } = await call(`GET /locations/${locationId()}/tags`);
    expect(body.tags).toContainEqual(
      expect.objectContaining({ name: 'two', locationId: locationId() }),
    );
  });

  test('tags in bulk', async () => {
    const { id } = await create({ firstName: 'Bulk', tags: ['x', 'y'] });
    const bulk = { contacts: [id, 'nobody'], tags: ['x'], locationId: locationId() };
    const { status, body } = await call('POST /contacts/bulk/tags/update/remove', bulk);
    expect(status).toBe(201);
    expect(body).toMatchObject({ succeded: true, errorCount: 1 });
    expect((await read(id)).tags).toEqual(['y']);
  });

  test('notes', async () => {
    const { id } = await create({ firstName: 'Noted' });
    const made = await call(`POST /contacts/${id}/notes`, { body: '<b>Hello</b>' });
    const note = made.body.note as { id: string };
    expect(made.status).toBe(201);
    expect(note).toMatchObject({ bodyText: 'Hello', userId: null, pinned: false, relations: [] });
    await call(`PUT /contacts/${id}/notes/${note.id}`, { pinned: true });
    const { body } = await call(`GET /contacts/${id}/notes`);
    expect(body.notes).toEqual([expect.objectContaining({ id: note.id, pinned: true })]);
    await call(`DELETE /contacts/${id}/notes/${note.id}`);
    expect((await call(`GET /contacts/${id}/notes/${note.id}`)).status).toBe(400);
  });

  test('a task needs `completed` and leaves out what is empty', async () => {
    const { id } = await create({ firstName: 'Busy' });
    const write = { title: 'Call', dueDate: '2026-07-20T10:00:00Z' };
    const refused = await call(`POST /contacts/${id}/tasks`, write);
    expect(refused.body.message).toEqual([
      'completed should not be empty',
      'completed must be a boolean value',
    ]);
    const made = await call(`POST /contacts/${id}/tasks`, { ...write, completed: false });
    const task = made.body.task as { id: string };
    expect(task).toEqual({
      id: expect.any(String),
      title: 'Call',
      dueDate: '2026-07-20T10:00:00.000Z',
      completed: false,
      contactId: id,
    });
    const route = `PUT /contacts/${id}/tasks/${task.id}`;
    expect((await call(route, { completed: true })).body.task).toMatchObject({ title: 'Call' });
    expect((await call(`${route}/completed`, { completed: false })).body.task).toMatchObject({
      completed: false,
    });
  });

  test('campaigns', async () => {
    const { id } = await create({ firstName: 'Campaigner' });
    const { body } = await call(`GET /campaigns/?locationId=${locationId()}`);
    const [campaign] = body.campaigns as { id: string }[];
    expect((await call(`POST /contacts/${id}/campaigns/${campaign?.id}`)).status).toBe(201);
    expect((await call(`DELETE /contacts/${id}/campaigns/removeAll`)).body.succeded).toBe(true);
    expect((await call(`POST /contacts/${id}/campaigns/none`, {})).status).toBe(400);
  });

  test('appointments have naive local times', async () => {
    const [newest] = (await search({ sort: [{ field: 'dateAdded', direction: 'asc' }] })).contacts;
    expect((await call(`GET /contacts/${newest?.id}/appointments`)).body.events).toEqual([]);
    const seeded = sandbox().state.main;
    const { contacts } = await import('../../sandbox/seed/contacts.ts');
    const id = contacts(seeded).seededAt(0)?.id;
    const { body } = await call(`GET /contacts/${id}/appointments`);
    const [event] = body.events as { startTime: string }[];
    expect(event?.startTime).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);
  });
});
