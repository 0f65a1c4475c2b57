import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { onDemand, register } from '../../lib/zapier.ts';

const named = (key: string) => ({ key, operation: {} });

test('a catalog as an object by key, in its order', () => {
  expect(Object.keys(register({ One: [named('b')], Two: [named('a')] }))).toEqual(['b', 'a']);
});

test('names the key that two operations share', () => {
  expect(() => register({ One: [named('a'), named('b')], Two: [named('b')] })).toThrow(
    'Two operations have the key b',
  );
});

const { prepareApp } = createRequire(resolve('package.json'))(
  'zapier-platform-core/src/tools/schema',
) as { prepareApp: (app: object) => { triggers: Record<string, object> } };

test('what is loaded on demand is loaded once, when more than its key is asked for', () => {
  const trigger = { key: 'a', noun: 'A', display: { label: 'New A' }, operation: { sample: {} } };
  const load = jest.fn(() => trigger);
  const { triggers } = prepareApp({ triggers: register({ One: [onDemand('a', load)] }) });
  expect(Object.keys(triggers)).toEqual(['a']);
  expect(load).not.toHaveBeenCalled();
  expect({ ...triggers.a }).toEqual(trigger);
  expect([load.mock.calls.length, Object.isFrozen(trigger.operation)]).toEqual([1, true]);
});

test('core takes the operations as they are, and makes no form that nobody asked for', () => {
  const inputFields = jest.fn(() => [{ key: 'b' }]);
  const operation = Object.defineProperty({}, 'inputFields', { get: inputFields });
  const trigger = { key: 'a', operation };

  const { triggers } = prepareApp({ triggers: register({ One: [trigger] }) });

  expect(triggers.a).toBe(trigger);
  expect(Object.keys(triggers)).toEqual(['a']);
  expect(inputFields).not.toHaveBeenCalled();
  expect([Object.isFrozen(trigger), Object.isFrozen(operation)]).toEqual([true, true]);
});
