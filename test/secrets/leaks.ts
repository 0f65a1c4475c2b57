import type { Exchange } from '../../sandbox/index.ts';
import { onlyTheOperation } from '../support/core.ts';

/** What leaves the app, by where it was seen: results, errors with all they carry, and log lines as Zapier gets them. */
export const seen: [where: string, text: string][] = [];
/** What must never be seen: every token and code that HighLevel gave out, the client secret, every password. */
export const secrets = new Set<string>();

const givesTokens = /\.(getAccessToken|refreshAccessToken)$/;
const asText = (value: unknown): string => JSON.stringify(value) ?? String(value);

/** Listens to all that core hands over to Zapier. */
export const listen = (): void =>
  onlyTheOperation(async (event, handle) => {
    const { method = '' } = event;
    const customLogger = (message: string, log: object) => {
      seen.push([`log of ${method}`, `${message} ${asText(log)}`]);
    };
    try {
      // Zapier runs the app without the word of the CLI, and core logs more then.
      const answer = await handle({ ...event, calledFromCli: false, customLogger });
      if (!givesTokens.test(method)) seen.push([`result of ${method}`, asText(answer.results)]);
      return answer;
    } catch (error) {
      const { name, message, stack } = error as Error;
      seen.push([`error of ${method}`, `${name} ${message} ${stack} ${asText(error)}`]);
      throw error;
    }
  });

/** Learns the secrets of an exchange with HighLevel. */
export const gather = ({ path, requestBody, answer }: Exchange): void => {
  const given = [answer, requestBody].flatMap((text) => [
    ...text.matchAll(
      /"(?:access_token|refresh_token|accessToken|refreshToken|password)":"([^"]{8,})"/g,
    ),
    ...text.matchAll(
      /(?:^|&)(?:refresh_token|client_secret|refreshToken|clientSecret|code)=([^&]{8,})/g,
    ),
  ]);
  if (path.startsWith('/oauth/') || path.startsWith('/users/'))
    for (const [, secret = ''] of given) secrets.add(decodeURIComponent(secret));
};

/** Where a secret was seen, and how its surroundings look. */
export const leaks = (): string[] =>
  seen.flatMap(([where, text]) =>
    [...secrets].flatMap((secret) => {
      const at = text.indexOf(secret);
      return at < 0 ? [] : [`${where}: ${text.slice(Math.max(0, at - 60), at + secret.length)}`];
    }),
  );
