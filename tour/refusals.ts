import { areOfChoice, stations } from './stations.ts';
import { type AccountKind, kindOf, type LocalZapier, messageOf } from './zapier.ts';

interface Asked {
  requests: readonly unknown[];
  locationId: string;
}

/** An operation that this kind of connection must refuse; what is wrong if it does not. */
const wrongWith = async (
  zapier: LocalZapier,
  key: string,
  { requests, locationId }: Asked,
): Promise<string | undefined> => {
  const before = requests.length;
  const error = await zapier.run(key, { locationId }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) return `${key} was not refused.`;
  if (requests.length > before) return `${key} was refused after a request.`;
  const isSentence = error.name === 'HaltedError' && /onnection/.test(messageOf(error));
  return isSentence ? undefined : `${key} was refused with “${messageOf(error)}”.`;
};

/** The operations that a connection cannot do, in the order of the tour, and those that it does not refuse as it should. */
export const tryRefused = async (
  zapier: LocalZapier,
  allowed: readonly { key: string }[],
  asked: Asked,
): Promise<{ refused: string[]; wrong: string[] }> => {
  const can = new Set(allowed.map(({ key }) => key));
  const keys = stations
    .map(({ key }) => key)
    .filter((key) => kindOf(key) && !can.has(key) && !areOfChoice.has(key));
  const wrong: string[] = [];
  for (const key of keys) {
    const problem = await wrongWith(zapier, key, asked);
    if (problem) wrong.push(problem);
  }
  return { refused: keys, wrong };
};

/** The same as a line of the terminal. */
export const refusedLine = (account: AccountKind, refused: readonly string[]): string =>
  refused.length > 0
    ? `A connection to ${account === 'agency' ? 'an agency' : 'a sub-account'} refused ${refused.length} operations that it cannot do, without a request.`
    : '';
