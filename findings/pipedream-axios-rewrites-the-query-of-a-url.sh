#!/usr/bin/env bash
# @pipedream/platform 3.4.0: the `axios` of Pipedream's components takes the query out of the URL and writes it anew. A
# parameter that stands there twice goes out once, with its last value, and a blank written as `+` goes out as a plus
# sign. It also puts the parameters of the URL into the caller's configuration as `params`, which win over those of the
# next URL: code that keeps one configuration and puts the URL of the next page into it gets the first page again.
# Guess: a wrapper that “presents the same programming API as axios”, as Pipedream's page on it says, sends the URL that
# it is given, as axios does. The page names two differences, both in what comes back.
# Seen on Node 20.20.2 and 22.23.2, with axios 1.21.1: what the server received, see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @pipedream/platform@3.4.0 axios@1.21.1 >/dev/null
cat >run.cjs <<'JS'
const http = require('node:http');
const plain = require('axios');
const pipedream = require('@pipedream/platform').axios;

let sender;
const server = http
  .createServer((request, response) => {
    request.resume();
    console.log(`${sender}: ${request.url}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  })
  .listen(0, '127.0.0.1', async () => {
    const address = `http://127.0.0.1:${server.address().port}`;
    const senders = { axios: (config) => plain(config), pipedream: (config) => pipedream({}, config) };
    for (const [name, send] of Object.entries(senders)) {
      sender = name;
      await send({ url: `${address}/contacts/?tags=vip&tags=lead` });
      await send({ url: `${address}/contacts/?query=Maria+Lopez` });
      const config = {};
      for (const page of [1, 2, 3]) {
        config.url = `${address}/contacts/?page=${page}`;
        await send(config);
      }
    }
    server.close();
    server.closeAllConnections();
  });
JS
node run.cjs | grep -E '^(axios|pipedream)' | tee output.txt
diff output.txt - <<'TXT'
axios: /contacts/?tags=vip&tags=lead
axios: /contacts/?query=Maria+Lopez
axios: /contacts/?page=1
axios: /contacts/?page=2
axios: /contacts/?page=3
pipedream: /contacts/?tags=lead
pipedream: /contacts/?query=Maria%2BLopez
pipedream: /contacts/?page=1
pipedream: /contacts/?page=1
pipedream: /contacts/?page=1
TXT
