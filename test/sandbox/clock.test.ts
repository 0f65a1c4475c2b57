import { Temporal } from 'temporal-polyfill';
import { momentOf } from '../../sandbox/state/clock.ts';
import { share } from '../support/depth.ts';

test.each([
  ['2026-03-08', 150, 'America/Los_Angeles', '2026-03-08T10:30:00.000Z'],
  ['2026-03-29', 150, 'Europe/Zurich', '2026-03-29T01:30:00.000Z'],
  ['2026-11-01', 90, 'America/Los_Angeles', '2026-11-01T08:30:00.000Z'],
  ['2026-04-24', 0, 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
])('%s and %d minutes in %s', (day, minutes, zone, moment) => {
  expect(new Date(momentOf(day, minutes, zone)).toISOString()).toBe(moment);
});

// As a well-kept library has them, which shares no code with ours.
test('every half hour around each change of 2026 to 2028 is right in every zone', () => {
  const wrong: string[] = [];
  const end = Date.UTC(2028, 11, 31);
  for (const zone of share(Intl.supportedValuesOf('timeZone'))) {
    const begin = Temporal.PlainDate.from('2026-01-01').toZonedDateTime(zone);
    let change = begin.getTimeZoneTransition('next');
    while (change && change.epochMilliseconds < end) {
      for (const later of [-1, 0, 1]) {
        const day = change.toPlainDate().add({ days: later });
        for (let minutes = 0; minutes < 1440; minutes += 30) {
          const time = { hour: Math.floor(minutes / 60), minute: minutes % 60 };
          const right = day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
          if (momentOf(day.toString(), minutes, zone) !== right)
            wrong.push(`${day} ${minutes} ${zone}`);
        }
      }
      change = change.getTimeZoneTransition('next');
    }
  }
  expect(wrong).toEqual([]);
});
