#!/usr/bin/env bash
# zapier-platform-core 19.1.0: `z.dehydrate` and `z.dehydrateFile` drop an input with the key `environment`, without a
# word; the function that runs later finds it missing. Other keys arrive, and so does `environment` one level deeper.
# Core treats the input as a bundle here, in which the app's environment variables stand under that name.
# Guess: the function that runs later gets the input that it was given, whatever the keys are called.
# Seen on Node 20.20.2 and 22.23.2: given and dehydrated, see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts zapier-platform-core@19.1.0 >/dev/null
cat >run.cjs <<'JS'
const zapier = require('zapier-platform-core');

const getOrder = (_z, { inputData }) => inputData;
const app = { version: '1.0.0', platformVersion: zapier.version, hydrators: { getOrder } };
const given = { id: 'o1', environment: 'live', account: { environment: 'live' } };

(async () => {
  console.log(`given: ${JSON.stringify(given)}`);
  for (const name of ['dehydrate', 'dehydrateFile']) {
    const pointer = await zapier.createAppTester(app)((z) => z[name](getOrder, given));
    const [, payload] = pointer.split('|||');
    console.log(`${name}: ${JSON.stringify(JSON.parse(payload).bundle)}`);
  }
})();
JS
node run.cjs | grep -E '^(given|dehydrate)' | tee output.txt
diff output.txt - <<'TXT'
given: {"id":"o1","environment":"live","account":{"environment":"live"}}
dehydrate: {"id":"o1","account":{"environment":"live"}}
dehydrateFile: {"id":"o1","account":{"environment":"live"}}
TXT
