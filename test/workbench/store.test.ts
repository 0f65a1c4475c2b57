import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Draft } from '../../workbench/draft.ts';
import { ZapStore } from '../../workbench/store.ts';
import { emptyZap, parseZapFile, type ZapFile } from '../../workbench/zapFile.ts';

let folder: string;
let store: ZapStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zaps-'));
  store = new ZapStore(join(folder, 'my zaps'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const zap = (name: string): ZapFile => ({
  ...emptyZap(name),
  steps: [{ id: 's2', use: 'create_contact', map: { firstName: 'Ada' } }],
});

test('a Zap is a file that is named after it, and another of its name does not take its place', () => {
  expect(store.ids()).toEqual([]);
  expect(store.add(zap('Missed call → task'))).toBe('missed-call-task');
  expect(store.add(zap('Missed call → task'))).toBe('missed-call-task-2');
  expect(store.add(zap('“…”'))).toBe('zap');
  expect(readdirSync(store.folder)).toEqual([
    'missed-call-task-2.json',
    'missed-call-task.json',
    'zap.json',
  ]);
  expect(store.read('missed-call-task').file).toMatchObject({ name: 'Missed call → task' });
});

test.each(['..', '../secret', 'a/b', 'A', '', 'a--b', 'x'.repeat(81)])(
  'there is no Zap “%s”, whatever lies in the folder',
  (id) => {
    expect(store.has(id)).toBe(false);
    expect(() => store.read(id)).toThrow('There is no such Zap.');
  },
);

test('a password is not written into the file', () => {
  const id = store.add({
    ...zap('Users'),
    steps: [{ id: 's2', use: 'create_user', map: { password: 'Never-Show-9', firstName: 'Ada' } }],
  });
  expect(readFileSync(join(store.folder, `${id}.json`), 'utf8')).not.toContain('Never-Show');
  expect(store.read(id).file.steps).toEqual([
    { id: 's2', use: 'create_user', map: { firstName: 'Ada' } },
  ]);
});

test('every change is in the file at once, and can be undone and done again', () => {
  const id = store.add(zap('One'));
  const draft = new Draft(store, id);
  draft.change({ ...draft.file, name: 'Two' });
  draft.change({ ...draft.file, name: 'Three' });
  expect(store.read(id).file.name).toBe('Three');
  draft.undo();
  draft.undo();
  draft.undo();
  expect([draft.file.name, draft.canUndo, draft.canRedo]).toEqual(['One', false, true]);
  draft.redo();
  expect(store.read(id).file.name).toBe('Two');
  draft.change({ ...draft.file, name: 'Four' });
  expect(draft.canRedo).toBe(false);
});

test('typing in one field is undone together, and no change is no step back', () => {
  const draft = new Draft(store, store.add(zap('-')));
  for (const name of ['H', 'He', 'Hel']) draft.change({ ...draft.file, name }, 'name');
  draft.change({ ...draft.file }, 'name');
  draft.undo();
  expect([draft.file.name, draft.canUndo]).toEqual(['-', false]);
});

test('what somebody changes in the file itself comes in, and can be undone', () => {
  const id = store.add(zap('Here'));
  const draft = new Draft(store, id);
  const path = join(store.folder, `${id}.json`);
  writeFileSync(path, JSON.stringify({ ...zap('There') }));
  utimesSync(path, new Date(), new Date(Date.now() + 5_000));
  expect(draft.file.name).toBe('There');
  draft.undo();
  expect(draft.file.name).toBe('Here');
});

test.each([
  ['not JSON at all', 'the file is not JSON'],
  ['[]', 'This is not a Zap'],
  ['{"name":"x","steps":[]}', '“trigger”'],
  ['{"name":"x","trigger":{"use":"a","map":{}},"steps":[{"do":"evil"}]}', '“steps.0”'],
])('%s is refused as a Zap, and says where', (text, words) => {
  expect(() => parseZapFile(text)).toThrow(words);
});

test('steps without an id get one, and no two have the same', () => {
  const step = { use: 'create_contact', map: {}, id: 'same' };
  const { trigger, steps } = parseZapFile(
    JSON.stringify({
      name: 'x',
      trigger: { use: 'search_contacts', map: {} },
      steps: [step, step],
    }),
  );
  expect(new Set([trigger.id, ...steps.map(({ id }) => id)]).size).toBe(3);
});
