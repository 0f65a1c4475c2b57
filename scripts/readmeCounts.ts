import { catalogKeys } from '../catalog.ts';
import { instantTriggers } from '../triggers/instant/index.ts';
import { visible } from './catalogPage.ts';

type Listed = typeof visible;

const inKinds = (listed: Listed): string => {
  const count = (kind: string): number => listed.filter((one) => one.kind === kind).length;
  return `(${count('Trigger')} triggers, ${count('Action')} actions, ${count('Search')} searches)`;
};

const beyond = visible.filter(({ operation }) => !catalogKeys.has(operation.key));

/** How many operations the app has: those of HighLevel’s catalog, and those beyond it. */
export const operationCounts = [
  `**126 operations** of HighLevel's catalog ${inKinds(visible.filter((one) => !beyond.includes(one)))}`,
  ...(beyond.length > 0 ? [`and **${beyond.length} more** ${inKinds(beyond)}`] : []),
].join(', ');

/** The same for the table that compares: triggers, and what steps can do. */
export const comparedCounts = ((): string => {
  const count = (kind: string): number => visible.filter((one) => one.kind === kind).length;
  const instant = visible.filter(
    ({ operation: { operation } }) => 'type' in operation && operation.type === 'hook',
  ).length;
  return `| ${count('Trigger') - instant} polling, ${instant} instant | ${count('Action')} actions, ${count('Search')} searches |`;
})();

/** docs/publishing.md with the number of actions that delete, about which Zapier might ask. */
export const withDeletes = (publishing: string): string => {
  const deletes = visible.filter(
    ({ kind, operation }) => kind === 'Action' && /^Delete /.test(operation.display.label ?? ''),
  );
  return publishing.replace(
    /\| The \d+ actions that delete \|/,
    `| The ${deletes.length} actions that delete |`,
  );
};

const numbers = ['Eight', 'Nine', 'Ten', 'Eleven', 'Twelve', 'Thirteen', 'Fourteen', 'Fifteen'];

/** A page with the number of instant triggers in words: docs/instant.md and docs/publishing.md begin a section with it. */
export const withInstant = (page: string): string =>
  page.replace(
    /^\w+(?= triggers (end in “\(Instant\)”|are \[instant\]))/m,
    numbers[instantTriggers.length - 8] ?? String(instantTriggers.length),
  );

/** README.md with the number of operations that the app has. */
export const withCounts = (readme: string): string =>
  readme
    .replace(
      /\*\*\d+ operations\*\*[^()]*\([^)]*\)(, and \*\*\d+ more\*\* \([^)]*\))?/,
      operationCounts,
    )
    .replace(
      /\| \d+(?:,| polling, \d+) (?:polling|instant) \| \d+ actions, \d+ searches \|/,
      comparedCounts,
    );
