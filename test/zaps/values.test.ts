import { fill, fillMapping, lookUp, lookupIn, renumber, tokensIn } from '../../zaps/values.ts';

const record = {
  id: 'c1',
  firstName: 'Ada',
  count: 0,
  missing: null,
  tags: ['new', 'vip'],
  'Full Name': 'Ada Lovelace',
  'a.b': 'dotted',
  customField: { plan: 'Gold' },
  attendees: [{ email: 'a@example.com' }, { email: 'b@example.com' }],
};
const of = lookupIn([record]);
const filling = { of, now: () => Date.parse('2026-11-28T10:00:00Z') };

test('finds a value by its path', () => {
  expect(lookUp(record, 'customField.plan')).toBe('Gold');
  expect(lookUp(record, 'attendees.email')).toEqual(['a@example.com', 'b@example.com']);
  expect(lookUp(record, 'attendees.1.email')).toBe('b@example.com');
  expect(lookUp(record, 'Full Name')).toBe('Ada Lovelace');
  expect(lookUp(record, 'a.b')).toBe('dotted');
  expect(lookUp(record, 'nothing.here')).toBeUndefined();
  expect(lookUp(record, 'constructor.name')).toBeUndefined();
});

test('fills texts, and leaves HighLevel’s own merge tags alone', () => {
  expect(fill('{{1.firstName}} has {{1.count}} of {{1.missing}}{{contact.name}}', of)).toBe(
    'Ada has 0 of {{contact.name}}',
  );
});

test('a list stays a list if it is mapped alone', () => {
  expect(fillMapping({ tags: ['{{1.tags}}', 'more'] }, filling)).toEqual({
    tags: ['new', 'vip', 'more'],
  });
  expect(fillMapping({ body: 'Tags: {{1.tags}}' }, filling)).toEqual({ body: 'Tags: new, vip' });
});

test('line items that are mapped from lists become one row per value', () => {
  const rows = [{ email: '{{1.attendees.email}}', role: 'guest' }];
  expect(fillMapping({ rows }, filling)).toEqual({
    rows: [
      { email: 'a@example.com', role: 'guest' },
      { email: 'b@example.com', role: 'guest' },
    ],
  });
});

test('the present time is that of the run', () => {
  expect(fillMapping({ at: '{{zap_meta_utc_iso}}' }, filling)).toEqual({
    at: '2026-11-28T10:00:00.000Z',
  });
});

test('a choice that nobody made is refused, and says which', () => {
  expect(() => fillMapping({ calendarId: { choose: 'the calendar' } }, filling)).toThrow(
    'Nothing is chosen for “calendarId”: the calendar.',
  );
});

test('tokens are found and renumbered wherever they stand', () => {
  const map = {
    a: 'x {{1.id}} {{ 2.Full Name }}',
    rows: [{ b: '{{3.c.d}}' }],
    n: 5,
    no: '{{x.y}}',
  };
  expect(tokensIn(map)).toEqual([
    { step: 1, path: 'id' },
    { step: 2, path: 'Full Name' },
    { step: 3, path: 'c.d' },
  ]);
  expect(renumber(map, (step) => step + 1)).toEqual({
    a: 'x {{2.id}} {{3.Full Name}}',
    rows: [{ b: '{{4.c.d}}' }],
    n: 5,
    no: '{{x.y}}',
  });
});
