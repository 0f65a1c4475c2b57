import { prepareInput } from '../zaps/stage.ts';
import { isChoice, isOurs, type Ours, type Step, stepsOf, type Values } from '../zaps/zap.ts';
import { type Field, type Input, messageOf } from './app.ts';
import { entryOf } from './catalog.ts';
import { type Problem, stepProblems, zapProblems } from './checks.ts';
import type { Desk } from './context.ts';
import { findOrCreate } from './describe.ts';
import type { Draft } from './draft.ts';
import type { Labels } from './form.ts';
import type { Html } from './markdown.ts';
import type { Setting } from './pages/controls.ts';
import { dataPanel } from './pages/data.ts';
import { editorPage, zapHead } from './pages/editor.ts';
import type { Page } from './pages/layout.ts';
import { type ShownStep, type StepForm, stepPage } from './pages/step.ts';
import { editorUrl, stepList } from './pages/steps.ts';
import { previewOf } from './preview.ts';
import { isTested, outputFieldsOf, sampleResults } from './samples.ts';
import { ownForm } from './stepForm.ts';
import { numberOf } from './zapFile.ts';

/** A step of a Zap, with what is known around it. */
export interface Place {
  draft: Draft;
  step: Step;
  number: number;
  /** What each step gave when it was tested last. */
  results: Values[];
  /** The time zone in which its dates are read. */
  zone: string;
}

/** Finds a step of a Zap by its id; the trigger if there is none. */
export const placeOf = async ({ session }: Desk, draft: Draft, id: string): Promise<Place> => {
  const number = Math.max(1, numberOf(draft.file, id));
  const step = stepsOf(draft.file)[number - 1] as Step;
  const zone = await session.zoneOf(step as Ours, isOurs(step) ? step.map : {});
  return { draft, step, number, results: sampleResults(draft), zone: zone.name };
};

const withoutChoices = (map: Values): Values =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => !isChoice(value)));

const labelsIn = (step: Step): Labels => new Map(Object.entries(step.labels ?? {}));

/** What a step would send now; with mapped fields filled from the samples, so that dropdowns know their parents. */
export const preparedOf = async (
  { session }: Desk,
  { step, number, results }: Place,
): Promise<{ input: Input; fields: Field[] } | undefined> => {
  if (!isOurs(step) || step.use === '') return undefined;
  const before = results.slice(0, number - 1);
  return prepareInput(session.stage(), { ...step, map: withoutChoices(step.map) }, before);
};

const settingOf = (place: Place, scope: string, fields: Field[], converts: boolean): Setting => {
  const { draft, step, results, number, zone } = place;
  const url = `/zaps/${draft.id}/steps/${step.id}`;
  const shown = { fields, results: results.slice(0, number - 1), zone, converts };
  return {
    groups: [],
    input: {},
    labels: labelsIn(step),
    scope,
    choices: `${url}/choices`,
    redraw: { url: `${url}/form`, target: '#fields' },
    zone,
    previewAt: (value, path) => previewOf(value, path, shown),
  };
};

/** The form of “what to create if nothing is found”. */
export const createForm = async ({ session }: Desk, place: Place): Promise<StepForm['create']> => {
  const { step, results, number } = place;
  const both = isOurs(step) ? findOrCreate(step.use) : undefined;
  if (!isOurs(step) || !step.orCreate || !both) return undefined;
  const before = results.slice(0, number - 1);
  const call = { key: both.create, map: step.orCreate };
  const prepared = await prepareInput(session.stage(), step, before, call);
  // The sub-account is that of the search.
  const fields = prepared.fields.filter(({ key }) => key !== 'locationId');
  const groups = entryOf(both.create)?.groups ?? [];
  const setting = settingOf(place, 'create/', fields, true);
  return { fields, setting: { ...setting, groups, input: step.orCreate } };
};

/** The form of a step. */
export const stepFormOf = async (desk: Desk, place: Place): Promise<StepForm> => {
  const { step, number } = place;
  const own = ownForm(step, number === 1);
  if (own)
    return {
      fields: own.fields,
      setting: { ...settingOf(place, '', own.fields, false), input: own.input },
    };
  const { use, map } = step as Ours;
  try {
    const { fields = [] } = (await preparedOf(desk, place)) ?? {};
    const setting: Setting = {
      ...settingOf(place, '', fields, true),
      groups: entryOf(use)?.groups ?? [],
      input: withoutChoices(map),
      offersSlots: use === 'create_appointment' ? ['startTime'] : [],
    };
    const create = await createForm(desk, place);
    return { fields, setting, ...(create ? { create } : {}) };
  } catch (error) {
    return { fields: [], setting: settingOf(place, '', [], true), trouble: messageOf(error) };
  }
};

/** A step as its page shows it. */
export const shownStep = async (desk: Desk, place: Place): Promise<ShownStep> => {
  const { draft, step, number, results } = place;
  const prepared = await preparedOf(desk, place).catch(() => undefined);
  return {
    session: desk.session,
    zapId: draft.id,
    step,
    number,
    count: stepsOf(draft.file).length,
    form: await stepFormOf(desk, place),
    problems: await stepProblems(desk.session, draft, number, results),
    sends: prepared?.input,
  };
};

const dataOf = async (desk: Desk, { draft, number, results }: Place): Promise<Html> => {
  const before = stepsOf(draft.file).slice(0, number - 1);
  const sources = await Promise.all(
    before.map(async (step, index) => ({
      step,
      number: index + 1,
      sample: results[index] ?? {},
      outputFields: await outputFieldsOf(desk.session, step),
      isTested: isTested(draft, step),
    })),
  );
  return dataPanel(sources);
};

/** The editor with a step open. */
export const editor = async (
  desk: Desk,
  draft: Draft,
  step = '',
  notice: Html | '' = '',
): Promise<Page> => {
  const place = await placeOf(desk, draft, step);
  const current = place.step.id ?? '';
  const problems: Problem[] = await zapProblems(desk.session, draft);
  const [shown, data] = await Promise.all([shownStep(desk, place), dataOf(desk, place)]);
  return {
    title: draft.file.name,
    place: 'zaps',
    url: editorUrl(draft.id, current),
    content: editorPage({
      head: zapHead(draft, desk.session.live(draft.id), 'editor', current),
      notice,
      list: stepList(draft, current, problems),
      step: stepPage(shown),
      data,
      openStep: current,
    }),
  };
};
