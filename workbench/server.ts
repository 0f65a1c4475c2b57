import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import App from '../index.ts';
import type { Sandbox } from '../sandbox/index.ts';
import type { Input, Result } from '../tour/station.ts';
import { type Circumstances, type Exchange, type Field, messageOf } from '../tour/zapier.ts';
import { type Entry, entryOf } from './catalog.ts';
import { Files } from './files.ts';
import { defaultsOf, inputOf, type Labels, labelsOf, type Path } from './form.ts';
import { guard } from './guard.ts';
import { World } from './happenings.ts';
import type { Html } from './markdown.ts';
import { catalog, catalogList, welcome } from './pages/catalog.ts';
import { connectPage } from './pages/connect.ts';
import { dependentsOf, drawChoices, drawPanel, hasPages, type Setting } from './pages/fields.ts';
import { page, trouble } from './pages/layout.ts';
import { created, operationPage, polled, searched, setUp } from './pages/operation.ts';
import { errorCard, type Shown } from './pages/result.ts';
import {
  mappingPanel,
  pulse,
  runItems,
  type Side,
  sideCard,
  switchCard,
  zapPage,
} from './pages/zap.ts';
import { Session } from './session.ts';
import { mapped, type Run, tokenOf, Zap } from './zap.ts';

export interface Workbench {
  url: string;
  /** Whether the port that was asked for was taken, so that another one was chosen. */
  moved: boolean;
  session: Session;
  stop: () => Promise<void>;
}

const root = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const publicFiles: Record<string, [path: string, type: string]> = {
  'htmx.js': [root('../node_modules/htmx.org/dist/htmx.min.js'), 'text/javascript'],
  'workbench.js': [root('./public/workbench.js'), 'text/javascript'],
  'workbench.css': [root('./public/workbench.css'), 'text/css'],
  'icon.svg': [root('./public/icon.svg'), 'image/svg+xml'],
};

const redirectPath = '/connect/return';

const accountFields = (App.authentication?.fields ?? []) as Field[];

/** Errors by the name that tells what Zapier does about them. */
const readable = (error: unknown) => ({
  name: error instanceof Error ? error.name : 'Error',
  message: messageOf(error),
});

