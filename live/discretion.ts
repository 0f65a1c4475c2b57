/** What may be shown of an account: no names, no addresses, no IDs. */

const patterns: RegExp[] = [
  /https?:\/\/\S+/g,
  /[\w.+-]+@[\w-]+(\.[\w-]+)+/g,
  // An ID: letters and digits mixed, or a long number such as a phone number or a time.
  /(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{12,}(?![\w-])/g,
  /\+?\d[\d ().-]{6,}\d/g,
  // What HighLevel or the app quotes is a value of the account, or the name of a field.
  /“[^”]*”|"[^"]*"|'[^']*'|`[^`]*`/g,
];

/** A sentence of HighLevel or of the app without what could be somebody’s. */
export const withoutPersonalData = (text: string): string =>
  patterns
    .reduce((left, pattern) => left.replace(pattern, '…'), text.replace(/ ?\(trace [^)]*\)/g, ''))
    .replace(/\s+/g, ' ')
    .slice(0, 200);
