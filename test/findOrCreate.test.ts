import App from '../index.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { businesses } from '../sandbox/seed/businesses.ts';
import { conversations } from '../sandbox/seed/conversations.ts';
import { objectRecords } from '../sandbox/seed/objects.ts';
import { opportunities } from '../sandbox/seed/opportunities.ts';
import { pipelines } from '../sandbox/seed/pipelines.ts';
import { tags } from '../sandbox/seed/tags.ts';
import type { Input } from '../tour/station.ts';
import { connect, pointAt } from '../tour/tour.ts';
import { LocalZapier } from '../tour/zapier.ts';

let sandbox: Sandbox;
let zapier: LocalZapier;
beforeAll(async () => {
  // The searches lag for as long as the test runs, and HighLevel itself refuses no second opportunity.
  sandbox = await startSandbox({ indexLag: 3_600_000, rateLimit: { burst: 100_000 } });
  sandbox.state.main.record.settings.allowDuplicateOpportunity = true;
  pointAt(sandbox);
  zapier = new LocalZapier({ alone: true });
  await connect(zapier, sandbox, 'sub-account');
});
afterAll(() => sandbox.stop());

const main = () => sandbox.state.main;
const countOf = (records: { values(): Iterable<unknown> }) => [...records.values()].length;

/** What Zapier does for a search-or-create: the search, and the create if it finds none (zapier#search-or-create). */
const findOrCreate = async (key: string, asked: Input, made: Input) => {
  const { create } = App.searchOrCreates?.[key] ?? {};
  const [found] = await zapier.run(key, asked);
  return found ?? (await zapier.run(String(create), { ...asked, ...made }))[0];
};

const policies = 'custom_objects.insurance_policies';

const kinds: [string, () => { values(): Iterable<unknown> }, () => Input, Input][] = [
  [
    'find_opportunity',
    () => opportunities(main()),
    () => ({
      contactId: String([...conversations(main()).values()][0]?.contactId),
      pipelineId: [...pipelines(main()).keys()][0],
      status: 'open',
      name: 'Made twice',
    }),
    {},
  ],
  ['find_business', () => businesses(main()), () => ({ name: 'Made Twice' }), {}],
  ['find_tag', () => tags(main()), () => ({ name: 'Made Twice' }), {}],
  [
    'find_custom_object_record',
    () => objectRecords(main()),
    () => ({ schemaKey: policies, property: 'policy_number', value: 'POL-TWICE' }),
    { properties__policy_number: 'POL-TWICE' },
  ],
];

test.each(kinds)(
  '%s makes no second one when it runs again at once',
  async (key, all, asked, made) => {
    const before = countOf(all());
    const first = await findOrCreate(key, asked(), made);
    expect(countOf(all())).toBe(before + 1);
    const second = await findOrCreate(key, asked(), made);
    expect(second?.id).toBe(first?.id);
    expect(countOf(all())).toBe(before + 1);
  },
);

test('find_conversation makes none for a contact that has one', async () => {
  const [{ id, contactId } = { id: '', contactId: '' }] = conversations(main()).values();
  expect((await findOrCreate('find_conversation', { contactId }, {}))?.id).toBe(id);
  const [made] = await zapier.run('create_conversation', { contactId });
  expect(made?.id).toBe(id);
});

test('makes a conversation for a contact that has lost it', async () => {
  const [{ id, contactId } = { id: '', contactId: '' }] = conversations(main()).values();
  conversations(main()).delete(id);
  const [made] = await zapier.run('create_conversation', { contactId });
  expect(made).toMatchObject({ contactId });
  expect([...conversations(main()).values()].map((one) => one.contactId)).toContain(contactId);
});
