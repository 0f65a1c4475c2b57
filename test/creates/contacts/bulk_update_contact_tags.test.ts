import bulkUpdateContactTags from '../../../creates/contacts/bulk_update_contact_tags.ts';
import { highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

test.each(['add', 'remove'])('%s tags of many contacts', async (type) => {
  highlevel()
    .post(`/contacts/bulk/tags/update/${type}`, {
      locationId: 'loc1',
      contacts: ['c1', 'c2'],
      tags: ['vip'],
    })
    .reply(201, { succeded: true, errorCount: 0, responses: ['c1', 'c2'] });
  expect(await run(bulkUpdateContactTags, { type, contacts: ['c1', 'c2'], tags: ['vip'] })).toEqual(
    { succeeded: true, errorCount: 0, responses: ['c1', 'c2'], warning: null },
  );
});

test('removes all tags', async () => {
  highlevel()
    .post('/contacts/bulk/tags/update/remove', {
      locationId: 'loc1',
      contacts: ['c1'],
      tags: ['vip'],
      removeAllTags: true,
    })
    .reply(201, { errorCount: 0, responses: [] });
  const input = { type: 'remove', contacts: ['c1'], tags: ['vip'], removeAllTags: true };
  expect(await run(bulkUpdateContactTags, input)).toMatchObject({ succeeded: true });
});

describe('what HighLevel did not change', () => {
  const answers = (errorCount: number, responses: unknown[]) =>
    highlevel()
      .post('/contacts/bulk/tags/update/add')
      .reply(201, { succeded: true, errorCount, responses });
  const input = { type: 'add', contacts: ['c1', 'c2'], tags: ['vip'] };
  const deleted = (contactId: string) => ({
    contactId,
    type: 'error',
    message: 'contact is deleted',
  });

  test('is told where it is a part', async () => {
    answers(1, [{ contactId: 'c1', type: 'success' }, deleted('c2')]);
    expect(await run(bulkUpdateContactTags, input)).toMatchObject({
      errorCount: 1,
      warning: 'HighLevel did not change the tags of 1 of 2 contacts: contact is deleted.',
    });
  });

  test('is told where it is not counted', async () => {
    answers(0, [{ contactId: 'c1', type: 'success' }, deleted('c2')]);
    expect(await run(bulkUpdateContactTags, input)).toMatchObject({
      warning: 'HighLevel did not change the tags of 1 of 2 contacts: contact is deleted.',
    });
  });

  test('is everything where the other contacts are empty lines', async () => {
    answers(1, [deleted('c1')]);
    const asked = run(bulkUpdateContactTags, { ...input, contacts: ['c1', '', null] });
    expect(await failure(asked)).toContain('the tags of any of these contacts');
  });

  test.each([
    ['with a reason', [deleted('c1'), deleted('c2')], ': contact is deleted.'],
    ['without one', [], '.'],
  ])('is an error where it is everything, %s', async (_, responses, said) => {
    answers(2, responses);
    expect(await failure(run(bulkUpdateContactTags, input))).toBe(
      `HighLevel did not change the tags of any of these contacts${said} Check that they were not deleted and that they belong to this sub-account.`,
    );
  });
});

test('knows adding and removing only', async () => {
  const input = { type: '../delete', contacts: ['c1'], tags: ['vip'] };
  expect(await failure(run(bulkUpdateContactTags, input))).toContain(
    '“What to Do” must be one of: “Add tags”, “Remove tags”.',
  );
});

test('is no error less where a contact was left blank', async () => {
  const refused = { contactId: 'c1', type: 'error', message: 'contact is deleted' };
  highlevel()
    .post('/contacts/bulk/tags/update/add', { locationId: 'loc1', contacts: ['c1'], tags: ['vip'] })
    .reply(201, { succeded: true, errorCount: 1, responses: [refused] });
  const input = { type: 'add', contacts: ['c1', ' '], tags: ['vip'] };
  expect(await failure(run(bulkUpdateContactTags, input))).toContain(
    'HighLevel did not change the tags of any of these contacts',
  );
});

test('takes no tags away where tags are to be added', async () => {
  const input = { type: 'add', contacts: ['c1'], tags: ['vip'], removeAllTags: 'yes' };
  expect(await failure(run(bulkUpdateContactTags, input))).toContain(
    '“Remove All Tags” works only with “Remove tags”',
  );
});
