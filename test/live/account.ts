import { examine, type Options } from '../../live/examine.ts';
import { authDataOf } from '../../live/model.ts';
import type { Report } from '../../live/report.ts';
import { type Exchange, type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { appointments } from '../../sandbox/seed/appointments.ts';
import { notes, tasks } from '../../sandbox/seed/contactParts.ts';
import { contacts } from '../../sandbox/seed/contacts.ts';
import { opportunities } from '../../sandbox/seed/opportunities.ts';
import { tags } from '../../sandbox/seed/tags.ts';
import { pointAt } from '../../tour/tour.ts';

/** A sandbox in the place of somebody's account, and all that went through it. */
export const startAccount = async (): Promise<{ sandbox: Sandbox; exchanges: Exchange[] }> => {
  const exchanges: Exchange[] = [];
  const sandbox = await startSandbox({
    indexLag: 0,
    rateLimit: { burst: 1_000_000 },
    onExchange: (exchange) => exchanges.push(exchange),
  });
  pointAt(sandbox);
  return { sandbox, exchanges };
};

/** Runs all of `npm run live` on it, by private token. */
export const runLive = async (
  sandbox: Sandbox,
  options: Partial<Options> = {},
): Promise<{ report: Report; lines: string[] }> => {
  const authData = authDataOf(await sandbox.privateToken('sub-account'));
  const lines: string[] = [];
  const report = await examine(
    { upstream: sandbox.apiUrl, authData },
    {
      write: false,
      settle: async () => undefined,
      say: (line) => lines.push(line),
      ...options,
    },
  );
  return { report, lines };
};

/** What a sub-account holds of which the check could have left something. */
export const heldBy = ({ state: { main } }: Sandbox): Record<string, unknown[]> => ({
  contacts: [...contacts(main).written()],
  opportunities: [...opportunities(main).written()],
  appointments: [...appointments(main).values()].filter(({ deleted }) => !deleted),
  notes: [...notes(main).values()],
  tasks: [...tasks(main).values()],
  tags: [...tags(main).values()],
});
