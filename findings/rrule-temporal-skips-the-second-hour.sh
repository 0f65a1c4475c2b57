#!/usr/bin/env bash
# rrule-temporal 2.2.8: on the day when the clocks go back, `FREQ=HOURLY` in a time zone with summer time leaves out the
# second of the two hours that have the same name: 00:00, 01:00, and two hours later 02:00. Other rules list that hour:
# `FREQ=HOURLY;INTERVAL=2` falls on it, and `FREQ=MINUTELY;INTERVAL=60` has all 25 hours of the day. `between` finds no
# occurrence there, and `COUNT` does not count it. What is due every hour, such as the slots of a 24-hour service or a
# look for new leads, has a hole once a year.
# Guess: every hour is every 60 minutes. By RFC 5545 a time that comes twice means the first one, but then the other two
# rules would not have the second either; where the README speaks of RFC 7529, it goes by “elapsed real hours”.
# Seen on Node 20.20.2 and 22.23.2: New York, 1 November 2026, see the end; Berlin is alike on 25 October.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts rrule-temporal@2.2.8 >/dev/null
cat >run.cjs <<'JS'
const { RRuleTemporal } = require('rrule-temporal');

const start = 'DTSTART;TZID=America/New_York:20261101T000000';
const recurrence = (rule) => new RRuleTemporal({ rruleString: `${start}\nRRULE:${rule}` });
const times = (list) => list.map((time) => time.toString().slice(11, 22)).join(' ') || 'none';
const endOfDay = 'UNTIL=20261102T045959Z';

for (const rule of ['FREQ=HOURLY', 'FREQ=HOURLY;INTERVAL=2', 'FREQ=MINUTELY;INTERVAL=60']) {
  console.log(`${rule}: ${times(recurrence(`${rule};COUNT=4`).all())}`);
  console.log(`${rule}, whole day: ${recurrence(`${rule};${endOfDay}`).all().length}`);
  const from = new Date('2026-11-01T05:30:00Z');
  const to = new Date('2026-11-01T06:30:00Z');
  console.log(`${rule}, 05:30Z to 06:30Z: ${times(recurrence(rule).between(from, to, true))}`);
}
JS
node run.cjs | grep -E '^FREQ' | tee output.txt
diff output.txt - <<'TXT'
FREQ=HOURLY: 00:00:00-04 01:00:00-04 02:00:00-05 03:00:00-05
FREQ=HOURLY, whole day: 24
FREQ=HOURLY, 05:30Z to 06:30Z: none
FREQ=HOURLY;INTERVAL=2: 00:00:00-04 01:00:00-05 03:00:00-05 05:00:00-05
FREQ=HOURLY;INTERVAL=2, whole day: 13
FREQ=HOURLY;INTERVAL=2, 05:30Z to 06:30Z: 01:00:00-05
FREQ=MINUTELY;INTERVAL=60: 00:00:00-04 01:00:00-04 01:00:00-05 02:00:00-05
FREQ=MINUTELY;INTERVAL=60, whole day: 25
FREQ=MINUTELY;INTERVAL=60, 05:30Z to 06:30Z: 01:00:00-05
TXT
