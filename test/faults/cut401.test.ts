import createContactNote from '../../creates/contacts/create_contact_note.ts';
import { highlevel } from '../support/api.ts';
import { hurry } from '../support/clock.ts';
import { run } from '../support/run.ts';

beforeEach(hurry);
afterEach(() => jest.restoreAllMocks());

/** core notes 100 characters of a 401, and these have HighLevel’s words behind them. */
const cut = (message: string) => ({
  statusCode: 401,
  error: 'Unauthorized',
  traceId: '8c7b0a52-1111-4222-8333-444455556666',
  message,
});

const noteAfter = async (message: string, token: { status: number; body: object }) => {
  highlevel().post('/contacts/c1/notes').reply(401, cut(message));
  highlevel().get('/locations/loc1').reply(token.status, token.body);
  highlevel().get('/contacts/c1/notes').times(2).reply(200, { notes: [] });
  const made = run(createContactNote, { contactId: 'c1', body: 'x' });
  return made.catch(({ name }: Error) => name);
};

test('a time-out whose words are cut off does not make the note again with a new token', async () => {
  const fine = { status: 200, body: { location: { id: 'loc1' } } };
  expect(await noteAfter('Command timed out', fine)).toBe('HaltedError');
});

test.each(['Invalid JWT', 'Unauthorized'])(
  'a token that a read is refused too has run out: %s',
  async (message) => {
    const refused = { status: 401, body: { statusCode: 401, message } };
    expect(await noteAfter(message, refused)).toBe('RefreshAuthError');
  },
);
