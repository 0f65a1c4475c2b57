import createTriggerLink from '../../../creates/links/create_trigger_link.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

const input = { name: 'Booking', redirectTo: 'https://www.example.com/book' };
const link = { id: 'l1', ...input, fieldKey: '{{trigger_link.l1}}', locationId: 'loc1' };

test('creates the link', async () => {
  highlevel()
    .post('/links/', { locationId: 'loc1', ...input })
    .reply(201, { link });
  expect(await run(createTriggerLink, input)).toEqual(link);
});

test('finds it if HighLevel failed after making it', async () => {
  highlevel().post('/links/').reply(500, { message: 'Internal server error' });
  highlevel()
    .get('/links/?locationId=loc1')
    .reply(200, { links: [{ ...link, id: 'l0', redirectTo: 'https://other.example' }, link] });
  expect(await run(createTriggerLink, input)).toEqual(link);
});
