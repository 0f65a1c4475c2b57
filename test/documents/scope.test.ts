/** A scope that the connection lacks is named before a documented endpoint is called. */
import apiRequest from '../../creates/endpoints/api_request.ts';
import apiLookUp from '../../searches/endpoints/api_look_up.ts';
import { documentedChoices } from '../../triggers/dropdowns/documented.ts';
import anyListRecord from '../../triggers/endpoints/any_list_record.ts';
import { agencyConnection, connection, highlevel } from '../support/api.ts';
import { failure, poll, run } from '../support/run.ts';

const missing = (scope: string) =>
  `HighLevel has not allowed this connection to do this: the scope “${scope}” is missing. Ask the owner of the app to add it, install the app again in HighLevel, then reconnect.`;

const change = {
  ...{ apiEndpoint: 'PUT /links/{linkId}', linkId: 'l1' },
  ...{ name: 'Booking', redirectTo: 'https://example.com' },
};
const list = { apiEndpoint: 'GET /links/' };
const authData = { ...connection, scope: 'contacts.readonly links.readonly' };
const other = { ...connection, scope: 'contacts.readonly contacts.write' };

// No test answers a request that it does not expect, so each refusal comes before any.
test('an action, a search, a trigger and a dropdown say it before they ask', async () => {
  expect(await failure(run(apiRequest, change, { authData }))).toBe(missing('links.write'));
  const read = missing('links.readonly');
  expect(await failure(poll(apiLookUp, list, { authData: other }))).toBe(read);
  expect(await failure(poll(anyListRecord, list, { authData: other }))).toBe(read);
  const dropdown = documentedChoices.find(({ key }) => key === 'list_of_links');
  expect(dropdown && (await failure(poll(dropdown, {}, { authData: other })))).toBe(read);
});

test('what the connection has goes through', async () => {
  highlevel()
    .get('/links/')
    .query({ locationId: 'loc1' })
    .reply(200, { links: [{ id: 'l1', name: 'Booking' }] });
  expect(await poll(apiLookUp, list, { authData })).toMatchObject([{ count: 1 }]);
});

test.each([
  ['a connection from before its scopes were kept', connection, missing('links.write')],
  ['an answer that named none', { ...connection, scope: '' }, missing('links.write')],
])('HighLevel says it to %s', async (_, known, said) => {
  highlevel()
    .put('/links/l1')
    .reply(401, { statusCode: 401, message: 'The token is not authorized for this scope.' });
  expect(await failure(run(apiRequest, change, { authData: known }))).toBe(said);
});

describe('an agency', () => {
  // Its own token may lack what that of a sub-account has: the app may be newer there.
  const agency = { ...agencyConnection, scope: 'companies.readonly oauth.write' };
  // The token of a sub-account is kept, so each test has one of its own.
  const ask = (locationId: string) =>
    poll(apiLookUp, { ...list, locationId }, { authData: agency });
  const exchange = (scope?: string) =>
    highlevel()
      .post('/oauth/locationToken')
      .reply(200, { access_token: connection.access_token, expires_in: 86_399, scope });

  test('hears what the token of the sub-account lacks', async () => {
    exchange('contacts.readonly');
    expect(await failure(ask('sub1'))).toBe(missing('links.readonly'));
  });

  test.each([
    ['sub2', 'links.readonly'],
    ['sub3', undefined],
  ])('works in %s with a token that has it or does not tell (%s)', async (locationId, scope) => {
    exchange(scope);
    highlevel().get('/links/').query({ locationId }).reply(200, { links: [] });
    expect(await ask(locationId)).toMatchObject([{ count: 0 }]);
  });

  test('hears why there is no token', async () => {
    highlevel().post('/oauth/locationToken').reply(400, { message: 'Location not found' });
    expect(await failure(ask('sub4'))).toContain('HighLevel gave no access to this sub-account.');
  });
});
