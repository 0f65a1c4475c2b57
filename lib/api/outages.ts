/** Answers of HighLevel, or of what stands before it, that say nothing of what was asked. */

/** What people read if one of them has a problem. @param status that of the answer */
export const hasProblem = (status: number): string =>
  `HighLevel has a problem at the moment (${status}).`;

/** How they say that they gave up waiting, or that the connection behind them broke. */
export const timeoutWords =
  /^"?((the )?(command|request|gateway|operation|query|connection) (has )?time(d |-)?\s?out\b|timeout of \d+ ?ms|socket hang up\b|((connect|read|write) )?E(TIMEDOUT|SOCKETTIMEDOUT|CONNRESET|PIPE)\b)/i;

/** HighLevel's own time-out, which says nothing of the input, whatever its status (api#disguised-time-outs). */
export const isTimeout = ({ status, words }: { status: number; words: string }): boolean =>
  status === 408 || status === 504 || (status < 500 && timeoutWords.test(words));

/** A page of a gateway, or HighLevel's own “Cannot GET /contacts/”: neither speaks of a record or a token. */
export const isPage = (content: string): boolean =>
  content.trimStart().startsWith('<') || /"Cannot [A-Z]+ \//.test(content);

/** A 403 or 404 that does not speak of a record. */
export const isOfGateway = ({ status, content }: { status: number; content: string }): boolean =>
  (status === 403 || status === 404) && isPage(content);
