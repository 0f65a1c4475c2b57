#!/usr/bin/env bash
# openapi-client-axios 7.9.1: the URL that the client tells for an operation (`getRequestConfigForOperation`) is not the
# one that it sends. For the told one it writes lists and objects as `style` and `explode` of the document say; for the
# request it hands the bare values to axios, which writes `tags[]=a&tags[]=b` whatever the document says. An API that
# wants `tags=a&tags=b` or `ids=1,2` gets parameters that it does not know, and may ignore the filter without a word. A
# test of the told URL does not see it.
# Guess: a client that reads the document at run time sends the URL that it tells.
# Seen on Node 20.20.2 and 22.23.2, with axios 1.21.1: told and sent, see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts openapi-client-axios@7.9.1 axios@1.21.1 >/dev/null
cat >run.cjs <<'JS'
const http = require('node:http');
const { OpenAPIClientAxios } = require('openapi-client-axios');

const list = { type: 'array', items: { type: 'string' } };
const definition = (url) => ({
  openapi: '3.0.3',
  info: { title: 'Contacts', version: '1' },
  servers: [{ url }],
  paths: {
    '/contacts': {
      get: {
        operationId: 'getContacts',
        parameters: [
          { name: 'tags', in: 'query', schema: list },
          { name: 'ids', in: 'query', style: 'form', explode: false, schema: list },
          { name: 'sort', in: 'query', style: 'form', explode: true, schema: { type: 'object' } },
        ],
        responses: { 200: { description: 'The contacts.' } },
      },
    },
  },
});

const server = http
  .createServer(({ url }, response) => {
    console.log(`sent ${decodeURIComponent(url)}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  })
  .listen(0, '127.0.0.1', async () => {
    const address = `http://127.0.0.1:${server.address().port}`;
    const client = await new OpenAPIClientAxios({ definition: definition(address) }).init();
    for (const query of [{ tags: ['a', 'b'] }, { ids: ['1', '2'] }, { sort: { name: 'asc' } }]) {
      const { url } = client.api.getRequestConfigForOperation('getContacts', [query]);
      console.log(`told ${decodeURIComponent(url.replace(address, ''))}`);
      await client.getContacts(query);
    }
    server.close();
    server.closeAllConnections();
  });
JS
node run.cjs | grep -E '^(told|sent)' | tee output.txt
diff output.txt - <<'TXT'
told /contacts?tags=a&tags=b
sent /contacts?tags[]=a&tags[]=b
told /contacts?ids=1,2
sent /contacts?ids[]=1&ids[]=2
told /contacts?name=asc
sent /contacts?sort[name]=asc
TXT
