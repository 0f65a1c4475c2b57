import contactChanged from '../../../triggers/contacts/contact_changed.ts';
import listContactFields from '../../../triggers/dropdowns/list_contact_fields.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';
import { plainZ, type Request, Zap } from '../../support/zapier.ts';

afterEach(() => jest.restoreAllMocks());

test('asks for the contacts that changed last', async () => {
  highlevel()
    .post('/contacts/search', {
      locationId: 'loc1',
      page: 1,
      pageLimit: 3,
      sort: [{ field: 'dateUpdated', direction: 'desc' }],
    })
    .reply(200, { contacts: [{ id: 'c1', phone: '+14155550134' }], total: 1 });
  const meta = { isLoadingSample: true };
  expect(await poll(contactChanged, { watched: ['phone'] }, { meta })).toMatchObject([
    { id: 'c1' },
  ]);
});

test('fires for the fields that are watched, also when they change back', async () => {
  let at = Date.now();
  jest.spyOn(Date, 'now').mockImplementation(() => at);
  let now: object[] = [];
  const z = plainZ(({ url }: Request) =>
    url.includes('customFields') ? { customFields: [] } : { contacts: now, total: now.length },
  );
  const zap = new Zap(contactChanged, { watched: ['phone', 'customFields.f1'] }, z);
  const contact = (phone: string, value: string, city = 'Here') => ({
    id: 'c1',
    phone,
    city,
    customFields: [{ id: 'f1', value }],
    dateUpdated: new Date(at).toISOString(),
  });
  now = [contact('1', 'a')];
  await zap.turnOn();
  const fired: number[] = [];
  for (const [phone, value, city] of [
    ['1', 'a', 'There'],
    ['2', 'a'],
    ['1', 'a'],
    ['1', 'b'],
    ['1', 'b', 'There'],
  ] as const) {
    at += 900_000;
    now = [
      contact(phone, value, city),
      { id: 'c2', phone: '9', dateUpdated: new Date(at).toISOString() },
    ];
    fired.push((await zap.poll()).length);
  }
  expect(fired).toEqual([0, 1, 1, 1, 0]);
});

test('the dropdown has the fields of a contact, then the custom fields', async () => {
  highlevel()
    .get('/locations/loc1/customFields?model=contact')
    .reply(200, { customFields: [{ id: 'f1', name: 'Insurance', dataType: 'TEXT' }] });
  const fields = await poll(listContactFields);
  expect(fields[0]).toEqual({ id: 'firstName', name: 'First Name' });
  expect(fields.at(-1)).toEqual({ id: 'customFields.f1', name: 'Insurance' });
});
