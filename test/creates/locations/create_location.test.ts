import createLocation from '../../../creates/locations/create_location.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { failure, run } from '../../support/run.ts';

const agency = { authData: agencyConnection };

test('creates a sub-account with groups as objects', async () => {
  highlevel()
    .post('/locations/', {
      companyId: 'com1',
      name: 'Alvarez Landscaping',
      snapshotId: 's1',
      country: 'US',
      timezone: 'America/Los_Angeles',
      prospectInfo: { firstName: 'Maria', lastName: 'Alvarez', email: 'maria@example.com' },
      settings: { allowDuplicateContact: true },
      social: { linkedIn: 'https://www.linkedin.com/company/alvarez' },
      twilio: { sid: 'AC1', authToken: 'twilio-secret' },
      mailgun: { apiKey: 'mailgun-secret', domain: 'replies.example.com' },
    })
    .reply(200, { id: 'l9', companyId: 'com1', name: 'Alvarez Landscaping' });

  const made = await run(
    createLocation,
    {
      name: 'Alvarez Landscaping',
      snapshotId: 's1',
      country: 'US',
      timezone: 'America/Los_Angeles',
      prospectInfo__firstName: 'Maria',
      prospectInfo__lastName: 'Alvarez',
      prospectInfo__email: 'maria@example.com',
      settings__allowDuplicateContact: 'yes',
      social__linkedIn: 'https://www.linkedin.com/company/alvarez',
      twilio__sid: 'AC1',
      twilio__access: 'twilio-secret',
      mailgun__domain: 'replies.example.com',
      mailgun__access: 'mailgun-secret',
    },
    agency,
  );

  expect(made).toMatchObject({ id: 'l9', name: 'Alvarez Landscaping', settings: null });
});

test.each([
  [{ prospectInfo__firstName: 'Maria' }, '“Owner First Name”, “Owner Last Name” and “Owner Email”'],
  [{ twilio__sid: 'AC1' }, '“Twilio Account SID” and “Twilio Auth Token” go together'],
  [{ mailgun__domain: 'x.example' }, '“Mailgun Domain” and “Mailgun API Key” go together'],
])('sends nothing with half a group: %j', async (half, sentence) => {
  expect(await failure(run(createLocation, { name: 'A', ...half }, agency))).toContain(sentence);
});

test('says that a sub-account connection is not enough', async () => {
  expect(await failure(run(createLocation, { name: 'A' }))).toContain('needs an agency connection');
});
