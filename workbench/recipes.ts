import { recipes } from '../zaps/index.ts';
import { isChoice, isOurs, type Ours, type Recipe, type Step, type Values } from '../zaps/zap.ts';
import type { Field, Input } from './app.ts';
import { labelKey } from './form.ts';
import type { Session } from './session.ts';
import { withIds, type ZapFile } from './zapFile.ts';

/** A recipe’s name in a link. */
export const recipeId = ({ name }: Recipe): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replace(/ /g, '-');

const byId = new Map(recipes.map((recipe) => [recipeId(recipe), recipe]));

/** A recipe by its name in a link. */
export const recipeOf = (id: string): Recipe | undefined => byId.get(id);

const choose = async (
  session: Session,
  field: Field | undefined,
  input: Input,
): Promise<{ value: string; label: string } | undefined> => {
  const { connection } = session;
  if (!connection || !field?.dynamic) return undefined;
  const [first] = await connection.zapier.choices(field.dynamic, input).catch(() => []);
  return first;
};

/** A step with the first choice of each dropdown that the recipe leaves to the person, and with the sub-account. */
const filledStep = async (session: Session, step: Ours): Promise<Ours> => {
  const { connection, sandbox } = session;
  if (!connection) return step;
  const main = connection.kind === 'agency' ? sandbox?.state.main : undefined;
  const place: Values = main ? { locationId: main.id } : {};
  const fields = await connection.zapier.fields(step.use, place).catch(() => []);
  const asksPlace = main && fields.some(({ key }) => key === 'locationId');
  const map: Values = { ...(asksPlace ? place : {}), ...step.map };
  const labels: Record<string, string> = asksPlace
    ? { [labelKey(['locationId'], main.id)]: main.record.name }
    : {};
  for (const [key, value] of Object.entries(step.map)) {
    if (!isChoice(value)) continue;
    const plain = Object.fromEntries(Object.entries(map).filter(([, one]) => !isChoice(one)));
    const field = fields.find((one) => one.key === key);
    const choice = await choose(session, field, plain);
    if (!choice) continue;
    map[key] = field?.list ? [choice.value] : choice.value;
    labels[labelKey([key], choice.value)] = choice.label;
  }
  return { ...step, map, ...(Object.keys(labels).length > 0 ? { labels } : {}) };
};

/** Copies a recipe into Zap files, filled in as far as the connection allows; gives their ids. */
export const openRecipe = async (session: Session, recipe: Recipe): Promise<string[]> => {
  const ids: string[] = [];
  for (const [index, zap] of recipe.zaps.entries()) {
    const fillIn = async <S extends Step>(step: S): Promise<S> =>
      isOurs(step) ? ((await filledStep(session, step)) as S) : step;
    const steps: Step[] = [];
    for (const step of zap.steps) steps.push(await fillIn(step));
    const name = recipe.zaps.length > 1 ? `${recipe.name}, Zap ${index + 1}` : recipe.name;
    const file: ZapFile = withIds({
      name: session.store.freeName(name),
      recipe: recipe.name,
      ...structuredClone({ trigger: await fillIn(zap.trigger), steps }),
    });
    ids.push(session.store.add(file));
  }
  return ids;
};
