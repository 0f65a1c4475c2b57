import { LocalZapier } from '../tour/zapier.ts';
import { type Gateway, type Recorded, startGateway } from './gateway.ts';
import { type Read, readAll } from './reads.ts';
import { routeOf } from './routes.ts';
import { addTo, type Shape } from './shapes.ts';

/** An account as it is to be studied: where HighLevel answers, and what the connection consists of. */
export interface Account {
  upstream: string;
  authData: Record<string, string>;
  /** The sub-account in which an agency's connection works; the first one without it. */
  locationId?: string | undefined;
}

/** A gateway to an account, with the app pointed at it. */
export const openGateway = async ({ upstream, authData }: Account) => {
  const gateway = await startGateway(upstream);
  process.env.HIGHLEVEL_API_URL = gateway.url;
  const zapier = new LocalZapier({ alone: true });
  zapier.authData = authData;
  return { gateway, zapier };
};

/** What was read of an account. */
export interface Study {
  reads: Read[];
  /** The answers of each endpoint put together. */
  shapes: Map<string, Shape>;
  recorded: Recorded[];
  /** Where it was read; empty on a connection that gets into no sub-account. */
  locationId: string;
  hasSubAccount: boolean;
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What the answers of each endpoint look like. */
export const shapesOf = (recorded: readonly Recorded[]): Map<string, Shape> => {
  const shapes = new Map<string, Shape>();
  for (const one of recorded) {
    const route = routeOf(one);
    const answer = one.status < 300 ? parse(one.answer) : undefined;
    if (!route || answer === undefined) continue;
    const shape = shapes.get(route) ?? new Map();
    addTo(shape, answer);
    shapes.set(route, shape);
  }
  return shapes;
};

interface Options {
  tell?: (read: Read) => void;
  mayGoOn?: () => boolean;
}

/** Reads an account with every operation that reads. */
export const study = async (
  { gateway, zapier }: { gateway: Gateway; zapier: LocalZapier },
  locationId: string | undefined,
  options: Options = {},
): Promise<Study> => {
  const { reads, location } = await readAll(zapier, { locationId, ...options });
  const recorded = [...gateway.recorded];
  return {
    reads,
    recorded,
    shapes: shapesOf(recorded),
    locationId: location,
    hasSubAccount: location !== '',
  };
};
