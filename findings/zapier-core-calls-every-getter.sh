#!/usr/bin/env bash
# zapier-platform-core 19.1.0: an app whose triggers are getters, so that a run loads only the one that it needs, has
# every getter called at each run, twice: for one run core makes the app ready two times, and copies all triggers into a
# new object both times. Only two things together keep the others untouched: each trigger is a frozen object with a
# getter for its `operation`, and what holds the triggers is a function with properties, since core copies no function.
# Guess: a run of one trigger reads that trigger only, so getters make a large app start sooner.
# Seen on Node 22.23.2: how often the operation of the trigger that ran, and of another one, was asked for; see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts zapier-platform-core@19.1.0 >/dev/null
cat >run.cjs <<'JS'
const zapier = require('zapier-platform-core');

const counts = {};
const count = (name, value) => {
  counts[name] = (counts[name] ?? 0) + 1;
  return value;
};
const trigger = (key) => ({
  key,
  noun: 'Thing',
  display: { label: 'New Thing', description: 'Triggers when a thing is new.' },
  operation: { perform: async () => [{ id: 1 }] },
});
const frozen = (key) =>
  Object.freeze({
    key,
    get operation() {
      return count(key, trigger(key).operation);
    },
  });

const run = async (name, triggers) => {
  for (const key of ['mine', 'other']) counts[key] = 0;
  const handler = zapier.createAppHandler({
    version: '1.0.0',
    platformVersion: zapier.version,
    triggers,
  });
  await handler({
    command: 'execute',
    method: 'triggers.mine.operation.perform',
    bundle: { inputData: {}, authData: {}, meta: {} },
    calledFromCli: true,
  });
  console.log(`${name}: mine ${counts.mine}, other ${counts.other}`);
};

(async () => {
  await run('getters in an object', {
    get mine() {
      return count('mine', trigger('mine'));
    },
    get other() {
      return count('other', trigger('other'));
    },
  });
  const both = { mine: frozen('mine'), other: frozen('other') };
  await run('getters in frozen triggers, in an object', both);
  await run('getters in frozen triggers, in a function', Object.assign(() => undefined, both));
})();
JS
node run.cjs | grep -E '^getters' | tee output.txt
diff output.txt - <<'TXT'
getters in an object: mine 2, other 2
getters in frozen triggers, in an object: mine 2, other 2
getters in frozen triggers, in a function: mine 3, other 0
TXT
