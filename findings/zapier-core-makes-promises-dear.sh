#!/usr/bin/env bash
# zapier-platform-core 19.1.0: after the first call of an app, every promise of the process costs about ten times as much,
# for good, also outside of calls. core runs each call in a domain of `node:domain`, which makes Node follow the life of
# every promise; loading core alone changes nothing, and the domain is never ended. A test suite, a dev server or a
# script that runs an app in its own process slows down as a whole once it has called it.
# Guess: what a call needs it gives back, so the promises of the rest of the process cost what they did before.
# Seen: 1,000,000 awaited promises, milliseconds of CPU before, with core loaded, after one call: 139, 132, 1224 on Node
# 20.20.2; 85, 83, 1244 on Node 22.23.2. Fails if the last is less than three times the first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts zapier-platform-core@19.1.0 >/dev/null
cat >run.cjs <<'JS'
const wait = async (count) => {
  const start = process.cpuUsage();
  for (let i = 0; i < count; i++) await null;
  for (let i = 0; i < count; i++) await new Promise((resolve) => resolve(i));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};
const best = async () => Math.round(Math.min(...[await wait(5e5), await wait(5e5), await wait(5e5)]));

(async () => {
  const before = await best();
  const zapier = require('zapier-platform-core');
  const loaded = await best();
  const perform = () => ({ id: 1 });
  const thing = {
    key: 'thing',
    noun: 'Thing',
    display: { label: 'Create Thing', description: 'Creates a thing.' },
    operation: { perform },
  };
  const app = { version: '1.0.0', platformVersion: zapier.version, creates: { thing } };
  await zapier.createAppTester(app)(app.creates.thing.operation.perform, {});
  const after = await best();
  console.log(`before ${before} ms, loaded ${loaded} ms, after one call ${after} ms`);
  console.log(`loaded: ${loaded < 2 * before ? 'as before' : 'slower'}`);
  console.log(`after one call: ${after > 3 * before ? 'more than three times' : 'less'}`);
})();
JS
node run.cjs | grep -E '^(before|loaded|after)' | tee output.txt
diff <(tail -n +2 output.txt) - <<'TXT'
loaded: as before
after one call: more than three times
TXT
