import { Files } from '../../workbench/files.ts';
import { runItems } from '../../workbench/pages/zap.ts';
import { lookUp, mapped, tokenOf, type Zap } from '../../workbench/zap.ts';

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

test('a run shows what was filled in, but no password', async () => {
  const about = { exchanges: [], milliseconds: 1 };
  const input = { firstName: 'Nora', password: 'Never-Show-Me-9' };
  const run = { number: 1, at: new Date(), record, input, result: { id: 'u1' }, ...about };
  const zap = { runs: [run], actionKey: 'create_user' } as unknown as Zap;
  const text = String(
    await runItems(zap, 0, () => ({ outputFields: [], files: new Files(), ...about })),
  );
  expect(text).toContain('Nora');
  expect(text).not.toContain('Never-Show-Me');
});
