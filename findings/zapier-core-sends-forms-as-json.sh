#!/usr/bin/env bash
# zapier-platform-core 19.1.0: a body that is an object goes out as a form if the content type is exactly
# `application/x-www-form-urlencoded`. With `; charset=utf-8` behind it, as many APIs write it, the header stays and the
# body is JSON, so the server reads one field whose name is the whole JSON text. A URLSearchParams loses all its fields:
# the body is empty with the form's content type, and `{}` as JSON without it. An answer whose type has the charset is
# not read either: `response.data` is undefined, as for the token of a sign-in.
# Guess: parameters of a content type do not change what the type means, and a form given as URLSearchParams is a form.
# Seen on Node 20.20.2 and 22.23.2: what the server received and what core read, see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts zapier-platform-core@19.1.0 >/dev/null
cat >run.cjs <<'JS'
const http = require('node:http');
const zapier = require('zapier-platform-core');

const form = 'application/x-www-form-urlencoded';
const server = http
  .createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const type = request.headers['content-type'];
    if (request.method === 'POST') console.log(`received ${type}: ${body || 'nothing'}`);
    response.writeHead(200, { 'content-type': request.headers.accept });
    response.end(request.headers.accept.startsWith(form) ? 'access_token=token&expires_in=60' : '{}');
  })
  .listen(0, '127.0.0.1', async () => {
    const url = `http://127.0.0.1:${server.address().port}/`;
    const app = { version: '1.0.0', platformVersion: zapier.version };
    const send = (request) => zapier.createAppTester(app)((z) => z.request({ url, ...request }));
    const fields = { name: 'Maria', city: 'New York' };
    const accept = 'application/json';
    const types = [form, `${form}; charset=utf-8`];
    for (const type of types)
      await send({ method: 'POST', headers: { accept, 'content-type': type }, body: fields });
    const body = new URLSearchParams(fields);
    await send({ method: 'POST', headers: { accept, 'content-type': form }, body });
    await send({ method: 'POST', headers: { accept }, body });
    for (const type of types) {
      const { data } = await send({ headers: { accept: type } });
      console.log(`read ${type}: ${JSON.stringify(data)}`);
    }
    server.close();
    server.closeAllConnections();
  });
JS
node run.cjs | grep -E '^(received|read)' | tee output.txt
diff output.txt - <<'TXT'
received application/x-www-form-urlencoded: name=Maria&city=New+York
received application/x-www-form-urlencoded; charset=utf-8: {"name":"Maria","city":"New York"}
received application/x-www-form-urlencoded: nothing
received application/json; charset=utf-8: {}
read application/x-www-form-urlencoded: {"access_token":"token","expires_in":"60"}
read application/x-www-form-urlencoded; charset=utf-8: undefined
TXT
