#!/usr/bin/env bash
# @gohighlevel/api-client 3.1.0 (HighLevel's own SDK): after a 401 the SDK refreshes the stored token and sends the
# request again, but only if the sub-account stands in the query or the path. A write that names it in its body, as
# creating a contact does, ends with the 401: the SDK looks for `locationId` in a body that is text by then. The first
# read refreshes, and the same write works after it.
# Guess: the automatic refresh works for every request alike.
# Seen on Node 22.23.2: see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @gohighlevel/api-client@3.1.0 >/dev/null
cat >run.cjs <<'JS'
const http = require('node:http');
const { HighLevel } = require('@gohighlevel/api-client');

const tokens = (access_token) => ({
  access_token,
  refresh_token: 'refresh',
  expires_in: 86_400,
  userType: 'Location',
  locationId: 'loc1',
});

const server = http
  .createServer((request, response) => {
    request.resume();
    const isRefresh = request.url === '/oauth/token';
    const isOld = request.headers.authorization === 'Bearer old';
    response.writeHead(!isRefresh && isOld ? 401 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isRefresh ? tokens('new') : { contact: { id: 'c1' } }));
  })
  .listen(0, '127.0.0.1', async () => {
    const sdk = new HighLevel({ clientId: 'app-1', clientSecret: 'secret', logLevel: 'none' });
    const http = sdk.getHttpClient();
    http.defaults.baseURL = `http://127.0.0.1:${server.address().port}`;
    HighLevel.BASE_URL = http.defaults.baseURL;
    sdk.oauth.config = { ...sdk.oauth.config, baseUrl: http.defaults.baseURL };
    await sdk.getSessionStorage().setSession('loc1', tokens('old'));
    const tell = async (name, work) => {
      const outcome = await work().then(
        () => 'done',
        (error) => `refused with ${error.statusCode ?? error.message}`,
      );
      console.log(`${name}: ${outcome}`);
    };
    const create = () => sdk.contacts.createContact({ locationId: 'loc1', firstName: 'Maria' });
    await tell('create, expired token', create);
    await tell('read, expired token', () => sdk.contacts.getContacts({ locationId: 'loc1' }));
    await tell('create, after the read', create);
    server.close();
    server.closeAllConnections();
  });
JS
node run.cjs 2>/dev/null | grep -E '^(create|read)' | tee output.txt
diff output.txt - <<'TXT'
create, expired token: refused with 401
read, expired token: done
create, after the read: done
TXT
