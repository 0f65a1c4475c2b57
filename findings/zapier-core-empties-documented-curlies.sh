#!/usr/bin/env bash
# zapier-platform-core 19.1.0: in a shorthand request `{{bundle.…}}` brings five parts of the bundle only: authData,
# inputData, meta, subscribeData and targetUrl. `{{bundle.cleanedRequest.…}}`, `{{bundle.rawRequest.…}}` and
# `{{bundle.inputDataRaw.…}}` are empty, though Zapier's page on the bundle tells to write them, and though a function
# finds the values in its bundle. `{{bundle.targetURL}}`, as the list of that page spells it, is empty too. So a request
# for a token that passes on what else the API put into the redirect, such as the id of an account, sends an empty text,
# and no error tells.
# Guess: a curly brings what the bundle has under that name. The page is docs.zapier.com/integrations/build/bundle, read
# in public copies, which differ: all list the two requests, and the full ones name the curlies.
# Seen on Node 20.20.2 and 22.23.2: what the server received of a request and of a function, see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts zapier-platform-core@19.1.0 >/dev/null
cat >run.cjs <<'JS'
const http = require('node:http');
const zapier = require('zapier-platform-core');

const bundle = {
  inputData: { code: 'c1' },
  inputDataRaw: { code: 'c2' },
  cleanedRequest: { querystring: { account: 'a1' } },
  rawRequest: { querystring: 'code=c1&account=a1' },
  targetUrl: 'https://hooks.example.com/1',
};
const names = [
  'inputData.code',
  'inputDataRaw.code',
  'cleanedRequest.querystring.account',
  'rawRequest.querystring',
  'targetUrl',
  'targetURL',
];

const server = http
  .createServer(async (request, response) => {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
    for (const name of names) console.log(`${request.url.slice(1)}, ${name}: ${body[name] ?? 'nothing'}`.trim());
    response.end('{"access_token":"token"}');
  })
  .listen(0, '127.0.0.1', async () => {
    const address = `http://127.0.0.1:${server.address().port}`;
    const method = 'POST';
    const curlies = Object.fromEntries(names.map((name) => [name, `{{bundle.${name}}}`]));
    const read = (bundle, name) => name.split('.').reduce((value, key) => value?.[key], bundle);
    const exchanges = [
      { url: `${address}/request`, method, body: curlies },
      async (z, bundle) => {
        const body = Object.fromEntries(names.map((name) => [name, read(bundle, name)]));
        return (await z.request({ url: `${address}/function`, method, body })).data;
      },
    ];
    for (const getAccessToken of exchanges) {
      const authorizeUrl = `${address}/authorize`;
      const authentication = { type: 'oauth2', test: () => ({}), oauth2Config: { authorizeUrl, getAccessToken } };
      const app = { version: '1.0.0', platformVersion: zapier.version, authentication };
      await zapier.createAppTester(app)(getAccessToken, bundle);
    }
    server.close();
    server.closeAllConnections();
  });
JS
node run.cjs | grep -E '^(request|function),' | tee output.txt
diff output.txt - <<'TXT'
request, inputData.code: c1
request, inputDataRaw.code:
request, cleanedRequest.querystring.account:
request, rawRequest.querystring:
request, targetUrl: https://hooks.example.com/1
request, targetURL:
function, inputData.code: c1
function, inputDataRaw.code: c2
function, cleanedRequest.querystring.account: a1
function, rawRequest.querystring: code=c1&account=a1
function, targetUrl: https://hooks.example.com/1
function, targetURL: nothing
TXT
