#!/usr/bin/env bash
# zapier-platform-core 19.1.0: of an app's `requestTemplate` only `url`, `headers`, `params` and `body` reach a request.
# `method`, `skipThrowForStatus`, `removeMissingValuesFrom` and `skipEncodingChars` are left out without a word, though
# schema and types take the template for a whole request, and the schema finds no error in it. So an app that switches
# something for all of its requests there has switched nothing: empty filters go out, and an error that the app wants to
# read is thrown. Of the four, `skipThrowForStatus` alone has a flag of the app that works.
# Guess: all options of the template count; docs.zapier.com says that it is merged with every request.
# Seen on Node 20.20.2 and 22.23.2: what the server, which answers 422 to all, received and how the call ended with each
# option in the template and in the request; see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts zapier-platform-core@19.1.0 >/dev/null
cat >run.cjs <<'JS'
const http = require('node:http');
const zapier = require('zapier-platform-core');
const { validateAppDefinition } = require('zapier-platform-schema');

const options = {
  headers: { 'x-team': 'sales' },
  method: 'PUT',
  skipThrowForStatus: true,
  removeMissingValuesFrom: { params: true, body: false },
  skipEncodingChars: ':',
};

let received;
const server = http
  .createServer((request, response) => {
    received = [request.method, request.url, request.headers['x-team']].join(' ').trim();
    response.writeHead(422).end('{"message":"no"}');
  })
  .listen(0, '127.0.0.1', async () => {
    const url = `http://127.0.0.1:${server.address().port}/`;
    const send = async (place, requestTemplate, request) => {
      const app = { version: '1.0.0', platformVersion: zapier.version, requestTemplate };
      const { errors } = validateAppDefinition(app);
      const end = await zapier
        .createAppTester(app)((z) => z.request({ url, params: { city: '', at: '9:00' }, ...request }))
        .then((response) => `gives ${response.status} back`, () => 'throws');
      console.log(`${place}: ${received}, ${end}, ${errors.length} errors`);
    };
    for (const [name, value] of Object.entries(options)) {
      await send(`template, ${name}`, { [name]: value }, {});
      await send(`request, ${name}`, {}, { [name]: value });
    }
    server.close();
    server.closeAllConnections();
  });
JS
node run.cjs | grep -E '^(template|request),' | tee output.txt
diff output.txt - <<'TXT'
template, headers: GET /?city=&at=9%3A00 sales, throws, 0 errors
request, headers: GET /?city=&at=9%3A00 sales, throws, 0 errors
template, method: GET /?city=&at=9%3A00, throws, 0 errors
request, method: PUT /?city=&at=9%3A00, throws, 0 errors
template, skipThrowForStatus: GET /?city=&at=9%3A00, throws, 0 errors
request, skipThrowForStatus: GET /?city=&at=9%3A00, gives 422 back, 0 errors
template, removeMissingValuesFrom: GET /?city=&at=9%3A00, throws, 0 errors
request, removeMissingValuesFrom: GET /?at=9%3A00, throws, 0 errors
template, skipEncodingChars: GET /?city=&at=9%3A00, throws, 0 errors
request, skipEncodingChars: GET /?city=&at=9:00, throws, 0 errors
TXT
