import deleteContact from '../../creates/contacts/delete_contact.ts';
import deleteContactNote from '../../creates/contacts/delete_contact_note.ts';
import { highlevel } from '../support/api.ts';
import { failure, run } from '../support/run.ts';
import { within } from '../support/within.ts';

const gone = [
  [400, { statusCode: 400, message: 'Contact with id c1 not found' }],
  [404, { statusCode: 404, message: 'Location not found' }],
  [403, { statusCode: 403, message: 'The token does not have access to this location.' }],
] as const;
const missing = { statusCode: 400, message: 'Contact with id c1 not found' };

/** Runs of Delete Contact that share what Zapier keeps. */
const runs = (...contactIds: string[]) =>
  within(async (z, bundle) => {
    const outcomes: unknown[] = [];
    for (const contactId of contactIds) {
      const { perform } = deleteContact.operation as {
        perform: (...given: unknown[]) => Promise<unknown>;
      };
      const one = perform(z, { ...bundle, inputData: { contactId } });
      outcomes.push(await one.catch(({ name }: Error) => name));
    }
    return outcomes;
  });

const deletes = (id: string, status: number, body: object = {}) =>
  highlevel().delete(`/contacts/${id}`).reply(status, body);

test.each([
  [401, { message: 'Command timed out' }],
  [500, { message: 'Internal server error' }],
  [504, {}],
])(
  'a delete whose answer was lost (%d) has succeeded if its replay finds nothing',
  async (status, body) => {
    deletes('c1', status, body);
    deletes('c1', 400, missing);
    expect(await runs('c1', 'c1')).toEqual([
      'AppError',
      expect.objectContaining({ id: 'c1', deleted: true }),
    ]);
  },
);

test.each(gone)('however HighLevel says that it is gone: %d %j', async (status, body) => {
  deletes('c1', 500, { message: 'Internal server error' });
  deletes('c1', status, body);
  expect((await runs('c1', 'c1'))[1]).toMatchObject({ id: 'c1', deleted: true });
});

test('that of another record has not', async () => {
  deletes('c1', 500, { message: 'Internal server error' });
  deletes('c2', 400, missing);
  expect(await runs('c1', 'c2')).toEqual(['AppError', 'AppError']);
});

test('what was never there is told', async () => {
  highlevel().delete('/contacts/c1/notes/n1').reply(404, { message: 'Note with id n1 not found' });
  const input = { contactId: 'c1', id: 'n1' };
  expect(await failure(run(deleteContactNote, input))).toContain('HighLevel did not find this.');
});
