import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Input } from '../tour/station.ts';
import type { Exchange, OutputField } from '../tour/zapier.ts';
import type { Files } from './files.ts';
import { inputOf, type Labels, labelsOf, type Path } from './form.ts';
import { dependentsOf } from './pages/fields.ts';
import { type Page, page } from './pages/layout.ts';
import type { Session } from './session.ts';

/** What every route needs. */
export interface Desk {
  session: Session;
  files: Files;
}

/** A page. htmx asks for its content alone; a link that is opened otherwise gets the whole of it. */
export const answer = (context: Context, { session }: Desk, given: Page) =>
  context.req.header('hx-request') && !context.req.header('hx-history-restore-request')
    ? context.html(html`<title>${given.title} · HighLevel Workbench</title>${given.content}`)
    : context.html(page(session, given));

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
export const outputFieldsOf = (
  { session }: Desk,
  key: string,
  input: Input,
): Promise<OutputField[]> => session.zapier.outputFields(key, input).catch(() => []);

/** What is filled in, without the fields whose dropdown hangs on the field that was just changed. */
export const filledIn = async (
  context: Context,
  { session }: Desk,
  key: string,
  scope = '',
): Promise<{ input: Input; labels: Labels }> => {
  const form = await context.req.formData();
  const input = inputOf(form, scope);
  const changed = context.req.header('hx-trigger-name') ?? '';
  const [, json] = changed.startsWith(scope)
    ? (/^\w+:(\[.*\])$/.exec(changed.slice(scope.length)) ?? [])
    : [];
  if (json) {
    const [field] = JSON.parse(json) as Path;
    const fields = await session.zapier.fields(key, input).catch(() => []);
    for (const dependent of dependentsOf(fields, String(field))) delete input[dependent];
  }
  return { input, labels: labelsOf(form, scope) };
};
