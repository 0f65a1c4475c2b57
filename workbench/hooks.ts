import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { isOurs } from '../zaps/zap.ts';
import { App, isInstant, type Posted, startsOf } from './app.ts';
import type { Draft } from './draft.ts';
import type { Session } from './session.ts';

/** Bytes of a post that are taken. */
const largest = 2_000_000;

/** The URLs of Zaps with an instant trigger, and the workflows of the sandbox that post to them. */
export class HookUrls {
  /** Holds a secret, as Zapier’s URLs do: nobody else can start a Zap. */
  readonly path = `/hooks/${randomBytes(12).toString('hex')}`;
  readonly #origin: () => string;

  constructor(origin: () => string) {
    this.#origin = origin;
  }

  /** What a person pastes into a workflow. */
  urlOf(zapId: string): string {
    return `${this.#origin()}${this.path}/${zapId}`;
  }

  /** Pastes the URL of a Zap into workflows of the sandbox, as its owner does in HighLevel. */
  paste(session: Session, { id, file }: Draft): void {
    this.remove(session, id);
    const { trigger } = file;
    if (!isOurs(trigger) || !isInstant(trigger.use) || !session.sandbox) return;
    const { hooks, main } = session.sandbox.state;
    const send = ({ headers, content }: Posted) => {
      const { 'content-length': _, ...own } = headers;
      return fetch(this.urlOf(id), { method: 'POST', headers: own, body: content });
    };
    for (const start of startsOf(trigger.use))
      hooks.add({
        id: `${id}:${start}`,
        name: file.name,
        start,
        locationId: main.id,
        customData: {},
        send,
      });
  }

  /** Takes the URL out of the workflows. */
  remove(session: Session, id: string): void {
    const hooks = session.sandbox?.state.hooks;
    for (const workflow of hooks?.all ?? [])
      if (workflow.id.startsWith(`${id}:`)) hooks?.remove(workflow.id);
  }

  /** Takes posts. As Zapier does, it answers at once that all is well, whatever becomes of the run. */
  routes(session: Session): Hono {
    const app = new Hono();
    app.post('/:id', async (context) => {
      const live = session.live(context.req.param('id'));
      const content = await context.req.text();
      if (!live.isListening || content.length > largest)
        return context.text('Nobody listens.', 410);
      const headers = Object.fromEntries(context.req.raw.headers);
      await live.receive({ headers, content }, context.req.param('id'));
      return context.json({ status: 'success' });
    });
    return app;
  }
}

/** How the URL gets into HighLevel, as Zapier shows it next to the URL. */
export const directionsOf = (key: string): string => App.triggers?.[key]?.display.directions ?? '';
