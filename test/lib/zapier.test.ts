import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { register } from '../../lib/zapier.ts';

const named = (key: string) => ({ key, operation: {} });

test('a catalog as an object by key, in its order', () => {
  expect(Object.keys(register({ One: [named('b')], Two: [named('a')] }))).toEqual(['b', 'a']);
});

test('names the key that two operations share', () => {
  expect(() => register({ One: [named('a'), named('b')], Two: [named('b')] })).toThrow(
    'Two operations have the key b',
  );
});

test('core takes the operations as they are, and makes no form that nobody asked for', () => {
  const { prepareApp } = createRequire(resolve('package.json'))(
    'zapier-platform-core/src/tools/schema',
  ) as { prepareApp: (app: object) => { triggers: Record<string, object> } };
  const inputFields = jest.fn(() => [{ key: 'b' }]);
  const operation = Object.defineProperty({}, 'inputFields', { get: inputFields });
  const trigger = { key: 'a', operation };

  const { triggers } = prepareApp({ triggers: register({ One: [trigger] }) });

  expect(triggers.a).toBe(trigger);
  expect(Object.keys(triggers)).toEqual(['a']);
  expect(inputFields).not.toHaveBeenCalled();
  expect([Object.isFrozen(trigger), Object.isFrozen(operation)]).toEqual([true, true]);
});
