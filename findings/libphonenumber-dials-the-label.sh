#!/usr/bin/env bash
# google-libphonenumber 3.2.47 and awesome-phonenumber 7.8.0: three or more letters behind a number are dialled, as in
# 1-800-FLOWERS. Where numbers vary in length the result is valid: “030 23125010 (home)” of Germany becomes the landline
# +4930231250104663. A label in front is dropped, and libphonenumber-js 1.13.16, made from the same data, drops both. So
# an import of contacts whose phones carry “work” or a name calls strangers, passes the checks of validity, and finds no
# duplicate of the contact that another tool wrote. Reported to Google in 2016 (google/libphonenumber, issue 1302), still
# so; the READMEs of the two packages don't mention it.
# Guess: text around a number is dropped or makes it invalid, in front and behind alike, and the libraries agree.
# Seen on Node 20.20.2 and 22.23.2: the number and whether it is valid, see the end.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts \
  google-libphonenumber@3.2.47 awesome-phonenumber@7.8.0 libphonenumber-js@1.13.16 >/dev/null
cat >run.cjs <<'JS'
const { PhoneNumberFormat, PhoneNumberUtil } = require('google-libphonenumber');
const awesome = require('awesome-phonenumber');
const other = require('libphonenumber-js/max');
const util = PhoneNumberUtil.getInstance();

const google = (text, country) => {
  const number = util.parse(text, country);
  return `${util.format(number, PhoneNumberFormat.E164)} ${util.isValidNumber(number)}`;
};
const compiled = (text, regionCode) => {
  const { number, valid } = awesome.parsePhoneNumber(text, { regionCode });
  return `${number.e164} ${valid}`;
};
const ported = (text, country) => {
  const number = other.parsePhoneNumber(text, country);
  return `${number.number} ${number.isValid()}`;
};

for (const [text, country] of [
  ['030 23125010', 'DE'],
  ['030 23125010 (home)', 'DE'],
  ['030 23125010 Maria', 'DE'],
  ['Maria 030 23125010', 'DE'],
  ['201 555 0123 cell', 'US'],
]) {
  const told = [google, compiled, ported].map((read) => read(text, country));
  console.log(`number ${text}: ${told.join(', ')}`);
}
JS
node run.cjs | grep -E '^number' | tee output.txt
diff output.txt - <<'TXT'
number 030 23125010: +493023125010 true, +493023125010 true, +493023125010 true
number 030 23125010 (home): +4930231250104663 true, +4930231250104663 true, +493023125010 true
number 030 23125010 Maria: +49302312501062742 true, +49302312501062742 true, +493023125010 true
number Maria 030 23125010: +493023125010 true, +493023125010 true, +493023125010 true
number 201 555 0123 cell: +120155501232355 false, +120155501232355 false, +12015550123 true
TXT
