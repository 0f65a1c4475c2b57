import { visible } from './catalogPage.ts';

const count = (kind: string): number => visible.filter((one) => one.kind === kind).length;

/** README.md with the number of operations that the app has. */
export const withCounts = (readme: string): string => {
  const [triggers, actions, searches] = [count('Trigger'), count('Action'), count('Search')];
  return readme
    .replace(
      /\*\*\d+ operations\*\* \(\d+ triggers, \d+ actions, \d+ searches\)/,
      `**${visible.length} operations** (${triggers} triggers, ${actions} actions, ${searches} searches)`,
    )
    .replace(
      /\| \d+, polling \| \d+ actions, \d+ searches \|/,
      `| ${triggers}, polling | ${actions} actions, ${searches} searches |`,
    );
};
