import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Exchange, Field, Input, OutputField } from './app.ts';
import { clearDependents } from './dependents.ts';
import type { Files } from './files.ts';
import { inputOf, type Labels, labelsOf, pathOf } from './form.ts';
import type { History } from './history.ts';
import type { HookUrls } from './hooks.ts';
import { type Page, page } from './pages/layout.ts';
import type { Session } from './session.ts';
import type { World } from './world.ts';

/** What every route needs. */
export interface Desk {
  session: Session;
  files: Files;
  history: History;
  world: World | undefined;
  hooks: HookUrls;
}

/** A page. htmx asks for its content alone; a link that is opened otherwise gets the whole of it. */
export const answer = async (
  context: Context,
  { session }: Desk,
  shown: Page,
  status: 200 | 400 | 404 | 500 = 200,
) => {
  if (context.req.header('hx-request') && !context.req.header('hx-history-restore-request')) {
    if (shown.url) context.header('HX-Push-Url', shown.url);
    return context.html(
      html`<title>${shown.title} · HighLevel Workbench</title>${shown.content}`,
      status,
    );
  }
  return context.html(page(session, shown, await session.zoneOf()), status);
};

/** Listens to the HTTP requests of a call, and measures it. */
export const listen = () => {
  const exchanges: Exchange[] = [];
  const start = performance.now();
  return {
    exchanges,
    heard: (exchange: Exchange): void => {
      exchanges.push(exchange);
    },
    took: (): number => Math.round(performance.now() - start),
  };
};

/** The labels of a result; without those that only the connection knows when they cannot be had. */
export const outputFieldsFor = (
  { session }: Desk,
  key: string,
  input: Input,
): Promise<OutputField[]> => session.zapier.outputFields(key, input).catch(() => []);

/** What is filled into a form that was sent, without the fields whose dropdown hangs on the one that was just changed. */
export const filledIn = async (
  context: Context,
  {
    fieldsOf,
    scope = '',
    zone,
  }: { fieldsOf: (input: Input) => Promise<Field[]>; scope?: string; zone: string },
): Promise<{ input: Input; labels: Labels; form: FormData }> => {
  const form = await context.req.formData();
  const input = inputOf(form, { scope, zone });
  const labels = labelsOf(form, scope);
  const changed = pathOf(context.req.header('hx-trigger-name') ?? '', scope)?.path[0];
  if (changed === undefined) return { input, labels, form };
  const fields = await fieldsOf(input).catch(() => []);
  return { input: clearDependents(fields, input, String(changed)), labels, form };
};
