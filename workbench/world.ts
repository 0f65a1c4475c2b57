import type { Sandbox } from './app.ts';
import type { Ask, Json } from './happening.ts';
import { happenings } from './happenings.ts';

/** Does things in the sandbox as a person in HighLevel would, on a connection of its own. */
export class World {
  readonly #sandbox: Sandbox;
  #token: Promise<string> | undefined;
  #count = 0;
  #lastAt = 0;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  async #ask(method: string, path: string, version: string, body?: Json): Promise<Json> {
    this.#token ??= this.#sandbox.connect('sub-account').then(({ access_token }) => access_token);
    const answer = await fetch(`${this.#sandbox.apiUrl}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${await this.#token}`,
        Version: version,
        ...(body ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const data = (await answer.json()) as Json;
    if (!answer.ok)
      throw new Error(
        `The sandbox refused it: ${[data.message].flat().join('; ')} (${answer.status})`,
      );
    return data;
  }

  /** How long until HighLevel’s search index shows what happened last, in ms. */
  indexWaits(): number {
    const { indexLag } = this.#sandbox.state.settings;
    return Math.max(0, this.#lastAt + indexLag - Date.now());
  }

  /** Makes one of the happenings happen; says what happened. @param contactId for which contact, where that fits */
  async make(name: string, contactId = ''): Promise<string> {
    const happening = Object.hasOwn(happenings, name) ? happenings[name] : undefined;
    if (!happening) throw new Error('The sandbox has nothing of this name that could happen.');
    const number = this.#count;
    this.#count += 1;
    const ask: Ask = (method, path, version, body) => this.#ask(method, path, version, body);
    const happened = await happening.act(ask, this.#sandbox.state.main, { number, contactId });
    this.#lastAt = Date.now();
    return happened;
  }
}
