/** What a command line calls a category or an area: “Social & Media” is `social`, “Custom Objects” `custom-objects`. */
export const groupName = (title: string): string =>
  title.replace(/ & .*/, '').toLowerCase().replaceAll(' ', '-');

/** Nothing is called so. scripts/run.mjs knows it by its name, and shows the sentence alone. */
class UnknownChoice extends Error {
  override readonly name = 'UnknownChoice';
}

/** Throws a sentence with all names if one of those that were chosen is unknown. @param what “group of operations” */
export const assertKnown = (chosen: readonly string[], known: readonly string[], what: string) => {
  const unknown = chosen.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new UnknownChoice(
      `There is no ${what} “${unknown.join('”, “')}”. Choose of: ${known.join(', ')}.`,
    );
};
