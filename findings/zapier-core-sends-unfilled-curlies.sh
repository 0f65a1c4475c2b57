#!/usr/bin/env bash
# zapier-platform-core 19.1.0: a `{{curly}}` of a shorthand request that has no value becomes an empty text in a
# parameter and at the top of a body. In an object or a list of the body and in a header the curly itself goes out. So a
# person leaves an optional field empty, and the new contact gets the address “{{bundle.inputData.email}}”, if the API
# checks none. `removeMissingValuesFrom` does not help, and `null`, which reaches an app with `cleanInputData: false`, is
# no value either; an empty text is one.
# Guess: values are filled in at every depth, so a curly without one is empty, or its key left out, at every depth too.
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

const email = '{{bundle.inputData.email}}';
const request = {
  method: 'POST',
  headers: { 'x-email': email },
  params: { email },
  body: { email, contact: { name: '{{bundle.inputData.name}}', email }, emails: [email] },
};

const server = http
  .createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    console.log(`received ${request.url} x-email: ${request.headers['x-email']}`);
    console.log(`received ${body}`);
    response.end('{"id":1}');
  })
  .listen(0, '127.0.0.1', async () => {
    const url = `http://127.0.0.1:${server.address().port}/`;
    const send = async (options, inputData) => {
      const thing = {
        key: 'thing',
        noun: 'Thing',
        display: { label: 'Create Thing', description: 'Creates a thing.' },
        operation: { perform: { url, ...request, ...options } },
      };
      const app = { version: '1.0.0', platformVersion: zapier.version, creates: { thing } };
      await zapier.createAppTester(app)(app.creates.thing.operation.perform, { inputData });
    };
    await send({}, { name: 'Maria', email: 'maria@example.com' });
    await send({}, { name: 'Maria' });
    await send({ removeMissingValuesFrom: { params: true, body: true } }, { name: 'Maria', email: null });
    await send({}, { name: 'Maria', email: '' });
    server.close();
    server.closeAllConnections();
  });
JS
node run.cjs | grep -E '^received' | tee output.txt
diff output.txt - <<'TXT'
received /?email=maria%40example.com x-email: maria@example.com
received {"email":"maria@example.com","contact":{"name":"Maria","email":"maria@example.com"},"emails":["maria@example.com"]}
received /?email= x-email: {{bundle.inputData.email}}
received {"email":"","contact":{"name":"Maria","email":"{{bundle.inputData.email}}"},"emails":["{{bundle.inputData.email}}"]}
received / x-email: {{bundle.inputData.email}}
received {"contact":{"name":"Maria","email":"{{bundle.inputData.email}}"},"emails":["{{bundle.inputData.email}}"]}
received /?email= x-email: undefined
received {"email":"","contact":{"name":"Maria","email":""},"emails":[""]}
TXT
