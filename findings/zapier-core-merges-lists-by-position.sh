#!/usr/bin/env bash
# zapier-platform-core 19.1.0: a list that stands in two places of a request is merged item by item. If the app's
# `requestTemplate` has three items and the request has one, the request goes out with its own item first and the last
# two of the template after it, in the query and in the body alike; an empty list changes nothing. A list in the query
# of the URL and one in `params` are mixed in the same way, the URL's items first. So a filter or a list of tags goes
# out with values that neither side asked for, and no error tells.
# Guess: the list of the request takes the place of the template's, or is appended to it; the schema of 19.1.0 calls the
# template a “mixin” and says no more.
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

const server = http
  .createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    console.log(`received ${request.method} ${request.url} ${body}`.trim());
    response.end('{"id":1}');
  })
  .listen(0, '127.0.0.1', async () => {
    const address = `http://127.0.0.1:${server.address().port}`;
    const app = { version: '1.0.0', platformVersion: zapier.version };
    const send = (requestTemplate, request) =>
      zapier.createAppTester({ ...app, requestTemplate })((z) => z.request({ url: `${address}/`, ...request }));
    const template = { params: { fields: ['id', 'name', 'phone'] } };
    await send(template, {});
    await send(template, { params: { fields: ['email'] } });
    await send(template, { params: { fields: [] } });
    const body = { tags: ['zapier', 'new', 'lead'] };
    await send({ body }, { method: 'POST', body: { tags: ['vip'] } });
    await send({}, { url: `${address}/?tags=a&tags=b`, params: { tags: ['x', 'y', 'z'] } });
    server.close();
    server.closeAllConnections();
  });
JS
node run.cjs | grep -E '^received' | tee output.txt
diff output.txt - <<'TXT'
received GET /?fields=id&fields=name&fields=phone
received GET /?fields=email&fields=name&fields=phone
received GET /?fields=id&fields=name&fields=phone
received POST / {"tags":["vip","new","lead"]}
received GET /?tags=a&tags=b&tags=z
TXT
