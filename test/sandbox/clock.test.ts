import { momentOf } from '../../sandbox/state/clock.ts';
import { daysOfChange, zones } from '../support/zones.ts';

test.each([
  ['2026-03-08', 150, 'America/Los_Angeles', '2026-03-08T10:30:00.000Z'],
  ['2026-03-29', 150, 'Europe/Zurich', '2026-03-29T01:30:00.000Z'],
  ['2026-11-01', 90, 'America/Los_Angeles', '2026-11-01T08:30:00.000Z'],
  ['2026-04-24', 0, 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
])('%s and %d minutes in %s', (day, minutes, zone, moment) => {
  expect(new Date(momentOf(day, minutes, zone)).toISOString()).toBe(moment);
});

test('every half hour around each change of 2026 to 2028 is right in every zone', () => {
  const wrong: string[] = [];
  for (const timeZone of zones) {
    for (const day of daysOfChange(timeZone)) {
      for (let minutes = 0; minutes < 1440; minutes += 30) {
        const plainTime = { hour: Math.floor(minutes / 60), minute: minutes % 60 };
        const right = day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
        if (momentOf(day.toString(), minutes, timeZone) !== right)
          wrong.push(`${day} ${minutes} ${timeZone}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
