import { messageOf } from '../tour/zapier.ts';
import { differencesOf } from './differences.ts';
import { withoutPersonalData } from './discretion.ts';
import { openDocuments } from './documents.ts';
import { Lab, NotTried } from './lab.ts';
import { studySandbox } from './model.ts';
import { orderDifferences, tryOrders } from './orders.ts';
import { open, type Probe, type Verdict } from './probe.ts';
import { readingProbes, writingProbes } from './probes/index.ts';
import type { Read } from './reads.ts';
import { type Report, reportOf } from './report.ts';
import { Stopped } from './stopped.ts';
import { type Account, openGateway, type Study, study } from './study.ts';
import { tryVersions } from './versions.ts';

/** How an account is examined. */
export interface Options {
  /** Whether records may be made and removed. */
  write: boolean;
  /** Waits until HighLevel’s search sees what was written. */
  settle: () => Promise<void>;
  /** Writes a line. */
  say: (line: string) => void;
  /** Gets what ends the run early: what was made is removed all the same. */
  onStart?: (stop: () => void) => void;
  /** What the sandbox answers, if it has been asked already. */
  model?: Study;
}

/** A probe with what it came to. */
export type Probed = Pick<Probe, 'fact' | 'question'> & Verdict;

const columns = (...cells: string[]): string =>
  cells
    .map((cell, i) => (i === cells.length - 1 ? cell : cell.padEnd(i === 0 ? 12 : 36)))
    .join(' ');

const lineOf = ({ key, records, problem }: Read): string =>
  problem === undefined
    ? columns('read', key, records === 1 ? '1 record' : `${records} records`)
    : columns('not read', key, withoutPersonalData(problem));

/** Puts the questions one after the other. A probe that fails is open, and the next one is put. */
const probeAll = async (lab: Lab, probes: Probe[], say: Options['say']): Promise<Probed[]> => {
  const probed: Probed[] = [];
  for (const { fact, question, ask } of probes) {
    if (lab.isStopped) break;
    const found = await ask(lab).catch((error: unknown): Verdict => {
      if (error instanceof NotTried || error instanceof Stopped) return open(error.message);
      return open(withoutPersonalData(`It failed: ${messageOf(error)}`));
    });
    say(columns(found.verdict, fact, `${question} ${found.saw}`));
    probed.push({ fact, question, ...found });
  }
  return probed;
};

/** Tries what needs changes, and removes what was made, whatever happens. */
export const probeByWriting = async (
  lab: Lab,
  say: Options['say'],
): Promise<{ probed: Probed[]; left: string[] }> => {
  let probed: Probed[] = [];
  let left: string[] = [];
  try {
    probed = await probeAll(lab, writingProbes, say);
  } finally {
    left = await lab.clean();
    for (const what of left) say(columns('left', what, 'Please remove it yourself.'));
    if (left.length === 0) say(columns('removed', 'all that was made', ''));
  }
  return { probed, left };
};

/** Reads an account with all that reads, compares, asks the open questions, and gives what came out. */
export const examine = async (account: Account, options: Options): Promise<Report> => {
  const { write, settle, say, onStart } = options;
  say('The sandbox is read first, since your account is compared with it …');
  const model = options.model ?? (await studySandbox(account.authData));
  const documents = await openDocuments();
  const opened = await openGateway(account);
  const { gateway, zapier } = opened;
  let isStopped = false;
  let stopLab = () => {};
  onStart?.(() => {
    isStopped = true;
    stopLab();
  });
  const mayGoOn = () => !isStopped;
  try {
    await zapier.connectWithToken(account.authData);
    const own = await study(opened, account.locationId, {
      tell: (read) => say(lineOf(read)),
      mayGoOn,
    });
    const { locationId } = own;
    const { companyId = '' } = account.authData;
    const lab = new Lab({ gateway, locationId, companyId, recorded: own.recorded, settle });
    stopLab = () => lab.stop();
    const orders = own.hasSubAccount ? await tryOrders(lab) : [];
    const differences = differencesOf(own, model, { documents, ordered: orderDifferences(orders) });
    for (const { kind, route, where, what } of differences)
      say(columns(kind, route, `${where} ${what}`.trim()));
    const versions = await tryVersions(gateway, own.recorded, mayGoOn);
    const probed = await probeAll(lab, readingProbes, say);
    gateway.mayWrite = write && mayGoOn();
    const written = gateway.mayWrite ? await probeByWriting(lab, say) : { probed: [], left: [] };
    return reportOf({
      account,
      own,
      orders,
      differences,
      versions,
      hasDocuments: documents !== undefined,
      verdicts: [...probed, ...written.probed],
      left: written.left,
    });
  } finally {
    await gateway.stop();
  }
};
