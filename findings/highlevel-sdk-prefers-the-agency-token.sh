#!/usr/bin/env bash
# @gohighlevel/api-client 3.1.0 (HighLevel's own SDK): a client with `agencyAccessToken` and `locationAccessToken` sends
# the agency's token even with calls for which HighLevel's documents name a sub-account's token only, as creating a
# contact or uploading a file. By its code, the sub-account's token goes out only with eight calls of the marketplace;
# one of them is below. The option `preferredTokenType: 'location'`, with which the README chooses between the two,
# changes nothing here: in the code it chooses among stored tokens only.
# Guess: each call goes out with the token of the level that it is for, and the option decides if both fit.
# Seen on Node 20.20.2 and 22.23.2, with axios 1.21.1: which token the server received, see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @gohighlevel/api-client@3.1.0 axios@1.21.1 >/dev/null
cat >run.cjs <<'JS'
const http = require('node:http');
const { HighLevel } = require('@gohighlevel/api-client');

const server = http
  .createServer((request, response) => {
    request.resume();
    console.log(`${request.method} ${request.url}: ${request.headers.authorization}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  })
  .listen(0, '127.0.0.1', async () => {
    const sdk = new HighLevel({
      clientId: 'app-1',
      clientSecret: 'secret',
      agencyAccessToken: 'agency',
      locationAccessToken: 'sub-account',
      logLevel: 'none',
    });
    sdk.getHttpClient().defaults.baseURL = `http://127.0.0.1:${server.address().port}`;
    await sdk.contacts.createContact({ locationId: 'loc1', firstName: 'Maria' });
    await sdk.medias.uploadMediaContent({ hosted: true, fileUrl: 'https://example.com/a.png' });
    await sdk.locations.getLocation({ locationId: 'loc1' });
    await sdk.locations.getLocation({ locationId: 'loc1' }, { preferredTokenType: 'location' });
    await sdk.marketplace.hasFunds();
    server.close();
    server.closeAllConnections();
  });
JS
node run.cjs | grep -E '^(GET|POST)' | tee output.txt
diff output.txt - <<'TXT'
POST /contacts/: Bearer agency
POST /medias/upload-file: Bearer agency
GET /locations/loc1: Bearer agency
GET /locations/loc1: Bearer agency
GET /marketplace/billing/charges/has-funds: Bearer sub-account
TXT
