#!/usr/bin/env bash
# @gohighlevel/api-client 3.1.0 (HighLevel's own SDK): an upload to the media library, a custom field or a conversation,
# given a FormData with a file, goes out as JSON with `"file":{}` in the place of the content. The SDK sets
# `content-type: application/json` for all requests, and for that type axios turns a FormData into JSON. The file
# arrives only if the caller names the content type `multipart/form-data`; the README and the types say nothing of it.
# Guess: a method that exists to upload a file sends a FormData as multipart.
# Seen on Node 20.20.2 and 22.23.2, with axios 1.21.1: what the server received, see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @gohighlevel/api-client@3.1.0 axios@1.21.1 >/dev/null
cat >run.cjs <<'JS'
const http = require('node:http');
const { HighLevel } = require('@gohighlevel/api-client');

const told = [];
const server = http
  .createServer(async (request, response) => {
    const type = request.headers['content-type'].split(';')[0];
    const body = Buffer.concat(await request.toArray()).toString();
    const content = body.includes('hello') ? 'with the content' : body;
    told.push(`${type}, ${content}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  })
  .listen(0, '127.0.0.1', async () => {
    const sdk = new HighLevel({ privateIntegrationToken: 'token', logLevel: 'none' });
    sdk.getHttpClient().defaults.baseURL = `http://127.0.0.1:${server.address().port}`;
    const form = new FormData();
    form.set('file', new Blob(['hello']), 'hello.txt');
    const multipart = { headers: { 'content-type': 'multipart/form-data' } };
    await sdk.medias.uploadMediaContent(form);
    await sdk.locations.uploadFileCustomFields({ locationId: 'loc1' }, form);
    await sdk.conversations.uploadFileAttachments(form);
    await sdk.medias.uploadMediaContent(form, multipart);
    for (const [i, name] of ['media', 'custom field', 'message', 'media, type named'].entries())
      console.log(`${name}: ${told[i]}`);
    server.close();
    server.closeAllConnections();
  });
JS
node run.cjs | grep -E '^(media|custom field|message)' | tee output.txt
diff output.txt - <<'TXT'
media: application/json, {"file":{}}
custom field: application/json, {"file":{}}
message: application/json, {"file":{}}
media, type named: multipart/form-data, with the content
TXT
