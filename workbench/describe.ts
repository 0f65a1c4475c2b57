import { builtInOf } from '../zaps/builtIn.ts';
import { createsFor } from '../zaps/stage.ts';
import { isOurs, type Step } from '../zaps/zap.ts';
import { App } from './app.ts';
import { entryOf, kindNames } from './catalog.ts';

/** What a step is called, and what kind of step it is, in words and as a class name. */
export interface Description {
  app: string;
  title: string;
  kind: string;
  look: 'triggers' | 'creates' | 'searches' | 'tool' | 'other';
}

const tool = (app: string, title: string, kind: string): Description => ({
  app,
  title,
  kind,
  look: 'tool',
});

/** The label of “Find or Create Contact” and its like. */
export const findOrCreate = (key: string): { create: string; label: string } | undefined => {
  const create = createsFor[key];
  const label = App.searchOrCreates?.[key]?.display.label;
  return create && label ? { create, label } : undefined;
};

/** A step in words. */
export const describeStep = (step: Step): Description => {
  if (isOurs(step)) {
    const entry = entryOf(step.use);
    if (!entry) return { app: 'HighLevel', title: 'Choose…', kind: '', look: 'other' };
    const both = step.orCreate ? findOrCreate(step.use) : undefined;
    return {
      app: 'HighLevel',
      title: both?.label ?? entry.label,
      kind: kindNames[entry.kind],
      look: entry.kind,
    };
  }
  if ('only' in step) return tool('Filter by Zapier', 'Only continue if…', 'Filter');
  if ('delayFor' in step) return tool('Delay by Zapier', `Delay for ${step.delayFor}`, 'Delay');
  if ('delayUntil' in step) return tool('Delay by Zapier', 'Delay until…', 'Delay');
  if ('each' in step) return tool('Looping by Zapier', 'For each value', 'Loop');
  if (builtInOf(step)) return tool(step.app, step.event, 'Tool');
  const title = step.event.replace(/^./, (first) => first.toUpperCase());
  return { app: step.app, title, kind: 'Stand-in', look: 'other' };
};
