#!/usr/bin/env bash
# zapier-platform-core 19.1.0: `z.cache.set` refuses a value in which one object stands in two places, with “Circular
# structure is not JSON-encodable”, though nothing in it leads back to itself and JSON.stringify writes it. Contacts
# that share the object of their owner are such a value; equal objects that are not one and the same pass. So it depends
# on the records whether a run fails: it works as long as each owner has one contact.
# Guess: what JSON.stringify accepts, of plain objects, lists, texts and numbers, can be cached.
# Seen on Node 20.20.2 and 22.23.2: what became of each value, see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts zapier-platform-core@19.1.0 >/dev/null
cat >run.cjs <<'JS'
const zapier = require('zapier-platform-core');

const anna = { id: 'u1', name: 'Anna' };
const ben = { id: 'u2', name: 'Ben' };
const values = {
  'two owners': [{ id: 'c1', owner: anna }, { id: 'c2', owner: ben }],
  'one owner, copied': [{ id: 'c1', owner: anna }, { id: 'c2', owner: { ...anna } }],
  'one owner, shared': [{ id: 'c1', owner: anna }, { id: 'c2', owner: anna }],
};

(async () => {
  const app = { version: '1.0.0', platformVersion: zapier.version };
  for (const [name, value] of Object.entries(values)) {
    const told = await zapier
      .createAppTester(app)((z) => z.cache.set('contacts', value))
      .then(() => 'accepted', (error) => error.message.split('\n')[0]);
    console.log(`${name}, ${JSON.stringify(value).length} characters of JSON: ${told}`);
  }
})();
JS
node run.cjs | grep -E '^(two|one) owner' | tee output.txt
diff output.txt - <<'TXT'
two owners, 92 characters of JSON: accepted
one owner, copied, 93 characters of JSON: accepted
one owner, shared, 93 characters of JSON: Circular structure is not JSON-encodable (path: '1.owner')
TXT
