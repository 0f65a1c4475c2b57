import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { appointments } from '../../sandbox/seed/appointments.ts';
import { businesses } from '../../sandbox/seed/businesses.ts';
import { notes, tasks } from '../../sandbox/seed/contactParts.ts';
import { contacts } from '../../sandbox/seed/contacts.ts';
import { emails } from '../../sandbox/seed/emails.ts';
import { messages } from '../../sandbox/seed/messages.ts';
import { opportunities } from '../../sandbox/seed/opportunities.ts';
import { listedInvoices } from '../../sandbox/seed/payments.ts';
import { enrolments } from '../../sandbox/seed/workflows.ts';
import { startsOf } from '../../tour/starts.ts';
import type { Guide } from '../../tour/station.ts';
import { connect, pointAt } from '../../tour/tour.ts';
import { LocalZapier, type Posted } from '../../tour/zapier.ts';
import { Memory } from '../../zaps/builtIn.ts';
import { recipes } from '../../zaps/index.ts';
import { playZap } from '../../zaps/play.ts';
import type { Values } from '../../zaps/zap.ts';

/** A contact that the sandbox is seeded with; nobody but the seed says who it is. */
export const marcelo = {
  id: 'FJMEtaWH5eTSzPct9IzQ',
  email: 'marcelo.simonis0@example.com',
  phone: '+16462000000',
};

/** What the person chooses, and what happens in HighLevel while each Zap is on. */
export interface Part {
  chosen?: Values | ((guide: Guide) => Promise<Values>);
  happens?: (guide: Guide) => unknown;
}

const hold = <T extends { contactId?: string | null }>(
  all: { values(): Iterable<T> },
  contactId: string,
) => [...all.values()].filter((one) => one.contactId === contactId);

/** What the sandbox’s workflows post to an instant trigger while something happens. */
const listen = async (sandbox: Sandbox, key: string, happens: () => unknown): Promise<Posted[]> => {
  const { hooks, main } = sandbox.state;
  const posted: Posted[] = [];
  const send = async (request: Posted) => posted.push(request);
  const about = { name: 'Recipe', locationId: main.id, customData: {}, send };
  for (const start of startsOf(key)) hooks.add({ ...about, id: start, start });
  await happens();
  await hooks.settled();
  for (const start of startsOf(key)) hooks.remove(start);
  return posted;
};

/** Plays a recipe, Zap after Zap, and shows what came of it: in HighLevel's state and at the other app. */
export const play = async (account: 'sub-account' | 'agency', name: string, parts: Part[]) => {
  const recipe = recipes.find((one) => one.name === name);
  if (!recipe) throw new Error(`There is no recipe “${name}”.`);
  const sandbox = await startSandbox({
    contacts: 60,
    indexLag: 0,
    rateLimit: { burst: 1_000_000 },
  });
  pointAt(sandbox);
  const zapier = new LocalZapier({ alone: true });
  await connect(zapier, sandbox, account);
  const { main } = sandbox.state;
  const base: Values = account === 'agency' ? { locationId: main.id } : {};
  const guide: Guide = {
    sandbox,
    result: () => ({}),
    run: async (key, input) => (await zapier.run(key, { ...base, ...input }))[0] ?? {},
  };
  const memory = new Memory();
  const fired: number[] = [];
  const choices: Values[] = [];
  try {
    for (const [index, zap] of recipe.zaps.entries()) {
      const { chosen = {}, happens } = parts[index] ?? {};
      const choice = typeof chosen === 'function' ? await chosen(guide) : chosen;
      choices.push(choice);
      const scene = {
        zapierOf: () => zapier,
        memory,
        base,
        chosen: choice,
        happens: happens && (() => happens(guide)),
        posts: (key: string, happen: () => unknown) => listen(sandbox, key, happen),
      };
      fired.push(await playZap(scene, zap));
    }
  } finally {
    await sandbox.stop();
  }
  return {
    fired,
    sent: memory.sent,
    waits: memory.waits,
    stored: memory.stored,
    chosen: choices,
    contact: (id: string) => contacts(main).get(id),
    withPhone: (phone: string) => contacts(main).holderOf('phone', phone),
    withEmail: (email: string) => contacts(main).holderOf('email', email),
    tasksOf: (contactId: string | undefined) => hold(tasks(main), contactId ?? ''),
    notesOf: (contactId: string | undefined) => hold(notes(main), contactId ?? ''),
    opportunitiesOf: (contactId: string | undefined) =>
      [...opportunities(main).written()].filter((one) => one.contactId === contactId),
    appointmentsOf: (contactId: string) => hold(appointments(main), contactId),
    invoicesOf: (contactId: string) => hold(listedInvoices(main), contactId),
    invoice: (number: number) =>
      [...listedInvoices(main).values()].find((one) => one.number === number),
    emails: () => [...emails(main).values()],
    messagesTo: (contactId: string) =>
      hold(messages(main), contactId).filter(
        ({ direction, source }) => direction === 'outbound' && source === 'api',
      ),
    businesses: [...businesses(main).values()],
    enrolments: enrolments(main),
  };
};
