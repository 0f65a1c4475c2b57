import updateCustomValue from '../../../creates/locations/update_custom_value.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

const input = { id: 'v1', value: 'Closed on Fridays' };

test('sends the name as it is, which HighLevel wants again', async () => {
  highlevel()
    .get('/locations/loc1/customValues/v1')
    .reply(200, { customValue: { id: 'v1', name: 'Opening Hours', value: 'Daily' } })
    .put('/locations/loc1/customValues/v1', { name: 'Opening Hours', value: 'Closed on Fridays' })
    .reply(200, { customValue: { id: 'v1', name: 'Opening Hours', value: 'Closed on Fridays' } });
  expect(await run(updateCustomValue, input)).toMatchObject({ id: 'v1', value: input.value });
});

test('reads nothing if there is a new name', async () => {
  highlevel()
    .put('/locations/loc1/customValues/v1', { name: 'Hours', value: 'Closed on Fridays' })
    .reply(200, { customValue: { id: 'v1', name: 'Hours' } });
  expect(await run(updateCustomValue, { ...input, name: 'Hours' })).toMatchObject({
    name: 'Hours',
  });
});
