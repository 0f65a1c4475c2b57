import listTimezones from '../../../triggers/dropdowns/list_timezones.ts';
import { agencyConnection, highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const dropdown = { meta: { isFillingDynamicDropdown: true } };
const answers = (status: number, answer: object) =>
  highlevel().get('/locations/loc1/timezones').reply(status, answer);

test.each([
  { timeZones: ['US/Central', 'Asia/Calcutta', 'Europe/Zurich'] },
  { timezones: [{ value: 'US/Central' }, { id: 'Asia/Calcutta' }, { name: 'Europe/Zurich' }] },
  ['US/Central', 'Asia/Calcutta', 'Europe/Zurich'],
])('the zones that HighLevel knows, by their usual names: %j', async (answer) => {
  answers(200, answer);
  expect(await poll(listTimezones, {}, dropdown)).toEqual([
    { id: 'US/Central', name: 'US/Central (America/Chicago)' },
    { id: 'Asia/Calcutta', name: 'Asia/Calcutta (Asia/Kolkata)' },
    { id: 'Europe/Zurich', name: 'Europe/Zurich' },
  ]);
});

test('a zone under both names stands there twice, each as it is', async () => {
  answers(200, { timeZones: ['Europe/Kiev', 'Europe/Kyiv'] });
  expect(await poll(listTimezones, {}, dropdown)).toEqual([
    { id: 'Europe/Kiev', name: 'Europe/Kiev' },
    { id: 'Europe/Kyiv', name: 'Europe/Kyiv' },
  ]);
});

test.each<[number, object]>([
  [401, { message: 'The token is not authorized for this scope.' }],
  [422, {}],
  [200, { odd: true }],
])('all zones if HighLevel does not show its own (%d)', async (status, answer) => {
  answers(status, answer);
  const names = (await poll(listTimezones, {}, dropdown)).map(({ name }) => name);
  for (const usual of [
    'Asia/Kolkata',
    'Europe/Kyiv',
    'US/Central',
    'America/Argentina/Buenos Aires',
  ])
    expect(names).toContainEqual(expect.stringContaining(usual));
});

test('all zones before a sub-account is chosen', async () => {
  const zones = await poll(listTimezones, {}, { ...dropdown, authData: agencyConnection });
  expect(zones.length).toBeGreaterThan(400);
});
