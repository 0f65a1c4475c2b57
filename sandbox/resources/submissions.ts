import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { limit, optionalText, skip, text } from '../gateway/schemas.ts';
import {
  formSubmissions,
  forms,
  type Submission,
  surveySubmissions,
  surveys,
} from '../seed/submissions.ts';
import { iso, pageOf } from './records.ts';

const version = '2021-07-28' as const;
const DAY = 86_400_000;

const listed = zod.strictObject({
  locationId: text,
  skip,
  limit: limit(50, 10),
  type: optionalText,
});

const day = zod.iso.date().optional();

const asked = {
  locationId: text,
  page: zod.coerce.number().int().min(1).default(1),
  limit: limit(100, 20),
  q: optionalText,
  startAt: day,
  endAt: day,
};

type Asked = {
  page: number;
  limit: number;
  q?: string | undefined;
  startAt?: string | undefined;
  endAt?: string | undefined;
};

/** Those of the days, a month up to today unless said; newest first here, which the document does not promise. */
function found(all: Iterable<Submission>, of: string | undefined, query: Asked, now: number) {
  const { page, limit: size, q = '', startAt, endAt } = query;
  const start = startAt ? Date.parse(startAt) : now - 31 * DAY;
  const end = (endAt ? Date.parse(endAt) : now) + DAY;
  const fitting = [...all]
    .filter(({ createdAt }) => createdAt >= start && createdAt < end)
    .filter(({ formId }) => !of || formId === of)
    .filter(({ contactId, name, email }) =>
      [contactId, name, email].some((part) => part.toLowerCase().includes(q.toLowerCase())),
    )
    .sort((a, b) => b.createdAt - a.createdAt);
  const pages = Math.ceil(fitting.length / size);
  return {
    page: pageOf(fitting, (page - 1) * size, size),
    meta: {
      total: fitting.length,
      currentPage: page,
      nextPage: page < pages ? page + 1 : null,
      prevPage: page > 1 ? page - 1 : null,
    },
  };
}

const shown = ({ createdAt, message, formId: _, ...rest }: Submission) => ({
  ...rest,
  others: {
    full_name: rest.name,
    email: rest.email,
    message,
    eventData: {
      source: 'direct',
      page: { title: 'Contact us', url: 'https://brightsmiledental.example/contact' },
    },
    fieldsOriSequance: ['full_name', 'email', 'message'],
  },
  createdAt: iso(createdAt),
});

/** Forms and surveys with what was filled in (forms.json, surveys.json). */
export const submissionLists = [
  endpoint(
    'GET /forms/',
    { version, scopes: ['forms.readonly'], query: listed },
    ({ query, location }) => {
      const all = [...forms(location).values()];
      return { forms: pageOf(all, query.skip, query.limit), total: all.length };
    },
  ),

  endpoint(
    'GET /surveys/',
    { version, scopes: ['surveys.readonly'], query: listed },
    ({ query, location }) => {
      const all = [...surveys(location).values()];
      return { surveys: pageOf(all, query.skip, query.limit), total: all.length };
    },
  ),

  endpoint(
    'GET /forms/submissions',
    {
      version,
      scopes: ['forms.readonly'],
      query: zod.strictObject({ ...asked, formId: optionalText }),
    },
    ({ query, location, now }) => {
      const all = formSubmissions(location).values();
      const { page, meta } = found(all, query.formId, query, now);
      return { submissions: page.map((one) => ({ ...shown(one), formId: one.formId })), meta };
    },
  ),

  endpoint(
    'GET /surveys/submissions',
    {
      version,
      scopes: ['surveys.readonly'],
      query: zod.strictObject({ ...asked, surveyId: optionalText }),
    },
    ({ query, location, now }) => {
      const all = surveySubmissions(location).values();
      const { page, meta } = found(all, query.surveyId, query, now);
      return { submissions: page.map((one) => ({ ...shown(one), surveyId: one.formId })), meta };
    },
  ),
];
