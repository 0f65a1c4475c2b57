#!/usr/bin/env bash
# vcf 2.1.2 knows nothing of the backslashes of vCards (RFC 6350, 3.4), in either direction. A note of two lines is
# written as one, the last word of the first line joined to the next. A semicolon in a street is written bare, so a
# reader takes what follows for the city and moves all columns by one. Read from a card that has the backslashes, the
# same street is cut at its semicolon, and a note keeps `\n` as two characters, in jCard too, which has no such escapes.
# Contacts pass a test with plain names and go wrong with the first company, street or note that has a `;` or two lines.
# Guess: a library that reads and writes vCards and jCards gives back the text that a card was made of.
# Seen on Node 20.20.2 and 22.23.2: what was written and read, see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts vcf@2.1.2 >/dev/null
cat >run.cjs <<'JS'
const VCard = require('vcf');

const street = ['', '', '1 Main St; Rear', 'Springfield', 'IL', '62701', 'US'];
const card = VCard.fromJSON([
  'vcard',
  [
    ['version', {}, 'text', '4.0'],
    ['fn', {}, 'text', 'Maria Lopez'],
    ['note', {}, 'text', 'Ring twice\nGate code 12'],
    ['adr', {}, 'text', street],
  ],
]);
const read = (text) => {
  const [, properties] = new VCard().parse(text).toJSON();
  return Object.fromEntries(properties.map(([name, , , value]) => [name, value]));
};
const tell = (name, text) => {
  const { note, adr } = read(text);
  console.log(`${name}: note ${JSON.stringify(note)}`);
  console.log(`${name}: city ${JSON.stringify(adr[3])}`);
};

const written = card.toString();
for (const line of written.split('\r\n').filter((line) => /^(NOTE|ADR)/.test(line))) console.log(`written: ${line}`);
tell('read again', written);
// The same contact as RFC 6350 writes it.
const lines = ['NOTE:Ring twice\\nGate code 12', 'ADR:;;1 Main St\\; Rear;Springfield;IL;62701;US'];
tell('from others', ['BEGIN:VCARD', 'VERSION:4.0', 'FN:Maria Lopez', ...lines, 'END:VCARD'].join('\r\n'));
JS
node run.cjs | grep -E '^(written|read again|from others)' | tee output.txt
diff output.txt - <<'TXT'
written: NOTE:Ring twiceGate code 12
written: ADR:;;1 Main St; Rear;Springfield;IL;62701;US
read again: note "Ring twiceGate code 12"
read again: city " Rear"
from others: note "Ring twice\\nGate code 12"
from others: city " Rear"
TXT
