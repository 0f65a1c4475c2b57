import { Hono } from 'hono';
import { messageOf } from '../app.ts';
import { answer, type Desk } from '../context.ts';
import { conflictPage } from '../pages/zaps.ts';
import { withoutSecretValues } from '../store.ts';
import { parseZapFile } from '../zapFile.ts';
import { listed, zapList } from '../zapList.ts';

/** Zaps that come in and go out: as files, and as links. */
export const zapFileRoutes = (desk: Desk): Hono => {
  const { session } = desk;
  const app = new Hono();

  app.post('/zaps/import', async (context) => {
    const form = await context.req.formData();
    const sent = form.get('file');
    const text = sent instanceof File ? await sent.text() : String(form.get('zap') ?? '');
    const how = form.get('how');
    try {
      const file = parseZapFile(text);
      const known = listed(session).find((one) => one.file?.name === file.name);
      if (known && !how)
        return answer(context, desk, {
          title: 'Import',
          place: 'zaps',
          content: conflictPage(file, text, true),
        });
      if (known && how === 'replace') {
        session.draft(known.id).change(file);
        return context.redirect(`/zaps/${known.id}`, 303);
      }
      const id = session.store.add({ ...file, name: session.store.freeName(file.name) });
      return context.redirect(`/zaps/${id}`, 303);
    } catch (error) {
      return answer(context, desk, zapList(session, messageOf(error)));
    }
  });

  app.get('/zaps/shared', (context) => {
    try {
      const json = Buffer.from(context.req.query('zap') ?? '', 'base64url').toString('utf8');
      const file = parseZapFile(json);
      const isKnown = listed(session).some((one) => one.file?.name === file.name);
      return answer(context, desk, {
        title: file.name,
        place: 'zaps',
        content: conflictPage(file, json, isKnown),
      });
    } catch (error) {
      return answer(context, desk, zapList(session, messageOf(error)));
    }
  });

  app.get('/zaps/:id/export', (context) => {
    const { id, file } = session.draft(context.req.param('id'));
    context.header('Content-Disposition', `attachment; filename="${id}.json"`);
    return context.json(withoutSecretValues(file));
  });

  app.get('/zaps/:id/link', (context) => {
    const { file } = session.draft(context.req.param('id'));
    const json = JSON.stringify(withoutSecretValues(file));
    const url = new URL('/zaps/shared', context.req.url);
    url.searchParams.set('zap', Buffer.from(json).toString('base64url'));
    return context.text(url.href);
  });

  return app;
};
