/** What comes out of a run: without names, addresses and IDs, so that it can be shown to anybody. */
import type { Difference } from './compare.ts';
import { withoutPersonalData } from './discretion.ts';
import type { Probed } from './examine.ts';
import type { Ordered } from './orders.ts';
import { notProbed } from './probes/index.ts';
import type { Account, Study } from './study.ts';
import type { Versions } from './versions.ts';

export interface Report {
  date: string;
  connection: 'sub-account' | 'agency';
  signIn: 'OAuth' | 'private token';
  /** Whether HighLevel’s documents were there to judge. */
  hasDocuments: boolean;
  requests: number;
  /** What reading with each operation came to. */
  reads: Record<string, string>;
  differences: Difference[];
  orders: Record<string, string>;
  verdicts: Probed[];
  versions: Versions;
  /** What could not be removed. */
  left: string[];
  /** The members of every answer with their types, by route. */
  members: Record<string, Record<string, string>>;
}

interface Found {
  account: Account;
  own: Study;
  orders: Ordered[];
  differences: Difference[];
  versions: Versions;
  hasDocuments: boolean;
  verdicts: Probed[];
  left: string[];
}

/** What was found, as it may be shown. */
export const reportOf = ({ account, own, orders, ...rest }: Found): Report => ({
  date: new Date().toISOString().slice(0, 10),
  connection: account.authData.locationId ? 'sub-account' : 'agency',
  signIn: account.authData.privateToken ? 'private token' : 'OAuth',
  requests: own.recorded.length,
  reads: Object.fromEntries(
    own.reads.map(({ key, records, problem }) => [
      key,
      problem === undefined
        ? records === 0
          ? 'nothing there'
          : 'read'
        : withoutPersonalData(problem),
    ]),
  ),
  orders: Object.fromEntries(
    orders.map(({ route, by, verdict: { verdict, saw } }) => [
      `${route} by ${by}`,
      `${verdict}: ${saw}`,
    ]),
  ),
  members: Object.fromEntries(
    [...own.shapes].map(([route, shape]) => [
      route,
      Object.fromEntries(
        [...shape].map(([way, { types }]) => [way, [...types].sort().join(' or ')]),
      ),
    ]),
  ),
  ...rest,
});

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

const section = (title: string, head: string[], rows: string[][], none: string): string =>
  `## ${title}\n\n${rows.length > 0 ? table(head, rows) : none}\n`;

/** The report as a page that can be pasted into an issue. */
export const pageOf = (report: Report): string => {
  const { date, connection, signIn, hasDocuments, differences, verdicts, versions } = report;
  const read = Object.values(report.reads).filter((what) => what === 'read').length;
  const all = Object.keys(report.reads).length;
  const judged = hasDocuments
    ? 'the sandbox, the app’s records, and HighLevel’s documents'
    : 'the sandbox and the app’s records';
  const other = Object.entries(report.reads).filter(([, what]) => what !== 'read');
  return [
    `# HighLevel on ${date}\n\nA connection of ${connection === 'agency' ? 'an agency' : 'a sub-account'} by ${signIn}. ${read} of ${all} operations that read gave records. Their answers were compared with ${judged}. A missing member may only be empty in this account.\n`,
    section(
      'Differences',
      ['Endpoint', 'Kind', 'Where', 'What'],
      differences.map(({ route, kind, where, what }) => [
        `\`${route}\``,
        kind,
        where && `\`${where}\``,
        what,
      ]),
      'None.',
    ),
    section('Order', ['List', 'Verdict'], Object.entries(report.orders), 'Not asked.'),
    section(
      'Open questions',
      ['Fact', 'Question', 'Verdict', 'Seen'],
      [
        ...verdicts.map(({ fact, question, verdict, saw }) => [fact, question, verdict, saw]),
        ...Object.entries(notProbed).map(([fact, why]) => [fact, '', 'not asked', why]),
      ],
      'Not asked.',
    ),
    section(
      'Versions',
      ['Endpoint', 'Status by Version'],
      Object.entries(versions).map(([route, statuses]) => [
        `\`${route}\``,
        Object.entries(statuses)
          .map(([version, status]) => `${version}: ${status}`)
          .join(', '),
      ]),
      'Not asked.',
    ),
    section('Not read', ['Operation', 'Why'], other, 'All were read.'),
    ...(report.left.length > 0
      ? [
          section(
            'Left behind',
            ['What'],
            report.left.map((what) => [what]),
            '',
          ),
        ]
      : []),
  ].join('\n');
};
