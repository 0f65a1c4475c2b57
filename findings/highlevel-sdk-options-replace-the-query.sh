#!/usr/bin/env bash
# @gohighlevel/api-client 3.1.0 (HighLevel's own SDK): the last argument of each method is an axios configuration, and
# what stands in its `params` and `headers` takes the place of the method's own. One more query parameter drops all the
# others, `locationId` too: with stored tokens the call then ends unsent, since the SDK no longer knows whose token to
# take; with a private integration token it goes out without the sub-account. One more header on a request for a token
# drops the content type of the form, and axios then sends the form as one JSON text in quotes.
# Guess: options of one call are added to what the method sends, as axios itself does with a client's and a call's.
# Seen on Node 20.20.2 and 22.23.2, with axios 1.21.1: what the server received, see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @gohighlevel/api-client@3.1.0 axios@1.21.1 >/dev/null
cat >run.cjs <<'JS'
const http = require('node:http');
const axios = require('axios');
const { HighLevel } = require('@gohighlevel/api-client');

let told;
const server = http
  .createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    told = request.method === 'GET' ? request.url : `${request.headers['content-type']}, ${body}`;
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  })
  .listen(0, '127.0.0.1', async () => {
    const baseURL = `http://127.0.0.1:${server.address().port}`;
    const client = async (options) => {
      const sdk = new HighLevel({ clientId: 'app-1', clientSecret: 'secret', logLevel: 'none', ...options });
      sdk.getHttpClient().defaults.baseURL = baseURL;
      await sdk.getSessionStorage().setSession('loc1', { access_token: 'token', expires_in: 86_400 });
      return sdk;
    };
    const tell = async (name, work) =>
      console.log(`${name}: ${await work().then(() => told, ({ message }) => `unsent, ${message}`)}`);

    const one = { locationId: 'loc1', limit: 5 };
    const more = { params: { query: 'maria' } };
    const header = { headers: { 'x-request-id': '1' } };
    const grant = { grant_type: 'authorization_code', code: 'c1' };
    const oauth = await client();
    const secret = await client({ privateIntegrationToken: 'token' });
    const plain = axios.create({ baseURL, params: one });
    await tell('axios, one more parameter', () => plain.get('/contacts/', more));
    await tell('contacts', () => oauth.contacts.getContacts(one));
    await tell('contacts, one more parameter', () => oauth.contacts.getContacts(one, more));
    await tell('contacts, one more, private token', () => secret.contacts.getContacts(one, more));
    await tell('token', () => oauth.oauth.getAccessToken(grant));
    await tell('token, one more header', () => oauth.oauth.getAccessToken(grant, header));
    server.close();
    server.closeAllConnections();
  });
JS
node run.cjs | grep -E '^(axios|contacts|token)' | tee output.txt
diff output.txt - <<'TXT'
axios, one more parameter: /contacts/?locationId=loc1&limit=5&query=maria
contacts: /contacts/?locationId=loc1&limit=5
contacts, one more parameter: unsent, Authentication token required but not available
contacts, one more, private token: /contacts/?query=maria
token: application/x-www-form-urlencoded, grant_type=authorization_code&code=c1
token, one more header: application/json, "grant_type=authorization_code&code=c1"
TXT
