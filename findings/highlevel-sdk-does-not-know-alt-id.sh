#!/usr/bin/env bash
# @gohighlevel/api-client 3.1.0 (HighLevel's own SDK): calls about invoices, orders and other things of the payments
# name the sub-account in `altId`, with `altType: 'location'`. To take a token out of its storage the SDK looks for
# `locationId` only, so such a call ends unsent with “Authentication token required but not available”, though the token
# of that very sub-account is stored. A header `locationId` helps. Of the SDK's 584 methods, 42 name the sub-account by
# `altId` alone in the query. It is alike with `companyId` if a call takes both kinds of token: the agency's stored
# token is not found without `preferredTokenType: 'company'`, while a call for agencies alone finds it. The README says
# that nothing more is needed if the query or the body has `companyId` or `locationId`.
# Guess: a call that names its sub-account or its agency, as HighLevel's documents want, finds the token that is stored.
# Seen on Node 20.20.2 and 22.23.2, with axios 1.21.1: what became of each call, see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @gohighlevel/api-client@3.1.0 axios@1.21.1 >/dev/null
cat >run.cjs <<'JS'
const fs = require('node:fs');
const http = require('node:http');
const { HighLevel } = require('@gohighlevel/api-client');

const server = http
  .createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ token: request.headers.authorization }));
  })
  .listen(0, '127.0.0.1', async () => {
    const sdk = new HighLevel({ clientId: 'app-1', clientSecret: 'secret', logLevel: 'none' });
    sdk.getHttpClient().defaults.baseURL = `http://127.0.0.1:${server.address().port}`;
    const stored = { refresh_token: 'refresh', expires_in: 86_400 };
    const storage = sdk.getSessionStorage();
    await storage.setSession('loc1', { ...stored, access_token: 'sub-account', userType: 'Location' });
    await storage.setSession('agency1', { ...stored, access_token: 'agency', userType: 'Company' });
    const tell = async (name, work) =>
      console.log(`${name}: ${await work().then((data) => `sent with ${data.token}`, ({ message }) => message)}`);

    const alt = { altId: 'loc1', altType: 'location' };
    const page = { limit: '10', offset: '0' };
    const company = { companyId: 'agency1' };
    const invoice = { ...alt, name: 'Invoice', items: [] };
    await tell('list contacts, locationId', () => sdk.contacts.getContacts({ locationId: 'loc1' }));
    await tell('list invoices, altId', () => sdk.invoices.listInvoices({ ...alt, ...page }));
    await tell('list orders, altId', () => sdk.payments.listOrders(alt));
    await tell('create invoice, altId', () => sdk.invoices.createInvoice(invoice));
    const header = { headers: { locationId: 'loc1' } };
    await tell('list invoices, header', () => sdk.invoices.listInvoices({ ...alt, ...page }, header));
    await tell('list snapshots, companyId', () => sdk.snapshots.getCustomSnapshots(company));
    await tell('search users, companyId', () => sdk.users.searchUsers(company));
    const preferred = { preferredTokenType: 'company' };
    await tell('search users, preferred', () => sdk.users.searchUsers(company, preferred));
    server.close();
    server.closeAllConnections();

    const code = `${__dirname}/node_modules/@gohighlevel/api-client/dist/lib/code`;
    const sources = fs.readdirSync(code).map((name) => fs.readFileSync(`${code}/${name}/${name}.js`, 'utf8'));
    const known = sources.flatMap((source) => source.match(/const paramDefs = \[.*?\];/g));
    const alone = known.filter((names) => names.includes("'altId'") && !/location_?Id/i.test(names));
    console.log(`methods: ${known.length}, with altId alone: ${alone.length}`);
  });
JS
node run.cjs | grep -E '^(list|create|search|methods)' | tee output.txt
diff output.txt - <<'TXT'
list contacts, locationId: sent with Bearer sub-account
list invoices, altId: Authentication token required but not available
list orders, altId: Authentication token required but not available
create invoice, altId: Authentication token required but not available
list invoices, header: sent with Bearer sub-account
list snapshots, companyId: sent with Bearer agency
search users, companyId: Authentication token required but not available
search users, preferred: sent with Bearer agency
methods: 584, with altId alone: 42
TXT
