/** What HighLevel says of endpoints and versions of its API that it has retired (api#state-of-v3). */
import { HighLevelError } from './errors.ts';

/** The beginning of its words: of a 401 no more than that is left (zapier#401). */
export const retiredWords =
  /version header is inv|not available in API version|removed in version|API endpoint has been removed/i;

/** What the owner of the app is to do. A status at which Zapier neither refreshes nor asks for a new connection. */
export const retired = {
  kind: 'retired' as const,
  status: 503,
  sentence:
    'HighLevel has retired this part of its API, or the version of it that this app uses. Nothing is wrong with your Zap or its connection: update the app to its newest version, or ask its owner to.',
};

/** The same among the answers that are not a success. */
export const retiredCase = {
  kind: retired.kind,
  status: retired.status,
  fits: ({ status, words }: { status: number; words: string }) =>
    status >= 400 && retiredWords.test(words),
  say: ({ said }: { said: string }) => `${retired.sentence}${said}`,
};

/** The same as an error. @param said HighLevel’s own words */
export const retiredError = (said?: string): HighLevelError =>
  new HighLevelError(retired.kind, retired.sentence, { status: retired.status, said });
