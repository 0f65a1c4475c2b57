import { randomBytes } from 'node:crypto';
import { defaultZone } from '../zaps/stage.ts';
import type { Ours } from '../zaps/zap.ts';
import {
  type AccountKind,
  apiUrl,
  connect,
  type Input,
  LocalZapier,
  marketplaceUrl,
  type Sandbox,
  signIn,
} from './app.ts';
import type { Zone } from './zone.ts';

/** An account that is connected, as Zapier lists them. */
export interface Connection {
  id: string;
  label: string;
  kind: AccountKind;
  zapier: LocalZapier;
}

/** An OAuth flow that was begun. */
interface Begun {
  account: AccountKind;
  redirectUri: string;
  /** Where to go on afterwards. */
  back: string;
}

/** The accounts of one person. The tokens go with the process. */
export class Connections {
  readonly sandbox: Sandbox | undefined;
  readonly #rpcUrl: () => string;
  protected readonly nobody = new LocalZapier({ alone: true });
  connections: Connection[] = [];
  #activeId = '';
  readonly #begun = new Map<string, Begun>();
  readonly #zones = new Map<string, Zone>();

  constructor(sandbox: Sandbox | undefined, rpcUrl: () => string) {
    this.sandbox = sandbox;
    this.#rpcUrl = rpcUrl;
  }

  /** The one address of the page by which it is known elsewhere, whatever name a browser has for this computer. */
  get origin(): string {
    return new URL(this.#rpcUrl()).origin;
  }

  /** Which HighLevel it is, in words for the page. */
  get place(): { isSandbox: boolean; name: string; api: string; consent: string } {
    return {
      isSandbox: this.sandbox !== undefined,
      name: this.sandbox ? 'Sandbox' : 'Real HighLevel',
      api: new URL(apiUrl()).host,
      consent: marketplaceUrl(),
    };
  }

  /** The connection that operations and new steps use. */
  get connection(): Connection | undefined {
    return this.connections.find(({ id }) => id === this.#activeId) ?? this.connections[0];
  }

  /** The Zapier side of that connection; one without a token if there is none. */
  get zapier(): LocalZapier {
    return this.connection?.zapier ?? this.nobody;
  }

  /** The connection that a step names, else the active one. */
  connectionOf({ connection }: { connection?: string }): Connection | undefined {
    return this.connections.find(({ label }) => label === connection) ?? this.connection;
  }

  /** Begins the OAuth flow; gives the address of the page where the person grants access. */
  async begin(account: AccountKind, redirectUri: string, back = '/'): Promise<string> {
    const state = randomBytes(16).toString('hex');
    this.#begun.set(state, { account, redirectUri, back });
    return new LocalZapier().authorizeUrl(account, redirectUri, state);
  }

  /** Which account the flow with this state is for. */
  begunFor(state: string): Begun | undefined {
    return this.#begun.get(state);
  }

  /** Ends the OAuth flow that has this state. Throws when none was begun here, or with what HighLevel said. */
  async finish(state: string, code: string): Promise<string> {
    const begun = this.#begun.get(state);
    this.#begun.delete(state);
    if (!begun)
      throw new Error(
        'This page does not belong to a connection that you started here. Connect again.',
      );
    const zapier = this.#newZapier();
    const label = await zapier.finishConnection(begun.account, code, begun.redirectUri);
    const chosen: AccountKind = zapier.authData.locationId ? 'sub-account' : 'agency';
    if (chosen !== begun.account) throw new Error(`On HighLevel’s page, ${label} was chosen.`);
    this.keep(label, chosen, zapier);
    return begun.back;
  }

  /** Connects with a Private Integration Token, filled in by the fields of the app. Throws with what the test said. */
  async connectWithToken(filledIn: Record<string, string>): Promise<void> {
    const zapier = this.#newZapier();
    const label = await zapier.connectWithToken(filledIn);
    // An app has one way to sign in; the workbench lets both be tried side by side, and steps name one by its label.
    const shown = signIn === 'oauth' ? `${label}, by token` : label;
    this.keep(shown, filledIn.locationId?.trim() ? 'sub-account' : 'agency', zapier);
  }

  #newZapier(): LocalZapier {
    return new LocalZapier({ rpcUrl: this.#rpcUrl(), alone: true });
  }

  /** Adds a connection and makes it the active one; the same account is connected once. */
  keep(label: string, kind: AccountKind, zapier: LocalZapier): Connection {
    const known = this.connections.find((one) => one.label === label && one.kind === kind);
    const connection = { id: known?.id ?? randomBytes(6).toString('hex'), label, kind, zapier };
    this.connections = [...this.connections.filter((one) => one !== known), connection];
    this.use(connection.id);
    return connection;
  }

  /** Makes a connection the active one. */
  use(id: string): void {
    this.#activeId = id;
  }

  /** Connects to the sandbox's main sub-account at once, through the same OAuth flow. */
  async connectTo(sandbox: Sandbox, kind: AccountKind = 'sub-account'): Promise<void> {
    const zapier = this.#newZapier();
    this.keep(await connect(zapier, sandbox, kind), kind, zapier);
  }

  /** Forgets the tokens of a connection; of all of them without an id. */
  disconnect(id?: string): void {
    const gone = this.connections.filter((one) => id === undefined || one.id === id);
    for (const { zapier } of gone) zapier.authData = {};
    this.connections = this.connections.filter((one) => !gone.includes(one));
  }

  /** The time zone of the sub-account in which a step works; that of a new Zapier account where none is known. */
  async zoneOf(step: Pick<Ours, 'connection'> = {}, input: Input = {}): Promise<Zone> {
    const connection = this.connectionOf(step);
    const asked = String(connection?.zapier.authData.locationId || input.locationId || '');
    const unknown = { name: defaultZone, of: 'a new Zapier account' };
    if (!connection || !asked || asked.includes('{{')) return unknown;
    const known = this.#zones.get(asked);
    if (known) return known;
    const [found] = await connection.zapier
      .run('find_location', { locationId: asked })
      .catch(() => []);
    if (typeof found?.timezone !== 'string') return unknown;
    const zone = { name: found.timezone, of: String(found.name) };
    this.#zones.set(asked, zone);
    return zone;
  }
}
