import updateOpportunityStatus from '../../../creates/opportunities/update_opportunity_status.ts';
import { highlevel } from '../../support/api.ts';
import { failure, fieldsOf, run } from '../../support/run.ts';

const sent = (body: object) =>
  highlevel()
    .put('/opportunities/o1/status', { ...body })
    .reply(200, { succeded: true });

test('marks it as lost with a reason', async () => {
  sent({ status: 'lost', lostReasonId: 'r1' });
  const input = { id: 'o1', status: 'lost', lostReasonId: 'r1' };
  expect(await run(updateOpportunityStatus, input)).toEqual({
    id: 'o1',
    status: 'lost',
    succeeded: true,
  });
});

test('a reason that does not fit the status is left out', async () => {
  sent({ status: 'won' });
  const input = { id: 'o1', status: 'won', lostReasonId: 'r1' };
  expect(await run(updateOpportunityStatus, input)).toMatchObject({ status: 'won' });
});

test.each([
  [undefined, false],
  ['won', false],
  ['lost', true],
  ['{{123__status}}', true],
])('with the status %s the form shows “Lost Reason”: %s', async (status, shown) => {
  const fields = await fieldsOf(updateOpportunityStatus, { status });
  expect(fields.some(({ key }) => key === 'lostReasonId')).toBe(shown);
});

test('`all` is no status to set', async () => {
  const input = { id: 'o1', status: 'all' };
  expect(await failure(run(updateOpportunityStatus, input))).toContain(
    '“Status” must be one of: “Open”, “Won”, “Lost”, “Abandoned”.',
  );
});
