import { recordIn } from '../../lib/api/answers.ts';
import type { Step } from '../../lib/operations.ts';
import { refuse } from '../../lib/zapier.ts';
import { location } from '../../records/locations.ts';

interface Values {
  locationId: string;
  /** The name as the person has typed it. */
  confirmation: string;
}

const readRoute = 'GET /locations/{locationId}';

/** Before a delete whose damage nobody can undo: reads the name of the sub-account, and refuses if another was typed. */
export const confirmName: Step<Values> = {
  routes: [readRoute],
  before: async (run, { locationId, confirmation }) => {
    const answer = await run.call(readRoute, { locationId });
    const name = String(recordIn(answer, location)?.name ?? '');
    if (name.trim() !== '' && name.trim() === confirmation.trim()) return undefined;
    return refuse(
      `Nothing was deleted: this sub-account is called “${name}”, but “Name to Confirm” says “${confirmation}”.`,
    );
  },
};
