import type { PlainInputField } from 'zapier-platform-core';
import { creates } from '../creates/index.ts';
import { titleOf } from '../lib/outputFields.ts';
import { searches } from '../searches/index.ts';
import { triggers } from '../triggers/index.ts';
import { recipes } from './index.ts';
import { fill, isChoice, isOurs, type Mapping, type Recipe, type Step, type Zap } from './zap.ts';

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
    return `   - ${labelOf(key)}: ${words(shown, steps)}`;
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
  if ('each' in step)
    return [
      head('**Looping by Zapier**: the steps below run once for each of'),
      ...Object.entries(step.each).map(([name, list]) => `   - ${name}: ${words(list, steps)}`),
    ];
  return [head(`**${step.app}**: ${step.event}`), ...rows(step.map ?? {}, steps, (key) => key)];
};

const zapLines = ({ trigger, steps }: Zap): string[] => {
  const whole = [trigger, ...steps];
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

const introduction = `# Zaps

Made by \`npm run docs\` from the recipes in \`zaps/\`; please do not edit. Each recipe runs in \`test/zaps/\`, through Zapier's core against the sandbox, with the other app's side as its input.

## How to read a recipe

- Step 1 starts the Zap. The steps below it run one after the other.
- **HighLevel** steps are of this app. Their names and fields are written as Zapier's editor shows them.
- [1. Phone] means: insert “Phone” from step 1.
- \`{{zap_meta_utc_iso}}\` is typed as it stands here: it is Zapier’s own word for the present time.
- *choose …* means: pick it from the dropdown while you set the Zap up.
- Steps of the other app are in our own words. Look for the event or action of that app that comes closest. Not every app has every event; “Webhooks by Zapier” helps where the app can call a web address.
- On an agency connection each HighLevel step asks for the Sub-Account first.

## What a Zap can and cannot do here

- **Triggers ask every few minutes.** None of the 55 triggers is instant; Zapier asks every 1 to 15 minutes, depending on the plan.
- **“Trigger On” decides.** “A new …” fires once for each record. “A new or changed …” fires at every change too.
- **Tasks, notes and appointments hang on a contact.** *Get Contact Tasks*, *Get Contact Notes* and *Get Contact Appointments* watch one contact, which you choose. That is right for a few important contacts or for a test. It is not the way to watch a thousand: each needs a Zap of its own.
  - Appointments of everybody: *List Calendar Events* watches a whole calendar, a user or a calendar group.
  - Tasks and notes of everybody with an opportunity: *Search Opportunities* with “With Notes”, “With Tasks” and “With Appointments” brings those of the contact along. It fires when the opportunity is new or changes, not when only a task or a note does.
  - Tasks and notes of everybody, at once: build a workflow in HighLevel with a webhook action, and start the Zap with “Webhooks by Zapier”. That part does not go through this app.
- **In the middle of a Zap** only two things can be looked up: a contact (*Find Contact*) and a sub-account (*Find Location by ID*). A list of tasks or notes cannot be read there. So a Zap that makes a task should remember its ID, with “Storage by Zapier”, “Zapier Tables” or a field of the other app; the recipes below do.
- **Two directions make a circle.** If one Zap copies from A to B and another from B to A, a filter must keep them apart. The recipes mark what they copied and leave marked things alone.
- **Texts are sent by the text-message app.** This app has no action that sends a message. A HighLevel workflow can send one: *Add Contact to Workflow* starts it.
`;

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
