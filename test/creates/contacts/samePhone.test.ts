import updateContact from '../../../creates/contacts/update_contact.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

const updating = async (phone: string, stored: unknown) => {
  highlevel()
    .put('/contacts/c1')
    .reply(200, { contact: { id: 'c1', phone: stored } });
  return run(updateContact, { contactId: 'c1', phone });
};

// HighLevel adds the country code and drops what is no digit: the last seven digits tell.
test.each([
  ['(415) 555-0134', '+14155550134'],
  ['415 555 0134 ext. 7', '+14155550134'],
  ['+1 415 555 0134', '5550134'],
])('%s is stored as %s: no warning', async (sent, stored) => {
  expect(await updating(sent, stored)).toMatchObject({ id: 'c1', warning: null });
});

test.each([['+14155550135'], ['+14155560134'], [''], [null]])(
  '+1 415 555 0134 is not %j: the warning says so',
  async (stored) => {
    highlevel()
      .get('/contacts/search/duplicate?locationId=loc1&number=%2B1+415+555+0134')
      .reply(200, { contact: null });
    expect(await updating('+1 415 555 0134', stored)).toMatchObject({
      warning: expect.stringContaining('The phone number was not stored'),
    });
  },
);
