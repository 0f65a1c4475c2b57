import findTag from '../../../searches/contacts/find_tag.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test.each([
  ['VIP', ['t1']],
  [undefined, ['t1', 't2']],
  ['vi', []],
])('by its whole name: %s', async (name, ids) => {
  highlevel()
    .get('/locations/loc1/tags')
    .reply(200, {
      tags: [
        { id: 't1', name: 'vip', locationId: 'loc1' },
        { id: 't2', name: 'vip guest', locationId: 'loc1' },
      ],
    });
  expect((await poll(findTag, { name })).map(({ id }) => id)).toEqual(ids);
});
