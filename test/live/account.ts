import { probeByWriting } from '../../live/examine.ts';
import type { Gateway } from '../../live/gateway.ts';
import { Lab } from '../../live/lab.ts';
import { authDataOf, studySandbox } from '../../live/model.ts';
import { openGateway, type Study } from '../../live/study.ts';
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

let model: Promise<Study> | undefined;

/** What the sandbox answers on the connection of a sub-account: the same for every test that compares with it. */
export const sharedModel = (sandbox: Sandbox): Promise<Study> => {
  model ??= sandbox.privateToken('sub-account').then(authDataOf).then(studySandbox);
  return model;
};

/** A connection to it by private token. */
export const connectTo = async (sandbox: Sandbox, upstream = sandbox.apiUrl) => ({
  upstream,
  authData: authDataOf(await sandbox.privateToken('sub-account')),
});

export const settle = async (): Promise<void> => undefined;

/** Does what `--write` does, after a single read. @param prepare hears of what ends it early */
export const write = async (
  sandbox: Sandbox,
  { upstream, prepare }: { upstream?: string; prepare?: (lab: Lab, gateway: Gateway) => void } = {},
) => {
  const { gateway, zapier } = await openGateway(await connectTo(sandbox, upstream));
  try {
    await zapier.run('list_contacts', {});
    const locationId = sandbox.state.main.id;
    const recorded = [...gateway.recorded];
    const lab = new Lab({ gateway, locationId, companyId: '', recorded, settle });
    gateway.mayWrite = true;
    prepare?.(lab, gateway);
    const lines: string[] = [];
    return { ...(await probeByWriting(lab, (line) => lines.push(line))), lines };
  } finally {
    await gateway.stop();
  }
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
