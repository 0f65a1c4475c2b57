#!/usr/bin/env bash
# zapier-platform-core 19.1.0: a Date or a nested object among the `params` of z.request() goes out with its name and no
# value, as in `?startTime=&filter=`, and so does one in a form. In a JSON body the same Date is its ISO text. No error
# tells, and `removeMissingValuesFrom` does not count such a value as missing. So an API that reads an empty bound as
# none answers with everything, and a trigger or a search goes on with records that nobody asked for.
# Guess: a Date is the same text in all three places, as with axios, or it is refused. The schema of 19.1.0 says of
# `params` that “keys and values will be encoded”.
# Seen on Node 20.20.2 and 22.23.2, with axios 1.21.1: what the server received, see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts zapier-platform-core@19.1.0 axios@1.21.1 >/dev/null
cat >run.cjs <<'JS'
const http = require('node:http');
const axios = require('axios');
const zapier = require('zapier-platform-core');

const startTime = new Date('2026-11-29T09:00:00Z');
const values = { calendarId: 'c1', startTime, filter: { status: 'confirmed' } };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

const server = http
  .createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    console.log(`received ${decodeURIComponent(request.url)} ${body}`.trim());
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":1}');
  })
  .listen(0, '127.0.0.1', async () => {
    const url = `http://127.0.0.1:${server.address().port}/`;
    const app = { version: '1.0.0', platformVersion: zapier.version };
    const send = (request) => zapier.createAppTester(app)((z) => z.request({ url, ...request }));
    await axios.get(url, { params: values });
    await send({ params: values });
    await send({ params: values, removeMissingValuesFrom: { params: true } });
    await send({ method: 'POST', headers: form, body: values });
    await send({ method: 'POST', body: values });
    server.close();
    server.closeAllConnections();
  });
JS
node run.cjs | grep -E '^received' | tee output.txt
diff output.txt - <<'TXT'
received /?calendarId=c1&startTime=2026-11-29T09:00:00.000Z&filter[status]=confirmed
received /?calendarId=c1&startTime=&filter=
received /?calendarId=c1&startTime=&filter=
received / calendarId=c1&startTime=&filter=
received / {"calendarId":"c1","startTime":"2026-11-29T09:00:00.000Z","filter":{"status":"confirmed"}}
TXT
