import deleteOpportunity from '../../../creates/opportunities/delete_opportunity.ts';
import { highlevel } from '../../support/api.ts';
import { run } from '../../support/run.ts';

test.each([{ success: true }, { succeded: true }, {}])(
  '%j means that it is deleted',
  async (answer) => {
    highlevel().delete('/opportunities/o1').reply(200, answer);
    expect(await run(deleteOpportunity, { id: 'o1' })).toEqual({
      id: 'o1',
      deleted: true,
    });
  },
);
