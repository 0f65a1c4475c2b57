import { builtIns } from '../zaps/builtIn.ts';
import { recipes } from '../zaps/index.ts';
import { isOther, type Step, type Values } from '../zaps/zap.ts';
import { type Entry, kindNames } from './catalog.ts';
import { findOrCreate } from './describe.ts';
import { defaultsOf } from './form.ts';
import { findOperations } from './search.ts';
import type { Session } from './session.ts';
import { newId } from './zapFile.ts';

/** Something that can be a step of a Zap. */
export interface Choice {
  /** How a form names it: `use:create_contact`, `tool:filter`, `app:2`. */
  what: string;
  app: string;
  label: string;
  about: string;
  look: string;
  kind: string;
}

type MakeStep = () => Exclude<Step, { use: string }>;

const tools: Record<string, { app: string; label: string; about: string; make: MakeStep }> = {
  filter: {
    app: 'Filter by Zapier',
    label: 'Filter: Only Continue If',
    about: 'Stops the run unless a condition holds.',
    make: () => ({ only: ['', 'contains', ''] }),
  },
  delayFor: {
    app: 'Delay by Zapier',
    label: 'Delay For',
    about: 'Waits for a length of time.',
    make: () => ({ delayFor: '1 day' }),
  },
  delayUntil: {
    app: 'Delay by Zapier',
    label: 'Delay Until',
    about: 'Waits until a moment that an earlier step gives.',
    make: () => ({ delayUntil: '' }),
  },
  loop: {
    app: 'Looping by Zapier',
    label: 'Loop: Once for Each Value',
    about: 'Runs the steps below once for each value of a list.',
    make: () => ({ each: { Value: '' } }),
  },
  ...Object.fromEntries(
    Object.entries(builtIns).map(([name, { fields }]) => {
      const [app = '', event = ''] = name.split(': ');
      return [
        name,
        { app, label: event, about: app, make: () => ({ app, event, map: { ...fields } }) },
      ];
    }),
  ),
  other: {
    app: 'Another app',
    label: 'Another App (Stand-In)',
    about: 'Takes the place of an action of any other app, with sample data.',
    make: () => ({ app: 'Another app', event: 'does something', map: { Text: '' } }),
  },
};

const triggerTools: typeof tools = {
  schedule: {
    app: 'Schedule by Zapier',
    label: 'Every Day',
    about: 'Starts the Zap by the clock; here, at the press of a button.',
    make: () => ({ app: 'Schedule by Zapier', event: 'Every Day', gives: {} }),
  },
  other: {
    app: 'Another app',
    label: 'Another App (Stand-In)',
    about: 'Takes the place of any other app’s trigger, with sample data.',
    make: () => ({
      app: 'Your web form',
      event: 'a form is sent',
      gives: {
        'Full Name': 'Rosa Lind',
        Email: 'rosa.lind@example.com',
        Phone: '+13125550170',
        Message: 'Please call me.',
      },
    }),
  },
};

/** The events of other apps that the recipes use, so that they need not be typed. */
const known = (isTrigger: boolean) => {
  const zaps = recipes.flatMap((recipe) => recipe.zaps);
  const steps = isTrigger ? zaps.map(({ trigger }) => trigger) : zaps.flatMap((zap) => zap.steps);
  const others = steps
    .filter(isOther)
    .filter(({ app, event }) => !(`${app}: ${event}` in builtIns));
  return [...new Map(others.map((one) => [`${one.app}: ${one.event}`, one])).values()];
};
const [knownTriggers, knownActions] = [known(true), known(false)];

const ofEntry = ({ key, label, description, kind }: Entry): Choice => ({
  what: `use:${key}`,
  app: 'HighLevel',
  label,
  about: description,
  look: kind,
  kind: kindNames[kind],
});

const ofTools = (list: typeof tools): Choice[] =>
  Object.entries(list).map(([name, { app, label, about }]) => ({
    what: `tool:${name}`,
    app,
    label,
    about,
    look: name === 'other' ? 'other' : 'tool',
    kind: name === 'other' ? 'Stand-in' : 'Zapier',
  }));

const ofKnown = (list: typeof knownTriggers): Choice[] =>
  list.map(({ app, event }, index) => ({
    what: `app:${index}`,
    app,
    label: event.replace(/^./, (first) => first.toUpperCase()),
    about: app,
    look: 'other',
    kind: 'Stand-in',
  }));

const withFindOrCreate = (list: Choice[]): Choice[] =>
  list.flatMap((choice) => {
    const both = findOrCreate(choice.what.slice(4));
    return both
      ? [choice, { ...choice, what: `both:${choice.what.slice(4)}`, label: both.label }]
      : [choice];
  });

const isCommon = /^tool:(filter|delayFor|delayUntil|loop|other)$/;

/** What can be added to a Zap, best first. */
export const findChoices = (query: string, isTrigger: boolean): Choice[] => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ app, label, about }: Choice) => {
    const text = `${app} ${label} ${about}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const operations = withFindOrCreate(
    findOperations(query)
      .filter(({ kind }) => (kind === 'triggers') === isTrigger)
      .map(ofEntry),
  );
  const own = ofTools(isTrigger ? triggerTools : tools).filter(fits);
  const others = ofKnown(isTrigger ? knownTriggers : knownActions).filter(fits);
  const common = own.filter(({ what }) => isCommon.test(what));
  if (words.length === 0) return [...new Set([...common, ...operations, ...own, ...others])];
  // A choice whose name has every word comes before one that only means the same.
  const isNamed = ({ label }: Choice) => words.every((word) => label.toLowerCase().includes(word));
  const all = [...own.filter(isNamed), ...operations, ...own, ...others];
  return [...new Set([...all.filter(isNamed), ...all])];
};

const ourStep = async (session: Session, key: string): Promise<Step> => {
  const { connection, connections } = session;
  const named = connections.length > 1 && connection ? { connection: connection.label } : {};
  const place: Values =
    connection?.kind === 'agency' && session.sandbox
      ? { locationId: session.sandbox.state.main.id }
      : {};
  const fields = await session.zapier.fields(key, place).catch(() => []);
  const asked = fields.some((field) => field.key === 'locationId') ? place : {};
  const labels = asked.locationId
    ? {
        labels: {
          [JSON.stringify([['locationId'], asked.locationId])]:
            session.sandbox?.state.main.record.name ?? '',
        },
      }
    : {};
  return { use: key, ...named, ...labels, map: { ...defaultsOf(fields), ...asked } };
};

/** A new step, as its form opens in the editor. Throws if there is none by this name. */
export const makeStep = async (
  session: Session,
  what: string,
  isTrigger: boolean,
): Promise<Step> => {
  const [kind = '', ...rest] = what.split(':');
  const name = rest.join(':');
  const id = newId();
  if (kind === 'use') return { id, ...(await ourStep(session, name)) };
  if (kind === 'both') return { id, ...(await ourStep(session, name)), orCreate: {} } as Step;
  if (kind === 'tool') {
    const tool = (isTrigger ? triggerTools : tools)[name];
    if (tool) return { id, ...tool.make() };
  }
  const other = (isTrigger ? knownTriggers : knownActions)[Number(name)];
  if (kind !== 'app' || !other) throw new Error('There is no such step.');
  return { id, ...structuredClone(other), ...(isTrigger ? {} : { map: other.map ?? {} }) };
};
