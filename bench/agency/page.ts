import type { Plan, Report } from './simulate.ts';

/** The agencies of docs/agency.md. */
export const plans: Plan[] = [
  { name: '1,500 sub-accounts, 5,000 Zaps', subAccounts: 1_500, zaps: 5_000, hours: 24 },
  {
    name: 'The same, all due in the same second',
    subAccounts: 1_500,
    zaps: 5_000,
    isAtOnce: true,
    hours: 4,
  },
  {
    name: 'The same, with 3 requests in each poll',
    subAccounts: 1_500,
    zaps: 5_000,
    requests: 3,
    hours: 4,
  },
  { name: '3,000 sub-accounts, 20,000 Zaps', subAccounts: 3_000, zaps: 20_000, hours: 1 },
  { name: 'One sub-account, 500 Zaps', subAccounts: 1, zaps: 500, hours: 24 },
  { name: 'One sub-account, 690 Zaps', subAccounts: 1, zaps: 690, hours: 24 },
  { name: 'One sub-account, 1,000 Zaps', subAccounts: 1, zaps: 1_000, hours: 24 },
  {
    name: 'One sub-account, 230 Zaps with 3 requests in each poll',
    subAccounts: 1,
    zaps: 230,
    requests: 3,
    hours: 24,
  },
  {
    name: 'One sub-account, 300 Zaps with 3 requests in each poll',
    subAccounts: 1,
    zaps: 300,
    requests: 3,
    hours: 24,
  },
];

const count = (value: number): string => value.toLocaleString('en-US');
const seconds = (value: number): string => `${count(Math.round(value * 10) / 10)} s`;

const head = [
  'Agency',
  'Hours',
  'Polls',
  'Requests',
  'Token exchanges',
  'Refused by HighLevel',
  'Polls that waited',
  'Polls left out',
  'Usual time',
  'Slowest poll, first 10 minutes',
  'Slowest poll, later',
];

const rowOf = ({ name, hours }: Plan, report: Report): string[] => [
  name,
  count(hours),
  count(report.polls),
  count(report.requests),
  count(report.exchanges),
  count(report.refused),
  count(report.waits),
  count(report.skipped),
  seconds(report.median),
  seconds(report.slowestAtFirst),
  seconds(report.slowestLater),
];

const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;

/** The table of docs/agency.md. */
export const agencyTable = (reports: [Plan, Report][]): string =>
  [
    line(head),
    line(head.map((_, index) => (index === 0 ? '---' : '---:'))),
    ...reports.map(([plan, report]) => line(rowOf(plan, report))),
  ].join('\n');

const begin = '<!-- table -->';
const end = '<!-- /table -->';

/** The page with another table. Throws if the page has no place for it. */
export const withTable = (page: string, table: string): string => {
  const [start, stop] = [page.indexOf(begin), page.indexOf(end)];
  if (start < 0 || stop < start) throw new Error('docs/agency.md has no place for the table.');
  return `${page.slice(0, start + begin.length)}\n${table}\n${page.slice(stop)}`;
};
