import fc from 'fast-check';
import type { PlainInputField } from 'zapier-platform-core';
import { times } from '../support/depth.ts';
import {
  answering,
  chosenFor,
  connectionFor,
  formFields,
  type Kind,
  leavesOf,
  type Operation,
  operations,
  partsOf,
  routesFor,
} from '../support/operations.ts';
import { bundleOf, performOf, plainZ, type Request, type Result } from '../support/zapier.ts';
import { inputs, stray } from './nonsense.ts';

const visible = operations.filter(({ operation }) => !operation.display.hidden).length;
const runs = Math.ceil(10_000 / Math.max(visible, 1));

/** Reads that write names and zones beside ids; any operation may make them. */
const lookUps = [
  'GET /locations/{locationId}',
  'GET /locations/{locationId}/customFields',
  'GET /opportunities/pipelines',
  'GET /associations/',
];

const patternOf = (route: string): RegExp => {
  const [method = '', target = ''] = route.split(' ');
  const path = target.replace(/\?.*/, '').replace(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${method} ${path}$`);
};

const isOwn = (operation: Operation) => {
  const patterns = [...routesFor(operation), ...lookUps].map(patternOf);
  return ({ method, path }: { method: string; path: string }) =>
    patterns.some((pattern) => pattern.test(`${method} ${path}`)) &&
    path.split('/').every((part) => !/^\.{1,2}$|[/\\\p{Cc}]/u.test(decodeURIComponent(part)));
};

interface Trial {
  gave?: unknown;
  error?: Error;
  requests: Request[];
}

const attempt = async (
  kind: Kind,
  operation: Operation,
  answer: (request: Request) => Result,
  inputData: Result,
): Promise<Trial> => {
  const requests: Request[] = [];
  const z = plainZ((request) => {
    requests.push(request);
    return answer(request);
  });
  const meta = kind === 'triggers' ? { isLoadingSample: true } : {};
  const filled = { ...structuredClone(inputData), ...chosenFor(operation) };
  const bundle = bundleOf(filled, meta, connectionFor(operation));
  return Promise.resolve()
    .then(() => performOf(operation)(z, bundle))
    .then(
      (gave) => ({ gave, requests }),
      (error: Error) => ({ error, requests }),
    );
};

const forPeople = new Set(['HaltedError', 'AppError']);

/** Fields that are not sent, and why. */
const keptBack: Record<string, string[]> = {
  'only fill the dropdown of another field': [
    'listCalendarId',
    'objectKey',
    'blogId',
    'conversationId',
  ],
  'choose among the endpoints of this operation': ['triggerOn', 'apiArea', 'apiEndpoint'],
};
const inAnswer = (...fields: string[]) =>
  Object.fromEntries(fields.map((field) => [field, 'looked for in what HighLevel lists']));
const keptBackIn: Record<string, Record<string, string>> = {
  find_user: inAnswer('email', 'name'),
  find_task: inAnswer('title'),
  find_note: inAnswer('body', 'userId'),
  find_tag: inAnswer('name'),
  find_workflow: inAnswer('name'),
  find_calendar: inAnswer('name'),
  find_pipeline_stage: inAnswer('name', 'pipelineId'),
  find_custom_field: inAnswer('name', 'fieldKey'),
  find_business: inAnswer('name', 'email', 'phone'),
  find_invoice: inAnswer('invoiceNumber'),
  find_form_submission: inAnswer('contactId'),
  find_appointment: inAnswer('contactId', 'calendarId', 'assignedUserId'),
  find_messages: { contactId: 'the conversation itself was chosen' },
  find_contacts: {
    to: 'only for “is between”, as its help says',
    value: 'not for “is filled in” and “is empty”',
  },
  find_relations: { objectKey: 'only fills the dropdown of records' },
  cancel_scheduled_message: { messageId: 'an email is canceled by its own ID' },
  find_contact: {
    phone: 'only asked for where the email finds nobody',
    email: 'the contact itself was chosen',
  },
  search_contacts: {
    to: 'only for “is between”, as its help says',
    value: 'not for “is filled in” and “is empty”',
  },
  delete_relation: { recordId: 'only fills the dropdown of relations' },
  upsert_opportunity: { contactId: 'the opportunity itself was chosen' },
  contact_changed: { watched: 'only tells which fields count' },
  contact_tagged: { tag: 'in lower case, as HighLevel keeps tags' },
  remove_contact_tags: { tags: 'in lower case, as HighLevel keeps tags' },
  bulk_update_contact_tags: { tags: 'to remove in lower case, as HighLevel keeps tags' },
  new_opportunity: { pipelineId: 'only tells which of all opportunities count' },
  opportunity_status_changed: { pipelineId: 'only tells which of all opportunities count' },
  opportunity_stage_changed: {
    fromStage: 'only tells which moves count',
    toStage: 'only tells which moves count',
  },
  create_custom_field: { options: 'only for a field to choose from' },
  create_product: {
    price__name: 'only if there is a price',
    price__currency: 'only if there is a price',
  },
  create_social_post: { scheduleDate: 'only to publish at that date' },
};

/** The texts that were filled in and must arrive as they are, IDs without blanks: those of plain fields, of lists and of line items. */
const textsOf = (
  { type = 'string', choices, children, list, key, dynamic }: PlainInputField,
  value: unknown,
): [string, string][] => {
  if (children) {
    const rows = [value]
      .flat()
      .filter((row) => typeof row === 'object' && row !== null) as Result[];
    return rows.flatMap((row) => children.flatMap((child) => textsOf(child, row[child.key])));
  }
  if (choices || (type !== 'string' && type !== 'text')) return [];
  const texts = list && Array.isArray(value) ? value : [value];
  return texts.flatMap((text): [string, string][] =>
    typeof text === 'string' && text.trim() !== '' ? [[key, dynamic ? text.trim() : text]] : [],
  );
};

const isKeptBack = (operation: Operation, field: string): boolean =>
  field in (keptBackIn[operation.key] ?? {}) ||
  (Object.values(keptBack).flat().includes(field) &&
    !routesFor(operation).some((route) => route.includes(`{${field}}`)));

// Half an emoji has no place in UTF-8.
const whole = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

describe.each(operations)('$kind $key', ({ kind, operation }) => {
  test('sends nonsense nowhere but to its own endpoints, and breaks at none', async () => {
    const fields = await formFields(operation, kind);
    const own = isOwn(operation);
    const answer = answering(operation, kind);
    await fc.assert(
      fc.asyncProperty(inputs(fields), async (inputData) => {
        const { gave, error, requests } = await attempt(kind, operation, answer, inputData);
        if (error) {
          // The stack is looked at only if it is needed: jest maps it to the sources, which takes long.
          if (!forPeople.has(error.name)) throw error;
        }
        const sent = requests.map(partsOf);
        const said = sent.flatMap(({ path, query, body }) => [
          ...path.split('/').map(decodeURIComponent),
          ...leavesOf(query),
          ...leavesOf(body),
        ]);
        expect({
          elsewhere: sent.filter((part) => !own(part)),
          strange: said.filter((one) => one === stray || String(one).includes('[object')),
          inHeaders: requests.filter(({ headers }) =>
            /evil/i.test(Object.values(headers ?? {}).join()),
          ),
        }).toEqual({ elsewhere: [], strange: [], inHeaders: [] });
        if (gave === undefined) return;
        const texts = said.map((one) => whole(String(one)));
        for (const [field, text] of fields.flatMap((one) => textsOf(one, inputData[one.key]))) {
          if (isKeptBack(operation, field)) continue;
          // A custom value that does not fit its field is left out, and the record says so.
          if (field.startsWith('customField__') && Object(gave).warning) continue;
          const found = texts.some((one) => one.includes(whole(text)) || one === text.trim());
          if (!found) expect(texts).toContainEqual([field, text]);
        }
      }),
      { numRuns: times(runs), seed: Number(process.env.SEED ?? 1) },
    );
    expect({}).not.toHaveProperty('polluted');
  });
});
