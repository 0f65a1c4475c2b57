import type { PlainInputField } from 'zapier-platform-core';
import { creates } from '../creates/index.ts';
import { titleOf } from '../lib/outputFields.ts';
import { searches } from '../searches/index.ts';
import { triggers } from '../triggers/index.ts';
import { recipes } from './index.ts';
import { introduction } from './introduction.ts';
import { fill } from './values.ts';
import {
  isChoice,
  isOurs,
  type Mapping,
  type Recipe,
  type Step,
  stepsOf,
  type Zap,
} from './zap.ts';

interface Shown {
  key: string;
  display: { label: string };
  operation: { inputFields?: unknown[]; outputFields?: unknown[] };
}
const kinds = [
  ['trigger', triggers],
  ['action', creates],
  ['search', searches],
] as const;
const all = new Map(
  kinds.flatMap(([kind, catalog]) =>
    Object.values(catalog)
      .flat()
      .map(
        (operation) => [operation.key, { kind, operation: operation as unknown as Shown }] as const,
      ),
  ),
);

const plain = (fields: unknown[] | undefined): PlainInputField[] =>
  (fields ?? []).filter(
    (field): field is PlainInputField =>
      typeof field === 'object' && field !== null && 'key' in field,
  );

const operationOf = (key: string) => {
  const found = all.get(key);
  if (!found) throw new Error(`A recipe uses ${key}, which the app does not have.`);
  return found;
};

const fieldOf = (key: string, name: string): PlainInputField => {
  const found = plain(operationOf(key).operation.operation.inputFields).find(
    (field) => field.key === name,
  );
  if (!found) throw new Error(`A recipe fills in ${name} of ${key}, which has no such field.`);
  return found;
};

/** What a later step calls a value: the label of our result, or the other app's own word. */
const resultName = (step: Step | undefined, path: string): string => {
  if (!step || !isOurs(step)) return path;
  const fields = plain(operationOf(step.use).operation.operation.outputFields);
  const key = path.replaceAll('.', '__');
  return fields.find((field) => field.key === key)?.label ?? titleOf(key);
};

const words = (value: unknown, steps: Step[]): string => {
  if (isChoice(value)) return `*choose ${value.choose}*`;
  if (Array.isArray(value)) return value.map((one) => words(one, steps)).join(', ');
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .map((one) => words(one, steps))
      .join(' · ');
  if (typeof value !== 'string')
    return value === true ? 'yes' : value === false ? 'no' : String(value);
  return String(
    fill(value, (number, path) => `[${number}. ${resultName(steps[number - 1], path)}]`),
  );
};

const choiceName = (field: PlainInputField, value: unknown): unknown => {
  const { choices } = field as { choices?: Record<string, string> };
  return typeof value === 'string' && choices && !Array.isArray(choices)
    ? (choices[value] ?? value)
    : value;
};

const rows = (
  map: Mapping,
  steps: Step[],
  labelOf: (key: string) => string,
  use?: string,
): string[] =>
  Object.entries(map).map(([key, value]) => {
    const shown = use ? choiceName(fieldOf(use, key), value) : value;
    return `   - ${labelOf(key)}: ${words(shown, steps).replaceAll('\n', '<br>')}`;
  });

const conditionWords = (step: Extract<Step, { only: unknown }>, steps: Step[]): string => {
  const [value, holds, other] = step.only;
  return `${words(value, steps)} ${holds}${other === undefined ? '' : ` “${words(other, steps)}”`}`;
};

const stepLines = (step: Step, number: number, steps: Step[]): string[] => {
  const head = (text: string) => `${number}. ${text}`;
  if (isOurs(step)) {
    const { kind, operation } = operationOf(step.use);
    const label = step.orCreate ? 'Find or Create Contact' : operation.display.label;
    return [
      head(`**HighLevel: ${label}** (${kind})`),
      ...rows(step.map, steps, (key) => fieldOf(step.use, key).label ?? key, step.use),
      ...(step.orCreate
        ? [
            '   - and, where there is none:',
            ...rows(
              step.orCreate,
              steps,
              (key) => fieldOf('create_contact', key).label ?? key,
              'create_contact',
            ).map((row) => `  ${row}`),
          ]
        : []),
    ];
  }
  if ('only' in step)
    return [head(`**Filter by Zapier**: only continue if ${conditionWords(step, steps)}`)];
  if ('delayUntil' in step)
    return [head(`**Delay by Zapier**: Delay Until ${words(step.delayUntil, steps)}`)];
  if ('delayFor' in step)
    return [head(`**Delay by Zapier**: Delay For ${words(step.delayFor, steps)}`)];
  if ('each' in step)
    return [
      head('**Looping by Zapier**: the steps below run once for each of'),
      ...Object.entries(step.each).map(([name, list]) => `   - ${name}: ${words(list, steps)}`),
    ];
  return [head(`**${step.app}**: ${step.event}`), ...rows(step.map ?? {}, steps, (key) => key)];
};

const zapLines = (zap: Zap): string[] => {
  const whole = stepsOf(zap);
  return whole.flatMap((step, index) => stepLines(step, index + 1, whole));
};

const recipeLines = ({ name, about, limits, zaps }: Recipe): string[] => [
  `### ${name}`,
  '',
  about,
  '',
  ...zaps.flatMap((zap, index) => [
    ...(zaps.length > 1 ? [`Zap ${index + 1}:`, ''] : []),
    ...zapLines(zap),
    '',
  ]),
  ...(limits ? [`> ${limits}`, ''] : []),
];

const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replace(/ /g, '-');

/** docs/zaps.md: how to read it, what Zaps can do, and every recipe by the app beside HighLevel. */
export const zapsPage = (): string => {
  const groups = [...new Set(recipes.map(({ beside }) => beside))];
  return [
    introduction,
    '## Recipes',
    '',
    ...groups.flatMap((group) => [
      `- [${group}](#${slug(group)})`,
      ...recipes
        .filter(({ beside }) => beside === group)
        .map(({ name }) => `  - [${name}](#${slug(name)})`),
    ]),
    '',
    ...groups.flatMap((group) => [
      `## ${group}`,
      '',
      ...recipes.filter(({ beside }) => beside === group).flatMap(recipeLines),
    ]),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
};
