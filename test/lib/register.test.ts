import { register } from '../../lib/register.ts';

test('a catalog as an object by key, in its order', () => {
  expect(register({ One: [{ key: 'b' }], Two: [{ key: 'a' }] })).toEqual({
    b: { key: 'b' },
    a: { key: 'a' },
  });
});

test('names the key that two operations share', () => {
  expect(() => register({ One: [{ key: 'a' }, { key: 'b' }], Two: [{ key: 'b' }] })).toThrow(
    'Two operations have the key b',
  );
});
