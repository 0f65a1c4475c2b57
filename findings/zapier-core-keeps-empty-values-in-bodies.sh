#!/usr/bin/env bash
# zapier-platform-core 19.1.0: `removeMissingValuesFrom: { params: true, body: true }` takes empty strings, null and
# undefined out of the query, as the schema says, but out of a body only what comes from a `{{curly}}` without a value,
# which z.request() no longer allows. So in z.request() the part for the body does nothing: an API gets `"email":""` and
# `"phone":null`, and may empty the record. A form even turns undefined into an empty value.
# Guess: both parts remove the same values; zapier-platform-schema 19.1.0 names them for both in one sentence: “empty
# strings, `null`, and `undefined` only”. Its line on the body alone speaks of “tokens”, which may mean curlies, but a
# curly whose value is an empty string stays as well.
# Seen on Node 20.20.2 and 22.23.2: what the server received, see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts zapier-platform-core@19.1.0 >/dev/null
cat >run.cjs <<'JS'
const http = require('node:http');
const zapier = require('zapier-platform-core');

const values = { name: 'Maria', email: '', phone: null, city: undefined };
const removeMissingValuesFrom = { params: true, body: true };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const curlies = {
  name: '{{bundle.inputData.name}}',
  email: '{{bundle.inputData.email}}',
  city: '{{bundle.inputData.city}}',
};

const server = http
  .createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    console.log(`received ${request.url} ${body}`.trim());
    response.end('{"id":1}');
  })
  .listen(0, '127.0.0.1', async () => {
    const base = { url: `http://127.0.0.1:${server.address().port}/`, method: 'POST', removeMissingValuesFrom };
    const perform = { ...base, body: curlies };
    const thing = {
      key: 'thing',
      noun: 'Thing',
      display: { label: 'Create Thing', description: 'Creates a thing.' },
      operation: { perform },
    };
    const app = { version: '1.0.0', platformVersion: zapier.version, creates: { thing } };
    const test = zapier.createAppTester(app);
    await test((z) => z.request({ ...base, params: values }));
    await test((z) => z.request({ ...base, body: values }));
    await test((z) => z.request({ ...base, headers: form, body: values }));
    await test(app.creates.thing.operation.perform, { inputData: { name: 'Maria', email: '' } });
    server.close();
    server.closeAllConnections();
  });
JS
node run.cjs | grep -E '^received' | tee output.txt
diff output.txt - <<'TXT'
received /?name=Maria
received / {"name":"Maria","email":"","phone":null}
received / name=Maria&email=&phone=&city=
received / {"name":"Maria","email":""}
TXT
