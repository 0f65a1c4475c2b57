#!/usr/bin/env bash
# zapier-platform-core 19.1.0: the tester of `createAppTester` also runs a function that is no part of the app, which is
# how tests try a helper with `z`. Started together, such calls all run the function of the last one, each with its own
# bundle: the others never run, and no error tells. core keeps the function in one place of the app object and reads it
# from there a moment later. So tests that run concurrently pass or fail by the code of another test. Functions of the
# app, and two app objects, do not get mixed up; two testers of one app object do.
# Guess: a call runs the function that it is given.
# Seen on Node 20.20.2 and 22.23.2: what each call gave, see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts zapier-platform-core@19.1.0 >/dev/null
cat >run.cjs <<'JS'
const zapier = require('zapier-platform-core');

const phone = (z, bundle) => `phone of ${bundle.inputData.name}`;
const email = (z, bundle) => `email of ${bundle.inputData.name}`;
const maria = { inputData: { name: 'Maria' } };
const anna = { inputData: { name: 'Anna' } };
const empty = () => ({ version: '1.0.0', platformVersion: zapier.version });

(async () => {
  const app = empty();
  const tester = zapier.createAppTester(app);
  console.log(`one by one: ${await tester(phone, maria)}, ${await tester(email, anna)}`);
  const together = async (name, first, second) => {
    const results = await Promise.all([first(phone, maria), second(email, anna)]);
    console.log(`${name}: ${results.join(', ')}`);
  };
  await together('together', tester, tester);
  await together('together, two testers of an app', tester, zapier.createAppTester(app));
  await together('together, two apps', tester, zapier.createAppTester(empty()));
  const hydrators = zapier.createAppTester({ ...empty(), hydrators: { phone, email } });
  await together('together, functions of the app', hydrators, hydrators);
})();
JS
node run.cjs | grep -E '^(one by one|together)' | tee output.txt
diff output.txt - <<'TXT'
one by one: phone of Maria, email of Anna
together: email of Maria, email of Anna
together, two testers of an app: email of Maria, email of Anna
together, two apps: phone of Maria, email of Anna
together, functions of the app: phone of Maria, email of Anna
TXT
