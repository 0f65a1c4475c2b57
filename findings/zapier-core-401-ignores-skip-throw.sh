#!/usr/bin/env bash
# zapier-platform-core 19.1.0: in an app with OAuth 2 and `autoRefresh`, a request with `skipThrowForStatus: true` gives
# back every status but 401. A 401 throws a RefreshAuthError with an empty message before any afterResponse runs, for
# `raw: true` too, so nobody can read why the API said no, for example that a scope is missing.
# Guess: `skipThrowForStatus` means that no status throws.
# Seen on Node 22.23.2: 403 and 422 are given back, 401 throws, and afterResponse sees 403 and 422 only.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts zapier-platform-core@19.1.0 >/dev/null
cat >run.cjs <<'JS'
const http = require('node:http');
const zapier = require('zapier-platform-core');

const seen = [];
const authentication = {
  type: 'oauth2',
  test: {},
  oauth2Config: { authorizeUrl: {}, getAccessToken: {}, autoRefresh: true },
};
const app = {
  version: '1.0.0',
  platformVersion: zapier.version,
  authentication,
  afterResponse: [(response) => (seen.push(response.status), response)],
};
const server = http
  .createServer(({ url }, response) => {
    response.writeHead(Number(url.slice(1)), { 'content-type': 'application/json' });
    response.end('{"message":"the scope is missing"}');
  })
  .listen(0, '127.0.0.1', async () => {
    const address = `http://127.0.0.1:${server.address().port}`;
    for (const raw of [false, true])
      for (const status of [403, 422, 401]) {
        const request = { url: `${address}/${status}`, raw, skipThrowForStatus: true };
        const told = await zapier
          .createAppTester(app)((z) => z.request(request))
          .then(
            (response) => `given back ${response.status}`,
            ({ name, message }) => `throws ${name}, tells the reason ${message.includes('{"message"')}`,
          );
        console.log(`raw ${raw}, ${status}: ${told}`);
      }
    console.log(`afterResponse saw ${[...new Set(seen)].join(' and ')}`);
    server.close();
  });
JS
node run.cjs | grep -E "^(raw|afterResponse|plain|class)" | tee output.txt
diff output.txt - <<'TXT'
raw false, 403: given back 403
raw false, 422: given back 422
raw false, 401: throws RefreshAuthError, tells the reason false
raw true, 403: given back 403
raw true, 422: given back 422
raw true, 401: throws RefreshAuthError, tells the reason false
afterResponse saw 403 and 422
TXT
