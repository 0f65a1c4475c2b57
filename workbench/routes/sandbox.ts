import { Hono } from 'hono';
import { html } from 'hono/html';
import { messageOf } from '../app.ts';
import type { Desk } from '../context.ts';
import { startFault } from '../faults.ts';
import { trouble } from '../pages/layout.ts';

/** What happens in the sandbox, and files that results promise. */
export const sandboxRoutes = ({ session, files, world }: Desk): Hono => {
  const app = new Hono();

  app.post('/happen', async (context) => {
    const form = await context.req.formData();
    try {
      if (!world) throw new Error('You can make things happen only in the sandbox.');
      const contactId = String(form.get('contactId') ?? '');
      const happened = await world.make(String(form.get('what')), contactId);
      return context.html(html`<span class="mark fires">done</span> ${happened}`);
    } catch (error) {
      return context.html(html`<span class="mark fails">not done</span> ${messageOf(error)}`);
    }
  });

  app.post('/fault', async (context) => {
    const what = String((await context.req.formData()).get('what'));
    try {
      if (!session.sandbox) throw new Error('You can try faults only in the sandbox.');
      return context.html(
        html`<span class="mark">ready</span> ${startFault(session.sandbox, what)}`,
      );
    } catch (error) {
      return context.html(html`<span class="mark fails">not done</span> ${messageOf(error)}`);
    }
  });

  app.post('/files/:id', async (context) => {
    const promise = files.promiseOf(context.req.param('id'));
    if (!promise)
      return context.html(
        trouble(
          'The workbench has no such file any more. Run the test again, then fetch the file.',
        ),
        404,
      );
    try {
      const file = files.at(await session.zapier.hydrate(promise));
      if (!file) throw new Error('The file could not be fetched. Try again.');
      const href = `/files/${file.id}`;
      const player = file.type.startsWith('audio/')
        ? html`<audio controls src="${href}" aria-label="${file.name}"></audio>`
        : '';
      return context.html(
        html`${player}<a href="${href}" target="_blank" rel="noopener">Open ${file.name}</a> <span class="thin">${file.type}, ${file.size} bytes</span>`,
      );
    } catch (error) {
      return context.html(trouble(messageOf(error)));
    }
  });

  app.get('/files/:id', (context) => files.open(context.req.param('id')));

  return app;
};
