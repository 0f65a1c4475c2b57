import { holds, neverHolds } from '../../zaps/conditions.ts';

test.each([
  ['contains', ['New', 'VIP'], 'vip', true],
  ['does not contain', ['New'], 'vip', true],
  ['is', 'won', 'won', true],
  ['is', 'won', 'Won', false],
  ['is not', 'open', 'won', true],
  ['starts with', 'TASK order', 'task', true],
  ['ends with', 'a@example.com', '.com', true],
  ['is greater than', '1500.5', '1500', true],
  ['is greater than', '', '-1', false],
  ['is less than', 3, '20', true],
  ['is after', '2026-12-05T10:00:00Z', '2026-12-05T10:00:00+01:00', true],
  ['is before', 'never', '2026-12-05', false],
  ['exists', 0, '', true],
  ['exists', [], '', false],
  ['does not exist', null, '', true],
] as const)('%s: %j and “%s”', (comparison, value, other, expected) => {
  expect(holds(comparison, value, other)).toBe(expected);
});

test('a filter that can match nothing says why', () => {
  expect(neverHolds('is after', 'next week')).toMatch(/“next week” is not a date.*2026-12-05/);
  expect(neverHolds('is greater than', '$1,500.50')).toMatch(/not a number.*1500\.50/);
  expect(neverHolds('is', ' ')).toMatch(/nothing to compare with/);
  expect(neverHolds('exists', '')).toBeUndefined();
  expect(neverHolds('contains', 'vip')).toBeUndefined();
});
