#!/usr/bin/env bash
# zapier-platform-core 19.1.0: an object that a request hands to the middleware in `middlewareData` arrives as a deep
# copy if it is a plain object, and as itself if it is an instance of a class. With `merge: false` it is always itself.
# Guess: `middlewareData` is passed on by reference, so middleware can leave something in it for the caller.
# Seen on Node 22.23.2: "plain object: same false", "class instance: same true", "plain object, merge false: same true".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts zapier-platform-core@19.1.0 >/dev/null
cat >run.cjs <<'JS'
const http = require('node:http');
const zapier = require('zapier-platform-core');

class Note {}
const seen = [];
const beforeRequest = (request) => {
  seen.push(request.middlewareData.note);
  return request;
};

const server = http.createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}/`;
  const app = { version: '1.0.0', platformVersion: zapier.version, beforeRequest: [beforeRequest] };
  const send = (note, options) =>
    zapier.createAppTester(app)((z) => z.request({ url, middlewareData: { note }, ...options }));
  for (const [name, note, options] of [
    ['plain object', { text: 'a' }, {}],
    ['class instance', new Note(), {}],
    ['plain object, merge false', { text: 'a' }, { merge: false }],
  ]) {
    await send(note, options);
    console.log(`${name}: same ${seen.at(-1) === note}`);
  }
  server.close();
});
JS
node run.cjs | grep -E "^(raw|afterResponse|plain|class)" | tee output.txt
diff output.txt - <<'TXT'
plain object: same false
class instance: same true
plain object, merge false: same true
TXT
