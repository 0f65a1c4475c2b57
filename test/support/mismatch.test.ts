import addNote from '../../creates/contacts/create_contact_note.ts';
import { highlevel } from './api.ts';
import { hurry } from './clock.ts';
import { failure, run } from './run.ts';

// The app tries again after a while.
beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

const writing = () => failure(run(addNote, { contactId: 'c1', body: 'Hello' }));

test('a body unlike the expected one is shown beside it', async () => {
  highlevel().post('/contacts/c1/notes', { body: 'Goodbye' }).reply(201, {});
  const said = await writing();
  expect(said).toContain('Goodbye');
  expect(said).toContain('Hello');
  expect(said).not.toContain('could not be reached');
});

test('so is another path', async () => {
  highlevel().post('/contacts/c2/notes').reply(201, {});
  expect(await writing()).toContain('/contacts/c1/notes');
});

test('so is another Version', async () => {
  highlevel('v3').post('/contacts/c1/notes', { body: 'Hello' }).reply(201, {});
  expect(await writing()).toMatch(/- .*version.*v3.*\n.*\+ .*version.*2021-07-28/);
});

test('nobody expects anything: HighLevel could not be reached', async () => {
  expect(await writing()).toContain('could not be reached');
});
