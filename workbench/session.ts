import { randomBytes } from 'node:crypto';
import { apiUrl, marketplaceUrl } from '../lib/api.ts';
import type { Sandbox } from '../sandbox/index.ts';
import type { Input, Result } from '../tour/station.ts';
import { connect } from '../tour/tour.ts';
import { type AccountKind, type Field, LocalZapier } from '../tour/zapier.ts';
import { Watch } from './polls.ts';
import type { Zap } from './zap.ts';

/** One side of the Zap that is being set up. */
export interface Step {
  key: string;
  input: Input;
  labels: Map<string, string>;
}

/** What the workbench knows: one person, one connection, one Zap. All of it goes when the process ends. */
export class Session {
  readonly sandbox: Sandbox | undefined;
  readonly #rpcUrl: () => string;
  zapier: LocalZapier;
  connection: { label: string; kind: AccountKind } | undefined;
  /** The state of each OAuth flow that was begun; each works once. */
  readonly #begun = new Map<string, { account: AccountKind; redirectUri: string }>();
  readonly #watches = new Map<string, Watch>();
  draft: { trigger: Step; action: Step; sample: Result | undefined };
  zap: Zap | undefined;

  constructor(sandbox: Sandbox | undefined, rpcUrl: () => string) {
    this.sandbox = sandbox;
    this.#rpcUrl = rpcUrl;
    this.zapier = new LocalZapier();
    this.draft = this.#emptyDraft();
  }

  #emptyDraft() {
    const step = (): Step => ({ key: '', input: {}, labels: new Map() });
    return { trigger: step(), action: step(), sample: undefined };
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

  /** Begins the OAuth flow; gives the address of the page where the person grants access. */
  async begin(account: AccountKind, redirectUri: string): Promise<string> {
    const state = randomBytes(16).toString('hex');
    this.#begun.set(state, { account, redirectUri });
    return new LocalZapier().authorizeUrl(account, redirectUri, state);
  }

  /** Ends the OAuth flow that has this state. Throws when none was begun here, or with what HighLevel said. */
  async finish(state: string, code: string): Promise<void> {
    const begun = this.#begun.get(state);
    this.#begun.delete(state);
    if (!begun)
      throw new Error(
        'This answer belongs to no connection that was begun here. Please connect again.',
      );
    const zapier = new LocalZapier({ rpcUrl: this.#rpcUrl() });
    const label = await zapier.finishConnection(begun.account, code, begun.redirectUri);
    this.disconnect();
    this.zapier = zapier;
    this.connection = { label, kind: begun.account };
  }

  /** Connects to the sandbox's main sub-account at once, through the same OAuth flow. */
  async connectTo(sandbox: Sandbox): Promise<void> {
    const zapier = new LocalZapier({ rpcUrl: this.#rpcUrl() });
    const label = await connect(zapier, sandbox, 'sub-account');
    this.zapier = zapier;
    this.connection = { label, kind: 'sub-account' };
  }

  /** Forgets the tokens and all that was done with them. */
  disconnect(): void {
    this.zapier = new LocalZapier();
    this.connection = undefined;
    this.#watches.clear();
    this.zap = undefined;
    this.draft = this.#emptyDraft();
  }

  /** The watch of a trigger with this setup; another setup counts as switched on anew. */
  watchOf(key: string, input: Input): Watch {
    const known = this.#watches.get(key);
    if (known?.isOf(key, input)) return known;
    const watch = new Watch(this.zapier, key, input);
    this.#watches.set(key, watch);
    return watch;
  }

  /** Forgets what a trigger has seen. */
  forget(key: string): void {
    this.#watches.delete(key);
  }

  /** The form of an operation with what is filled in; without a connection only what is known without asking HighLevel. */
  fields(key: string, input: Input): Promise<Field[]> {
    return this.zapier.fields(key, input);
  }
}
