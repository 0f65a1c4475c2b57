import anyListRecord from '../../triggers/endpoints/any_list_record.ts';
import { plainZ, type Result, Zap } from '../support/zapier.ts';

const asked = { apiArea: 'Businesses', apiEndpoint: 'GET /businesses/' };

/** A HighLevel with one list of businesses. */
const world = () => {
  const businesses: Result[] = Array.from({ length: 230 }, (_, index) => ({
    id: `b${index}`,
    name: `Business ${index}`,
    updatedAt: '2026-03-04T09:30:45.000Z',
  }));
  let requests = 0;
  const z = plainZ(({ url }) => {
    requests += 1;
    const query = new URL(url, 'https://api.example').searchParams;
    const skip = Number(query.get('skip'));
    return { businesses: businesses.slice(skip, skip + Number(query.get('limit'))) };
  });
  return { businesses, z, requests: () => requests };
};

test('a new record of a list fires, wherever in the list it stands', async () => {
  const { businesses, z, requests } = world();
  const zap = new Zap(anyListRecord, asked, z);
  expect(await zap.turnOn()).toBe(230);
  expect(requests()).toBe(3);
  businesses.splice(120, 0, { id: 'new', name: 'Tour Café' });
  expect(await zap.poll()).toMatchObject([{ id: 'new', name: 'Tour Café', revision: 'new' }]);
  expect(await zap.poll()).toEqual([]);
});

test('a changed record fires if that is wanted', async () => {
  const { businesses, z } = world();
  const zap = new Zap(anyListRecord, { ...asked, triggerOn: 'changed' }, z);
  await zap.turnOn();
  Object.assign(businesses[7] ?? {}, { name: 'Renamed', updatedAt: '2026-03-05T09:30:45.000Z' });
  expect(await zap.poll()).toMatchObject([{ id: 'b7', name: 'Renamed' }]);
  expect(await zap.poll()).toEqual([]);
});
