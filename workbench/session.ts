import { randomBytes } from 'node:crypto';
import { apiUrl, marketplaceUrl } from '../lib/api/endpoints.ts';
import type { Sandbox } from '../sandbox/index.ts';
import type { Input, Result } from '../tour/station.ts';
import { connect } from '../tour/tour.ts';
import { type AccountKind, LocalZapier } from '../tour/zapier.ts';
import type { Labels } from './form.ts';
import { Watch } from './polls.ts';
import { mapped, type Zap } from './zap.ts';

/** One side of the Zap that is being set up. */
export interface Step {
  key: string;
  input: Input;
  labels: Labels;
}

export const emptyStep = (): Step => ({ key: '', input: {}, labels: new Map() });

interface Draft {
  trigger: Step;
  action: Step;
  /** The record from which fields are mapped. */
  sample: Result | undefined;
}

const emptyDraft = (): Draft => ({ trigger: emptyStep(), action: emptyStep(), sample: undefined });

/** What the workbench knows: one person, one connection, one Zap. All of it goes when the process ends. */
export class Session {
  readonly sandbox: Sandbox | undefined;
  readonly #rpcUrl: () => string;
  zapier: LocalZapier;
  connection: { label: string; kind: AccountKind } | undefined;
  /** The state of each OAuth flow that was begun; each works once. */
  readonly #begun = new Map<string, { account: AccountKind; redirectUri: string }>();
  readonly #watches = new Map<string, Watch>();
  draft = emptyDraft();
  zap: Zap | undefined;

  constructor(sandbox: Sandbox | undefined, rpcUrl: () => string) {
    this.sandbox = sandbox;
    this.#rpcUrl = rpcUrl;
    this.zapier = new LocalZapier();
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
    this.draft = emptyDraft();
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

  /** An input with the mapped fields filled from the record that was found, as the editor fills them to load dropdowns. */
  filled(input: Input, scope: string): Input {
    const { sample } = this.draft;
    return scope === 'action/' && sample ? (mapped(input, sample) as Input) : input;
  }
}
