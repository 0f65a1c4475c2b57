import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';

interface Stored {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The part of Zapier that keeps files. core asks its RPC where to put a file (`z.stashFile`) and posts it there
 * (zapier#stash); here both are addresses of the workbench, and the file stays in memory.
 */
export class Files {
  readonly #stored = new Map<string, Stored>();
  readonly #promises = new Map<string, string>();
  /** Only core knows it, so no web page can reach these addresses. */
  readonly path = `/zapier-${randomBytes(16).toString('hex')}`;

  /** Keeps a promise of a file (`hydrate|||…`) and gives a name for it that says nothing. */
  promise(promise: string): string {
    for (const [id, known] of this.#promises) if (known === promise) return id;
    const id = randomBytes(12).toString('hex');
    this.#promises.set(id, promise);
    return id;
  }

  promiseOf(id: string): string | undefined {
    return this.#promises.get(id);
  }

  /** A stored file by the address that core was given for it. */
  at(address: string): { id: string; name: string; type: string; size: number } | undefined {
    const id = address.split('/').at(-1) ?? '';
    const file = this.#stored.get(id);
    return file && { id, name: file.name, type: file.type, size: file.bytes.length };
  }

  /** A stored file as an answer that can run nothing on the page's behalf. */
  open(id: string): Response {
    const file = this.#stored.get(id);
    if (!file) return new Response('This file is not here any more.', { status: 404 });
    return new Response(file.bytes, {
      headers: {
        'Content-Type': file.type,
        'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'Content-Security-Policy': "sandbox; default-src 'none'; media-src 'self'; img-src 'self'",
        'X-Content-Type-Options': 'nosniff',
      },
    });
  }

  /** The two addresses that core calls. */
  routes(): Hono {
    const app = new Hono();
    app.post('/rpc', async (context) => {
      const { id, method } = await context.req.json<{ id: string; method: string }>();
      if (method !== 'get_presigned_upload_post_data')
        return context.json({ id, error: `The workbench has no ${method}.` });
      const key = `/files/${randomBytes(12).toString('hex')}`;
      const url = new URL(`${this.path}/upload`, context.req.url).href;
      return context.json({ id, result: { url, fields: { key } } });
    });
    app.post('/upload', async (context) => {
      const form = await context.req.formData();
      const file = form.get('file');
      if (!(file instanceof File)) return context.text('No file came.', 400);
      this.#stored.set(String(form.get('key')).split('/').at(-1) ?? '', {
        name: file.name,
        type: file.type || 'application/octet-stream',
        bytes: new Uint8Array(await file.arrayBuffer()),
      });
      return context.body(null, 204);
    });
    return app;
  }
}
