/**
 * What the owner chose for this build. scripts/run.mjs sets the variables for `--without`, `--only` and `--with`, and
 * `npm run package` puts values in their place, since Zapier sets none by itself.
 */

const namesIn = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

/** Groups of operations beyond the catalog that are left out; `all` stands for every one (groups.ts). */
export const leftOutGroups: readonly string[] = namesIn(process.env.HIGHLEVEL_WITHOUT);

/** The keys of the operations that this leaves out, as a package knows them: a run of it has no time to find them. */
export const leftOutKeys: readonly string[] | undefined =
  process.env.HIGHLEVEL_LEFT_OUT === undefined
    ? undefined
    : namesIn(process.env.HIGHLEVEL_LEFT_OUT);

/** Areas of HighLevel’s documents whose scopes are asked for, too (documents/areas.ts). */
export const chosenAreas: readonly string[] = namesIn(process.env.HIGHLEVEL_WITH);