/** The page as an app; `port` is known when it listens. */
export const createApp = (session: Session, files: Files, port: () => number): Hono => {
  const app = new Hono();
  const world = session.sandbox ? new World(session.sandbox) : undefined;
  app.use(guard({ port, consent: () => session.place.consent, internal: files.path }));
  app.route(files.path, files.routes());
  app.onError((error, context) => context.html(trouble(messageOf(error)), 500));
  app.notFound((context) => context.html(trouble('There is no such page.'), 404));

  app.get('/public/:name', async (context) => {
    const [path, type] = publicFiles[context.req.param('name')] ?? [];
    if (!path || !type) return context.notFound();
    return context.body(await readFile(path, 'utf8'), 200, {
      'Content-Type': `${type}; charset=utf-8`,
    });
  });

  // htmx asks for the content alone; a link that is opened otherwise gets the whole page.
  const answer = (context: Context, given: Parameters<typeof page>[1]) =>
    context.req.header('hx-request') && !context.req.header('hx-history-restore-request')
      ? context.html(html`<title>${given.title} · HighLevel Workbench</title>${given.content}`)
      : context.html(page(session, given));

  app.get('/', (context) => {
    const { q = '', kind = '' } = context.req.query();
    const aside = catalog(q, kind);
    return answer(context, {
      title: 'Operations',
      place: 'operations',
      aside,
      content: html`<div class="at-home">${welcome(session)}</div>`,
    });
  });

  app.get('/catalog', (context) => {
    const { q = '', kind = '' } = context.req.query();
    return context.html(catalogList(q, kind));
  });

  const settingOf = (entry: Entry, input: Input, labels: Labels): Setting => ({
    entry,
    input,
    labels,
    scope: '',
    redraw: { url: `/operations/${entry.key}/form`, target: '#fields' },
  });

  const formOf = async (entry: Entry, input: Input, labels: Labels): Promise<Html> => {
    try {
      return setUp(await session.fields(entry.key, input), settingOf(entry, input, labels));
    } catch (error) {
      return html`<div class="fields" id="fields">${trouble(messageOf(error))}
<button type="button" class="small" hx-post="/operations/${entry.key}/form" hx-target="#fields" hx-include="closest form">Try again</button></div>`;
    }
  };

  const opened = async (entry: Entry): Promise<Input> =>
    defaultsOf(await session.fields(entry.key, {}).catch(() => []));

  app.get('/operations/:key', async (context) => {
    const entry = entryOf(context.req.param('key'));
    if (!entry) return context.notFound();
    const form = await formOf(entry, await opened(entry), new Map());
    return answer(context, {
      title: entry.label,
      place: 'operations',
      aside: catalog('', '', entry.key),
      content: operationPage(session, entry, form),
    });
  });

  /** What is filled in, without what hangs on a field that was just changed. */
  const filledIn = async (
    context: Context,
    key: string,
    scope = '',
  ): Promise<{ form: FormData; input: Input; labels: Labels }> => {
    const form = await context.req.formData();
    const input = inputOf(form, scope);
    const labels = labelsOf(form, scope);
    const changed = context.req.header('hx-trigger-name') ?? '';
    const [, json] = changed.startsWith(scope)
      ? (/^\w+:(\[.*\])$/.exec(changed.slice(scope.length)) ?? [])
      : [];
    if (json) {
      const [field] = JSON.parse(json) as [string];
      for (const dependent of dependentsOf(await session.fields(key, input), field))
        delete input[dependent];
    }
    return { form, input, labels };
  };

  app.post('/operations/:key/form', async (context) => {
    const entry = entryOf(context.req.param('key'));
    if (!entry) return context.notFound();
    const { input, labels } = await filledIn(context, entry.key);
    return context.html(await formOf(entry, input, labels));
  });

  app.post('/choices/:key', async (context) => {
    const key = context.req.param('key');
    const form = await context.req.formData();
    const [scope, pathText, pageNumber] = ['scope', 'path', 'page'].map((name) =>
      String(form.get(name) ?? ''),
    );
    const path = JSON.parse(pathText ?? '[]') as Path;
    const input = withSample(inputOf(form, scope), scope ?? '');
    try {
      const fields = await session.fields(key, input);
      const steps = path.filter((step) => typeof step === 'string');
      const field = steps.reduce<Field | undefined>(
        (found, step, depth) =>
          (depth === 0 ? fields : found?.children)?.find((one) => one.key === step),
        undefined,
      );
      if (!field?.dynamic) throw new Error('This field has no list.');
      const number = Number(pageNumber);
      const choices = await session.zapier.choices(field.dynamic, input, number);
      const next =
        hasPages(field.dynamic) && choices.length > 0
          ? { url: `/choices/${key}`, asked: { path: pathText, scope, page: number + 1 } }
          : undefined;
      const rows = drawChoices(choices, next);
      if (number > 0)
        return context.html(choices.length > 0 ? rows : html`<li class="empty">That is all.</li>`);
      return context.html(drawPanel(rows, choices.length === 0));
    } catch (error) {
      const problem = html`<div class="notice bad" role="alert"><p>${messageOf(error)}</p></div>`;
      return context.html(
        Number(pageNumber) > 0
          ? html`<li>${problem}</li>`
          : html`${problem}<button type="button" class="option type" data-type-instead>Type an ID instead</button>`,
      );
    }
  });

  const shownOf = async (
    entry: Entry,
    input: Input,
    exchanges: Exchange[],
    milliseconds: number,
  ): Promise<Shown> => ({
    entry,
    outputFields: await session.zapier.outputFields(entry.key, input).catch(() => []),
    exchanges,
    milliseconds,
    files,
  });

  const test = async (entry: Entry, input: Input): Promise<Html> => {
    const exchanges: Exchange[] = [];
    const heard: Circumstances['heard'] = (exchange) => {
      exchanges.push(exchange);
    };
    const start = performance.now();
    const took = () => Math.round(performance.now() - start);
    try {
      if (entry.kind === 'triggers') {
        const watch = session.watchOf(entry.key, input);
        const sample =
          watch.polls === 0
            ? (await session.zapier.run(entry.key, input, { isLoadingSample: true, heard })).slice(
                0,
                3,
              )
            : [];
        const poll = await watch.poll(heard);
        return polled(entry, poll, sample, await shownOf(entry, input, exchanges, took()), session);
      }
      const records = await session.zapier.run(entry.key, input, { heard });
      const shown = await shownOf(entry, input, exchanges, took());
      return entry.kind === 'creates' ? created(records[0] ?? {}, shown) : searched(records, shown);
    } catch (error) {
      return errorCard(readable(error), exchanges, took());
    }
  };

  app.post('/operations/:key/test', async (context) => {
    const entry = entryOf(context.req.param('key'));
    if (!entry) return context.notFound();
    if (!session.connection) return context.html(trouble('Connect an account first.'));
    return context.html(await test(entry, inputOf(await context.req.formData())));
  });

  app.post('/operations/:key/forget', async (context) => {
    const entry = entryOf(context.req.param('key'));
    if (!entry) return context.notFound();
    session.forget(entry.key);
    return context.html(await test(entry, inputOf(await context.req.formData())));
  });

  app.post('/happen', async (context) => {
    const what = String((await context.req.formData()).get('what'));
    try {
      if (!world) throw new Error('Only the sandbox can make things happen.');
      return context.html(html`<span class="mark fires">done</span> ${await world.make(what)}`);
    } catch (error) {
      return context.html(html`<span class="mark fails">not done</span> ${messageOf(error)}`);
    }
  });

  app.post('/files/:id', async (context) => {
    const promise = files.promiseOf(context.req.param('id'));
    if (!promise) return context.notFound();
    try {
      const file = files.at(await session.zapier.hydrate(promise));
      if (!file) throw new Error('The file did not arrive.');
      const href = `/files/${file.id}`;
      return context.html(
        html`${
          file.type.startsWith('audio/')
            ? html`<audio controls src="${href}" aria-label="${file.name}"></audio> `
            : file.type.startsWith('image/')
              ? html`<img src="${href}" alt="${file.name}"> `
              : ''
        }<a href="${href}" target="_blank" rel="noopener">Open ${file.name}</a>`,
      );
    } catch (error) {
      return context.html(trouble(messageOf(error)));
    }
  });

  app.get('/files/:id', (context) => files.open(context.req.param('id')));

  // The Zap.

  const withSample = (input: Input, scope: string): Input =>
    scope === 'action/' && session.draft.sample
      ? (mapped(input, session.draft.sample) as Input)
      : input;

  const side = async (which: Side): Promise<Html> => {
    const step = session.draft[which];
    const entry = entryOf(step.key);
    if (!entry) return sideCard(which, undefined, undefined);
    const setting: Setting = {
      entry,
      input: step.input,
      labels: step.labels,
      scope: `${which}/`,
      redraw: { url: `/zap/${which}`, target: `#zap-${which}` },
    };
    try {
      const fields = await session.fields(entry.key, withSample(step.input, setting.scope));
      return sideCard(which, entry, { fields, setting });
    } catch (error) {
      return sideCard(which, entry, trouble(messageOf(error)));
    }
  };

  const mapping = async (problem?: string): Promise<Html> => {
    const { trigger, sample } = session.draft;
    const entry = entryOf(trigger.key);
    const outputs =
      sample && entry
        ? await session.zapier.outputFields(entry.key, trigger.input).catch(() => [])
        : [];
    return mappingPanel(entry, sample, outputs, problem);
  };

  const ranOf = (): ((run: Run) => Shown) => {
    const entry = entryOf(session.zap?.actionKey ?? '');
    return (run) => {
      if (!entry) throw new Error('No action.');
      const declared =
        (App.creates?.[entry.key] ?? App.searches?.[entry.key])?.operation.outputFields ?? [];
      return {
        entry,
        outputFields: declared.flatMap((field) =>
          typeof field === 'object' && 'key' in field
            ? [field as Shown['outputFields'][number]]
            : [],
        ),
        exchanges: run.exchanges,
        milliseconds: run.milliseconds,
        files,
      };
    };
  };

  app.get('/zap', async (context) =>
    answer(context, {
      title: 'A Zap',
      place: 'zap',
      content: zapPage(session, {
        trigger: await side('trigger'),
        action: await side('action'),
        mapping: await mapping(),
        switchCard: switchCard(session, ranOf()),
      }),
    }),
  );

  /** Takes over what is filled in on the page. */
  const keep = (form: FormData): void => {
    for (const which of ['trigger', 'action'] as const) {
      const key = String(form.get(which) ?? '');
      if (!entryOf(key)) {
        session.draft[which] = { key: '', input: {}, labels: new Map() };
        continue;
      }
      const isSame = key === session.draft[which].key;
      session.draft[which] = isSame
        ? { key, input: inputOf(form, `${which}/`), labels: labelsOf(form, `${which}/`) }
        : { key, input: {}, labels: new Map() };
      if (which === 'trigger' && !isSame) session.draft.sample = undefined;
    }
  };

  for (const which of ['trigger', 'action'] as const) {
    app.post(`/zap/${which}`, async (context) => {
      const before = session.draft[which].key;
      const { form, input } = await filledIn(
        context,
        String((await context.req.formData()).get(which) || ''),
        `${which}/`,
      ).catch(async () => ({ form: await context.req.formData(), input: {} }));
      keep(form);
      const step = session.draft[which];
      const isNew = step.key !== before;
      if (step.key) {
        step.input = isNew ? defaultsOf(await session.fields(step.key, {}).catch(() => [])) : input;
      }
      const panel =
        which === 'trigger' && isNew
          ? html`<div hx-swap-oob="outerHTML:#zap-fields">${await mapping()}</div>`
          : '';
      return context.html(html`${await side(which)}${panel}`);
    });
  }

  const findSample = async (): Promise<string | undefined> => {
    const { trigger } = session.draft;
    try {
      const records = await session.zapier.run(trigger.key, trigger.input, {
        isLoadingSample: true,
      });
      const own = App.triggers?.[trigger.key]?.operation.sample as Result | undefined;
      session.draft.sample = records[0] ?? own;
      return undefined;
    } catch (error) {
      return messageOf(error);
    }
  };

  app.post('/zap/sample', async (context) => {
    keep(await context.req.formData());
    if (!entryOf(session.draft.trigger.key))
      return context.html(await mapping('Choose a trigger first.'));
    return context.html(await mapping(await findSample()));
  });

  app.post('/zap/example', async (context) => {
    session.zap = undefined;
    const location =
      session.connection?.kind === 'agency' && session.sandbox
        ? { locationId: session.sandbox.state.main.id }
        : {};
    const labels = new Map(
      location.locationId
        ? [
            [
              JSON.stringify([['locationId'], location.locationId]),
              session.sandbox?.state.main.record.name ?? '',
            ],
          ]
        : [],
    );
    session.draft = {
      trigger: {
        key: 'search_contacts',
        input: {
          ...location,
          ...defaultsOf(await session.fields('search_contacts', {}).catch(() => [])),
        },
        labels,
      },
      action: {
        key: 'create_contact_note',
        input: {
          ...location,
          contactId: tokenOf('id'),
          body: `Say hello to ${tokenOf('firstName')} ${tokenOf('lastName')} (${tokenOf('email')})`,
        },
        labels,
      },
      sample: undefined,
    };
    await findSample();
    return context.redirect('/zap', 303);
  });

  app.post('/zap/on', async (context) => {
    keep(await context.req.formData());
    const { trigger, action } = session.draft;
    if (!session.connection)
      return context.html(switchCard(session, ranOf(), 'Connect an account first.'));
    if (!entryOf(trigger.key) || !entryOf(action.key))
      return context.html(switchCard(session, ranOf(), 'Choose a trigger and an action first.'));
    const zap = new Zap(session.zapier, trigger, action);
    await zap.poll();
    if (zap.trouble) return context.html(switchCard(session, ranOf(), zap.trouble));
    session.zap = zap;
    return context.html(switchCard(session, ranOf()));
  });

  app.post('/zap/off', (context) => {
    session.zap = undefined;
    return context.html(switchCard(session, ranOf()));
  });

  app.post('/zap/poll', async (context) => {
    const { zap } = session;
    const after = Number((await context.req.formData()).get('after') ?? 0);
    if (!zap)
      return context.html(html`<div id="zap-pulse" class="pulse"><p>The Zap is off.</p></div>`);
    await zap.poll();
    const fresh =
      zap.runs.length > after
        ? html`<ol hx-swap-oob="afterbegin:#runs">${runItems(zap, after, ranOf())}</ol>`
        : '';
    return context.html(html`${pulse(zap)}${fresh}`);
  });

  // The connection.

  const connectContent = (problem?: string) => ({
    title: 'Connect',
    place: 'connect' as const,
    content: connectPage(session, accountFields, problem),
  });

  app.get('/connect', (context) => answer(context, connectContent()));

  app.post('/connect', async (context) => {
    const account =
      String((await context.req.formData()).get('account')) === 'agency' ? 'agency' : 'sub-account';
    const redirectUri = new URL(redirectPath, context.req.url).href;
    return context.redirect(await session.begin(account, redirectUri), 303);
  });

  app.get(redirectPath, async (context) => {
    const { state = '', code = '', error, error_description: description } = context.req.query();
    try {
      if (error || !code)
        throw new Error(
          `HighLevel gave no access: ${description ?? error ?? 'no code came back'}.`,
        );
      await session.finish(state, code);
      return context.redirect('/', 303);
    } catch (problem) {
      return context.html(page(session, connectContent(messageOf(problem))), 400);
    }
  });

  app.post('/disconnect', (context) => {
    session.disconnect();
    return context.redirect('/connect', 303);
  });

  return app;
};

/**
 * Starts the page on 127.0.0.1, with the sandbox if one is given.
 * @param port where to listen; another free port when it is taken, 0 for any
 */
export const startWorkbench = async (options: {
  port: number;
  sandbox?: Sandbox | undefined;
}): Promise<Workbench> => {
  const files = new Files();
  let port = options.port;
  const session = new Session(options.sandbox, () => `http://127.0.0.1:${port}${files.path}/rpc`);
  const app = createApp(session, files, () => port);
  const listen = (at: number) => {
    const server = createAdaptorServer({ fetch: app.fetch });
    return new Promise<typeof server>((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, '127.0.0.1', () => resolve(server));
    });
  };
  let moved = false;
  const server = await listen(port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    moved = true;
    return listen(0);
  });
  port = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${port}`,
    moved,
    session,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
};
