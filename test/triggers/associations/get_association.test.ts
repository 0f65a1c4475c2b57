import getAssociation from '../../../triggers/associations/get_association.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

test('reads the association and fires when its labels change', async () => {
  const one = { id: 'a1', firstObjectLabel: 'Owner', secondObjectLabel: 'Pet', traceId: 't1' };
  const again = { ...one, traceId: 't2' };
  const changed = { ...one, secondObjectLabel: 'Dog', traceId: 't3' };
  for (const answer of [one, again, changed])
    highlevel().get('/associations/a1').reply(200, answer);

  const revisions: unknown[] = [];
  for (let round = 0; round < 3; round += 1) {
    const [record] = await poll(getAssociation, { associationId: 'a1' });
    expect(record).toMatchObject({ id: 'a1' });
    revisions.push(record?.revision);
  }

  expect(revisions[1]).toBe(revisions[0]);
  expect(revisions[2]).not.toBe(revisions[0]);
});
