import { lookUp, mapped, tokenOf } from '../../workbench/zap.ts';

const record = {
  id: 'c1',
  firstName: 'Ada',
  count: 0,
  missing: null,
  tags: ['new', 'vip'],
  customField: { plan: 'Gold' },
  attendees: [{ email: 'a@example.com' }, { email: 'b@example.com' }],
};

test('finds a value by the key of its output field', () => {
  expect(lookUp(record, 'customField__plan')).toBe('Gold');
  expect(lookUp(record, 'attendees[]email')).toEqual(['a@example.com', 'b@example.com']);
  expect(lookUp(record, 'nothing__here')).toBeUndefined();
});

test('maps fields into text, and leaves HighLevel’s own merge tags alone', () => {
  const text = `${tokenOf('firstName')} has ${tokenOf('count')} of ${tokenOf('missing')}{{contact.name}}`;
  expect(mapped({ body: text }, record)).toEqual({ body: 'Ada has 0 of {{contact.name}}' });
});

test('a list stays a list where it is mapped alone', () => {
  expect(mapped({ tags: [tokenOf('tags')] }, record)).toEqual({ tags: ['new', 'vip'] });
  expect(mapped({ body: `Tags: ${tokenOf('tags')}` }, record)).toEqual({ body: 'Tags: new, vip' });
});

test('line items mapped from a list become one row per value', () => {
  const rows = [{ email: tokenOf('attendees[]email'), role: 'guest' }];
  expect(mapped({ rows }, record)).toEqual({
    rows: [
      { email: 'a@example.com', role: 'guest' },
      { email: 'b@example.com', role: 'guest' },
    ],
  });
});
