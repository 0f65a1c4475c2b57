#!/usr/bin/env bash
# n8n-nodes-base 2.41.2: before n8n's HighLevel node creates or updates a contact, it looks at the phone with a pattern
# of its own and ends with an error, unsent, for numbers as people write them in half of the world: +44 7400 123456, +61
# 412 345 678 and +91 81234 56789 have an “invalid format”. The pattern is not anchored, so any seven digits in a row
# pass, in “Order 1234567” too. The same numbers without blanks all pass, so a workflow that was tested with E.164, or
# with a number of the US, stops at the first contact with such a number.
# Guess: a check for phones lets through the international spelling of a valid number and refuses text.
# Seen on Node 20.20.2 and 22.23.2: refused are the example mobile numbers (libphonenumber-js 1.13.16) of 118 of 245
# countries in the international spelling and of none in E.164; see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts \
  n8n-workflow@2.41.0 luxon@3.7.2 libphonenumber-js@1.13.16 tar@7.5.23 >/dev/null
# The node alone, without the hundreds of packages that the other nodes need.
npm pack --silent n8n-nodes-base@2.41.2 >/dev/null
cat >run.cjs <<'JS'
const { getCountries, getExampleNumber } = require('libphonenumber-js/max');
const examples = require('libphonenumber-js/examples.mobile.json');
const wanted = 'package/dist/nodes/HighLevel/v2/GenericFunctions.js';
require('tar').extract({ file: 'n8n-nodes-base-2.41.2.tgz', sync: true }, [wanted]);
const { validEmailAndPhonePreSendAction: check } = require(`./${wanted}`);

const node = { getNode: () => ({ name: 'HighLevel', type: 'n8n-nodes-base.highLevel', typeVersion: 2 }) };
const passes = (phone) => check.call(node, { body: { phone } }).then(() => true, () => false);
const refused = async (phones) => (await Promise.all(phones.map(passes))).filter((passed) => !passed).length;

(async () => {
  const phones = ['+1 201 555 0123', '+44 7400 123456', '+61 412 345 678', '+91 81234 56789', 'Order 1234567'];
  for (const phone of phones) console.log(`${phone}: ${(await passes(phone)) ? 'sent' : 'refused'}`);
  const numbers = getCountries().map((country) => getExampleNumber(country, examples));
  const spaced = await refused(numbers.map((one) => one.formatInternational()));
  const plain = await refused(numbers.map((one) => one.number));
  console.log(`refused of ${numbers.length}: ${spaced} with blanks, ${plain} in E.164`);
})();
JS
node run.cjs | grep -E '^(\+|Order|refused)' | tee output.txt
diff output.txt - <<'TXT'
+1 201 555 0123: sent
+44 7400 123456: refused
+61 412 345 678: refused
+91 81234 56789: refused
Order 1234567: sent
refused of 245: 118 with blanks, 0 in E.164
TXT
