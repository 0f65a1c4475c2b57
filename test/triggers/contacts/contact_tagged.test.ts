import contactTagged from '../../../triggers/contacts/contact_tagged.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';
import { plainZ, type Request, Zap } from '../../support/zapier.ts';

const latest = { sort: [{ field: 'dateUpdated', direction: 'desc' }], page: 1 };
const byTag = [{ field: 'tags', operator: 'eq', value: 'vip' }];

test('the poll that turns the Zap on reads all who have the tag', async () => {
  highlevel()
    .post('/contacts/search', { locationId: 'loc1', filters: byTag, pageLimit: 100, ...latest })
    .reply(200, { contacts: [{ id: 'c1', tags: ['vip'] }], total: 1 });
  const meta = { isPopulatingDedupe: true };
  expect(await poll(contactTagged, { tag: ' VIP ' }, { meta })).toMatchObject([
    { id: 'c1', revision: 'tagged' },
  ]);
});

/** A Zap on a sub-account in which the contacts are so now. */
const zapOf = (now: () => object[]) => {
  const bodies: unknown[] = [];
  const z = plainZ(({ body }: Request) => {
    const asked = JSON.parse(String(body));
    bodies.push(asked.filters);
    const fits = (one: { tags?: string[] }) => !asked.filters || one.tags?.includes('vip');
    return { contacts: now().filter(fits), total: 9 };
  });
  return { bodies, zap: new Zap(contactTagged, { tag: 'vip' }, z) };
};

test('fires when the tag comes, and again after a poll has seen it gone', async () => {
  let at = Date.now();
  jest.spyOn(Date, 'now').mockImplementation(() => at);
  const contact = (...tags: string[]) => ({
    id: 'c1',
    tags,
    dateUpdated: new Date(at).toISOString(),
  });
  let now = [contact('vip')];
  const { zap, bodies } = zapOf(() => now);
  await zap.turnOn();
  const fired: number[] = [];
  for (const tags of [['vip', 'lead'], [], ['vip'], ['vip'], ['lead'], ['VIP', 'lead']]) {
    at += 900_000;
    now = [contact(...tags)];
    fired.push((await zap.poll()).length);
  }
  expect(fired).toEqual([0, 0, 1, 0, 0, 1]);
  expect(bodies.slice(0, 2)).toEqual([byTag, undefined]);
  jest.restoreAllMocks();
});
