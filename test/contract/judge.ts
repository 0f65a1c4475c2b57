import { corrections, idleCorrections } from './corrections.ts';
import {
  answerFindings,
  type Exchanged,
  type Finding,
  requestFindings,
  routeOf,
} from './documents.ts';
import { type Exception, exceptions, type Wrapper, wrappers } from './exceptions.ts';

const used = new Set<Exception | Wrapper>();

const shownIn = (answer: string, { key, list }: Wrapper): unknown[] => {
  const whole = JSON.parse(answer);
  const inner = key ? whole[key] : whole;
  return list && Array.isArray(inner) ? inner : [inner];
};

const isExcused = (finding: Finding): boolean => {
  const excuses = exceptions.filter(
    ({ route, side, what }) =>
      side === finding.side && route === finding.route && finding.what.includes(what),
  );
  for (const one of excuses) used.add(one);
  return excuses.length > 0;
};

const judgeOne = (exchange: Exchanged): Finding[] => {
  const wrapper = wrappers.find(({ route }) => route === routeOf(exchange));
  const plain = answerFindings(exchange);
  if (wrapper && plain.length > 0) used.add(wrapper);
  const answered =
    wrapper && exchange.status < 300
      ? shownIn(exchange.answer, wrapper).flatMap((one) => answerFindings(exchange, one))
      : plain;
  return [...requestFindings(exchange), ...answered].filter((finding) => !isExcused(finding));
};

const judged = new Map<string, Finding[]>();

/** What the documents say against an exchange, without what is known to be their own mistake. */
export const judge = (exchange: Exchanged): Finding[] => {
  // Dropdowns ask the same again and again.
  const key = JSON.stringify(exchange);
  const findings = judged.get(key) ?? judgeOne(exchange);
  judged.set(key, findings);
  return findings;
};

/** How many exceptions there are, of every kind. */
export const excuseCount = exceptions.length + wrappers.length + corrections.length;

/** Exceptions that nothing needed. */
export const idleExcuses = (): string[] => [
  ...exceptions.filter((one) => !used.has(one)).map(({ route, what }) => `${route}: ${what}`),
  ...wrappers.filter((one) => !used.has(one)).map(({ route }) => `${route}: the wrapper`),
  ...idleCorrections(),
];
