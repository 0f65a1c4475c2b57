import type { Context } from 'hono';
import { html } from 'hono/html';
import { type Field, type Input, type LocalZapier, messageOf } from './app.ts';
import type { Html } from './markdown.ts';
import { trouble } from './pages/layout.ts';
import { drawChoices, drawPanel, hasPages, troublePanel } from './pages/panel.ts';
import { fieldAt } from './preview.ts';
import { spokenWords } from './spokenWords.ts';
import { showShort } from './zone.ts';

/** Where the choices of a form come from. */
export interface Source {
  zapier: LocalZapier | undefined;
  fields: () => Promise<Field[]>;
  /** What is filled in, with mapped fields filled from the samples. */
  input: Input;
  /** The address that gives the next page. */
  url: string;
}

/** Fewer than this on a page, and the next one is looked at before “Load more” is offered. */
const fewRecords = 20;

const pageOf = async (source: Source, asked: { path: string; scope: string; page: number }) => {
  const { zapier, input, url } = source;
  if (!zapier) throw new Error('Connect an account to load this list.');
  const field = fieldAt(await source.fields(), JSON.parse(asked.path));
  if (!field?.dynamic) throw new Error('This field has no list.');
  const { dynamic } = field;
  const choices = await zapier.choices(dynamic, input, asked.page);
  const known = new Set(choices.map(({ value }) => value));
  const isNew = ({ value }: { value: string }) => !known.has(value);
  const hasMore =
    hasPages(dynamic) &&
    choices.length > 0 &&
    (choices.length >= fewRecords ||
      (await zapier.choices(dynamic, input, asked.page + 1)).some(isNew));
  return {
    choices: choices.map((one) => ({ ...one, words: spokenWords(dynamic, one.label) })),
    next: hasMore ? { url, asked: { ...asked, page: asked.page + 1 } } : undefined,
  };
};

/** A page of a dropdown, as its panel shows it. */
export const choicePage = async (form: FormData, source: Source): Promise<Html> => {
  const text = (name: string) => String(form.get(name) ?? '');
  const page = Number(text('page'));
  try {
    const { choices, next } = await pageOf(source, {
      path: text('path'),
      scope: text('scope'),
      page,
    });
    const rows = drawChoices(choices, next);
    if (page === 0) return drawPanel(rows, choices.length === 0);
    return choices.length > 0 ? rows : html`<li class="empty">That is all.</li>`;
  } catch (error) {
    const problem = trouble(messageOf(error));
    return page === 0 ? troublePanel(problem) : html`<li>${problem}</li>`;
  }
};

const shownSlots = 24;

/** The free times of the calendar that a form names, as buttons that fill its start in. */
export const slotList = async (
  context: Context,
  zapier: LocalZapier | undefined,
  { calendarId, locationId }: Input,
  zone: string,
) => {
  try {
    if (!zapier) throw new Error('Connect an account to see free times.');
    if (!calendarId) throw new Error('Choose the calendar first.');
    const input = { calendarId, ...(locationId ? { locationId } : {}), daysAhead: 14 };
    const slots = await zapier.run('get_free_slots', input, { isLoadingSample: true });
    const times = slots.flatMap(({ startTime }) => (startTime ? [String(startTime)] : []));
    const sorted = times.sort((one, other) => Date.parse(one) - Date.parse(other));
    if (sorted.length === 0) throw new Error('The next 14 days have no free time.');
    return context.html(
      html`<ul class="slot-times" role="list">${sorted
        .slice(0, shownSlots)
        .map(
          (time) =>
            html`<li><button type="button" class="small" data-slot="${time}">${showShort(time, zone)}</button></li>`,
        )}</ul>${sorted.length > shownSlots ? html`<p class="thin">and ${sorted.length - shownSlots} more in the next 14 days</p>` : ''}`,
    );
  } catch (error) {
    return context.html(trouble(messageOf(error)));
  }
};
