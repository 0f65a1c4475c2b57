#!/usr/bin/env bash
# n8n-nodes-base 2.41.2: “Get Many” of n8n's HighLevel node filters its first page only. With “Return All” the next
# request has `startAfterId` and `startAfter` and nothing else: the filters, the `limit` and the sub-account are gone.
# What comes back is added to the result as it is, and the `total` beside it decides whether the step goes on. So a step
# that asks for the won opportunities of a pipeline may return others, or fail. Up to 100 records there is one page, so
# a small test account shows nothing. HighLevel's documents require `locationId` or `location_id` in both lists; how its
# servers answer without it is unproven.
# Guess: “Return All” asks for the next pages of the list that the filters describe.
# Seen on Node 20.20.2 and 22.23.2: what the server received, see the end; it calls a record “other” if the request had
# no filter. A step run by the `RoutingNode` of n8n-core 2.41.1, which also adds the sub-account once, sent the same.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts n8n-workflow@2.41.0 luxon@3.7.2 tar@7.5.23 >/dev/null
# The node alone, without the hundreds of packages that the other nodes need.
npm pack --silent n8n-nodes-base@2.41.2 >/dev/null
cat >run.cjs <<'JS'
const http = require('node:http');
const wanted = 'package/dist/nodes/HighLevel/v2/GenericFunctions.js';
require('tar').extract({ file: 'n8n-nodes-base-2.41.2.tgz', sync: true }, [wanted]);
const { addLocationIdPreSendAction, highLevelApiPagination } = require(`./${wanted}`);

const lists = { opportunity: '/opportunities/search', contact: '/contacts/' };
const keys = { opportunity: 'opportunities', contact: 'contacts' };

const run = async (address, resource, filters) => {
  const parameters = { resource, operation: 'getAll', returnAll: true };
  const step = {
    getNodeParameter: (name) => parameters[name],
    getCredentials: async () => ({ oauthTokenData: { locationId: 'loc1' } }),
    makeRoutingRequest: async ({ options }) => {
      const query = new URLSearchParams(options.qs);
      const response = await fetch(`${address}${lists[resource]}?${query}`);
      return [{ json: await response.json() }];
    },
  };
  const options = await addLocationIdPreSendAction.call(step, { qs: filters });
  const records = await highLevelApiPagination.call(step, { options });
  console.log(`returned ${records.map(({ json }) => `${json.id} ${json.kind}`).join(', ')}`);
};

const server = http
  .createServer((request, response) => {
    request.resume();
    console.log(`received ${request.url}`);
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const resource = Object.keys(lists).find((name) => lists[name] === pathname);
    const isFirst = !searchParams.has('startAfterId');
    const kind = searchParams.has('status') || searchParams.has('query') ? 'match' : 'other';
    const page = (isFirst ? ['r1', 'r2'] : ['r3']).map((id) => ({ id, kind }));
    const meta = { total: 3, startAfter: 1628008053263, startAfterId: page.at(-1).id };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ [keys[resource]]: page, meta }));
  })
  .listen(0, '127.0.0.1', async () => {
    const address = `http://127.0.0.1:${server.address().port}`;
    await run(address, 'opportunity', { pipeline_id: 'p1', status: 'won' });
    await run(address, 'contact', { query: 'maria' });
    server.close();
    server.closeAllConnections();
  });
JS
node run.cjs | grep -E '^(received|returned)' | tee output.txt
diff output.txt - <<'TXT'
received /opportunities/search?pipeline_id=p1&status=won&location_id=loc1&limit=100
received /opportunities/search?startAfterId=r2&startAfter=1628008053263
returned r1 match, r2 match, r3 other
received /contacts/?query=maria&locationId=loc1&limit=100
received /contacts/?startAfterId=r2&startAfter=1628008053263
returned r1 match, r2 match, r3 other
TXT
