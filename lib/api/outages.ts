/** Answers of HighLevel, or of what stands before it, that say nothing of what was asked. */

/** How they say that they gave up waiting. */
export const timeoutWords =
  /^"?((command|request|gateway|operation|query|connection) time(d |-)?\s?out\b|timeout of \d+ ?ms)/i;

/** HighLevel's own time-out, which says nothing of the input, whatever its status (api#disguised-time-outs). */
export const isTimeout = ({ status, words }: { status: number; words: string }): boolean =>
  status === 408 || status === 504 || (status < 500 && timeoutWords.test(words));

/** A page of a gateway, or HighLevel's own “Cannot GET /contacts/”: neither speaks of a record or a token. */
export const isPage = (content: string): boolean =>
  content.trimStart().startsWith('<') || /"Cannot [A-Z]+ \//.test(content);

/** A 403 or 404 that does not speak of a record. */
export const isOfGateway = ({ status, content }: { status: number; content: string }): boolean =>
  (status === 403 || status === 404) && isPage(content);
