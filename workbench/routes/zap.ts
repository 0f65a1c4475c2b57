import { Hono } from 'hono';
import { html } from 'hono/html';
import App from '../../index.ts';
import type { Input, Result } from '../../tour/station.ts';
import { messageOf, type OutputField } from '../../tour/zapier.ts';
import { entryOf } from '../catalog.ts';
import { answer, type Desk, filledIn, outputFieldsOf } from '../context.ts';
import { defaultsOf, inputOf, labelKey, labelsOf } from '../form.ts';
import type { Html } from '../markdown.ts';
import type { Setting } from '../pages/fields.ts';
import { trouble } from '../pages/layout.ts';
import type { Shown } from '../pages/result.ts';
import {
  mappingPanel,
  pulse,
  runItems,
  type Side,
  sideCard,
  switchCard,
  zapPage,
} from '../pages/zap.ts';
import { emptyStep, type Step } from '../session.ts';
import { type Run, tokenOf, Zap } from '../zap.ts';

const sides = ['trigger', 'action'] as const satisfies Side[];

const sideOf = async ({ session }: Desk, side: Side): Promise<Html> => {
  const { key, input, labels } = session.draft[side];
  const entry = entryOf(key);
  if (!entry) return sideCard(side, undefined, undefined);
  const scope = `${side}/`;
  const redraw = { url: `/zap/${side}`, target: `#zap-${side}` };
  const setting: Setting = { entry, input, labels, scope, redraw };
  try {
    const fields = await session.zapier.fields(key, session.filled(input, scope));
    return sideCard(side, entry, { fields, setting });
  } catch (error) {
    return sideCard(side, entry, trouble(messageOf(error)));
  }
};

const mapping = async (desk: Desk, problem?: string, isOutOfBand = false): Promise<Html> => {
  const { trigger, sample } = desk.session.draft;
  const entry = entryOf(trigger.key);
  const outputFields = sample && entry ? await outputFieldsOf(desk, entry.key, trigger.input) : [];
  return mappingPanel(entry, sample, outputFields, problem, isOutOfBand);
};

const isField = (field: unknown): field is OutputField =>
  typeof field === 'object' && field !== null && 'key' in field;

/** How the runs of the Zap are shown: with the labels that need no asking, because it is drawn at every poll. */
const shownBy = ({ session, files }: Desk): ((run: Run) => Shown) => {
  const key = session.zap?.actionKey ?? '';
  const { operation } = App.creates?.[key] ?? App.searches?.[key] ?? {};
  const declared: unknown[] = operation?.outputFields ?? [];
  const outputFields = declared.filter(isField);
  return ({ exchanges, milliseconds }) => ({ outputFields, exchanges, milliseconds, files });
};

/** Takes over what the page says: which operations, and what is filled in. */
const keep = ({ session }: Desk, form: FormData): void => {
  for (const side of sides) {
    const key = String(form.get(side) ?? '');
    const isSame = key === session.draft[side].key;
    const scope = `${side}/`;
    session.draft[side] = isSame
      ? { key, input: inputOf(form, scope), labels: labelsOf(form, scope) }
      : { ...emptyStep(), key: entryOf(key) ? key : '' };
    if (side === 'trigger' && !isSame) session.draft.sample = undefined;
  }
};

/** The latest record of the trigger, or the app's own sample where there is none, as the editor does. */
const findSample = async ({ session }: Desk): Promise<string | undefined> => {
  const { key, input } = session.draft.trigger;
  if (!session.connection) return 'Connect an account first.';
  try {
    const [record] = await session.zapier.run(key, input, { isLoadingSample: true });
    const own = App.triggers?.[key]?.operation.sample as Result | undefined;
    session.draft.sample = record ?? own;
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
};

/** A new contact gets a note: the Zap that the page offers to fill in. */
const example = async ({ session }: Desk): Promise<{ trigger: Step; action: Step }> => {
  const { connection, sandbox } = session;
  const main = connection?.kind === 'agency' ? sandbox?.state.main : undefined;
  const place: Input = main ? { locationId: main.id } : {};
  const labels = new Map(main ? [[labelKey(['locationId'], main.id), main.record.name]] : []);
  const fields = await session.zapier.fields('search_contacts', place).catch(() => []);
  const name = `${tokenOf('firstName')} ${tokenOf('lastName')}`;
  return {
    trigger: { key: 'search_contacts', input: { ...defaultsOf(fields), ...place }, labels },
    action: {
      key: 'create_contact_note',
      input: {
        ...place,
        contactId: tokenOf('id'),
        body: `Say hello to ${name}: ${tokenOf('email')}`,
      },
      labels,
    },
  };
};

/** The Zap: its two sides, the fields to map, the switch, the polls. */
export const zapRoutes = (desk: Desk): Hono => {
  const { session } = desk;
  const app = new Hono();

  app.get('/', async (context) =>
    answer(context, desk, {
      title: 'A Zap',
      place: 'zap',
      content: zapPage(session, {
        trigger: await sideOf(desk, 'trigger'),
        action: await sideOf(desk, 'action'),
        mapping: await mapping(desk),
        switchCard: switchCard(session, shownBy(desk)),
      }),
    }),
  );

  app.post('/:side{trigger|action}', async (context) => {
    const side = context.req.param('side') as Side;
    const before = session.draft[side].key;
    keep(desk, await context.req.formData());
    const step = session.draft[side];
    if (step.key === before) {
      const { input } = await filledIn(context, desk, step.key, `${side}/`);
      step.input = input;
      return context.html(await sideOf(desk, side));
    }
    const fields = step.key ? await session.zapier.fields(step.key, {}).catch(() => []) : [];
    step.input = defaultsOf(fields);
    const panel = side === 'trigger' ? await mapping(desk, undefined, true) : '';
    return context.html(html`${await sideOf(desk, side)}${panel}`);
  });

  app.post('/sample', async (context) => {
    keep(desk, await context.req.formData());
    return context.html(await mapping(desk, await findSample(desk)));
  });

  app.post('/example', async (context) => {
    session.zap = undefined;
    session.draft = { ...(await example(desk)), sample: undefined };
    await findSample(desk);
    return context.redirect('/zap', 303);
  });

  app.post('/on', async (context) => {
    keep(desk, await context.req.formData());
    const { trigger, action } = session.draft;
    const refuse = (why: string) => context.html(switchCard(session, shownBy(desk), why));
    if (!session.connection) return refuse('Connect an account first.');
    if (!trigger.key || !action.key) return refuse('Choose a trigger and an action first.');
    const zap = new Zap(session.zapier, trigger, action);
    await zap.poll();
    if (zap.trouble) return refuse(zap.trouble);
    session.zap = zap;
    return context.html(switchCard(session, shownBy(desk)));
  });

  app.post('/off', (context) => {
    session.zap = undefined;
    return context.html(switchCard(session, shownBy(desk)));
  });

  app.post('/poll', async (context) => {
    const { zap } = session;
    const after = Number((await context.req.formData()).get('after') ?? 0);
    if (!zap)
      return context.html(html`<div id="zap-pulse" class="pulse"><p>The Zap is off.</p></div>`);
    await zap.poll();
    const fresh =
      zap.runs.length > after
        ? html`<ol hx-swap-oob="afterbegin:#runs">${runItems(zap, after, shownBy(desk))}</ol>`
        : '';
    return context.html(html`${pulse(zap)}${fresh}`);
  });

  return app;
};
