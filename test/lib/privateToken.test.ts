import nock from 'nock';
import type { Run } from '../../lib/run.ts';
import { problem, withinRun } from '../support/within.ts';

const authData = { privateToken: 'pit-of-the-test', locationId: 'loc1', companyId: '' };

/** Reads a contact with a private token, and gives what people read when HighLevel refuses it so. */
const said = (status: number, message: string) => {
  nock('https://services.leadconnectorhq.com', {
    reqheaders: { authorization: 'Bearer pit-of-the-test' },
  })
    .get('/contacts/c1')
    .reply(status, { statusCode: status, message });
  const read = (run: Run) => run.call('GET /contacts/{contactId}', { contactId: 'c1' });
  return problem(withinRun(read, { authData }));
};

afterEach(() => nock.cleanAll());

// What the real API says (api#private-token-refusals, api#location-check). Core lets these 401s through only with custom
// authentication (test/privateToken.test.ts); here it throws them first, as on an OAuth connection.
test.each([
  [401, 'Invalid Private Integration token', 'ExpiredAuthError', 'does not accept the token of'],
  [401, 'Invalid JWT', 'ExpiredAuthError', 'does not accept the token of this connection'],
  [401, 'The token is not authorized for this scope.', 'AppError', 'scope “contacts.readonly”'],
  [401, 'This location is not accessible from this token!', 'AppError', 'no access to that sub-'],
  [403, 'The token does not have access to this location.', 'AppError', 'no access to that sub-'],
  [401, "Token's user type mismatch!", 'AppError', 'does not accept this kind of token here'],
  [403, 'Forbidden resource', 'AppError', 'The token of this connection is not allowed to do this'],
  [400, 'Location not found', 'AppError', 'HighLevel does not know this sub-account.'],
])('%s “%s” is told as what it is', async (status, message, name, sentence) => {
  const told = await said(status, message);
  expect(told.name).toBe(name);
  expect(told.message).toContain(sentence);
  expect(told.message).not.toMatch(/app is not installed|app is no longer|install the app/);
});
