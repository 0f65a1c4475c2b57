#!/usr/bin/env bash
# @gohighlevel/api-client 3.1.0 (HighLevel's own SDK): after `setSessionStorage(storage)` calls take their tokens from
# the new storage, but the webhook middleware goes on with the one that the client was made with. An UNINSTALL webhook
# with a valid signature deletes the token there, where none is, and reports no error: the token of the sub-account that
# left stays in the new storage, and calls still use it. `updateConfig({})`, with nothing in it, brings the middleware
# the new storage.
# Guess: a client has one storage at a time, and all of its parts use it.
# Seen on Node 20.20.2 and 22.23.2, with axios 1.21.1: the token in the new storage after the webhook, see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @gohighlevel/api-client@3.1.0 axios@1.21.1 >/dev/null
cat >run.cjs <<'JS'
const crypto = require('node:crypto');
const { HighLevel, MemorySessionStorage } = require('@gohighlevel/api-client');

const { publicKey, privateKey } = crypto.generateKeyPairSync('ed25519');
const body = { type: 'UNINSTALL', appId: 'app', locationId: 'loc1' };
const rawBody = Buffer.from(JSON.stringify(body));
const signature = crypto.sign(null, rawBody, privateKey).toString('base64');

const run = async (name, options, prepare) => {
  const sdk = new HighLevel({
    clientId: 'app-1',
    clientSecret: 'secret',
    logLevel: 'none',
    webhookPublicKey: publicKey.export({ type: 'spki', format: 'pem' }),
    ...options,
  });
  prepare(sdk);
  const storage = sdk.getSessionStorage();
  await storage.setSession('loc1', { access_token: 'token', expires_in: 86_400 });
  const request = { headers: { 'x-ghl-signature': signature }, body, rawBody };
  const fault = await new Promise((next) => sdk.webhooks.subscribe()(request, {}, next));
  const left = (await storage.getAccessToken('loc1')) ?? 'none';
  console.log(`${name}: signature valid ${request.isSignatureValid}, error ${fault ?? 'none'}, token ${left}`);
};

(async () => {
  const given = { sessionStorage: new MemorySessionStorage() };
  const set = (sdk) => sdk.setSessionStorage(new MemorySessionStorage());
  await run('storage given to the client', given, () => undefined);
  await run('storage set later', {}, set);
  await run('storage set later, updateConfig', {}, (sdk) => {
    set(sdk);
    sdk.updateConfig({});
  });
})();
JS
node run.cjs | grep -E '^storage' | tee output.txt
diff output.txt - <<'TXT'
storage given to the client: signature valid true, error none, token none
storage set later: signature valid true, error none, token token
storage set later, updateConfig: signature valid true, error none, token none
TXT
