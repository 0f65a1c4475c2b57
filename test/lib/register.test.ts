import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { register } from '../../lib/register.ts';

test('a catalog as an object by key, in its order', () => {
  expect(Object.entries(register({ One: [{ key: 'b' }], Two: [{ key: 'a' }] }))).toEqual([
    ['b', { key: 'b' }],
    ['a', { key: 'a' }],
  ]);
});

test('names the key that two operations share', () => {
  expect(() => register({ One: [{ key: 'a' }, { key: 'b' }], Two: [{ key: 'b' }] })).toThrow(
    'Two operations have the key b',
  );
});

test('core takes the operations as they are, and freezes them', () => {
  const { prepareApp } = createRequire(resolve('package.json'))(
    'zapier-platform-core/src/tools/schema',
  ) as { prepareApp: (app: object) => { triggers: Record<string, object> } };
  const trigger = { key: 'a', operation: { inputFields: [{ key: 'b' }] } };

  const { triggers } = prepareApp({ triggers: register({ One: [trigger] }) });

  expect(triggers.a).toBe(trigger);
  expect(Object.keys(triggers)).toEqual(['a']);
  expect(Object.isFrozen(trigger.operation.inputFields)).toBe(true);
});
