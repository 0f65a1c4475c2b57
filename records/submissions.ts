import type { Paging } from '../lib/polling/paging.ts';
import { record } from '../lib/record.ts';

const sample = {
  id: '38303ec7-629a-49e2-888a-cf8bf0b1f97e',
  contactId: 'ocQHyuzHvysMo5N5VsXc',
  name: 'Maria Alvarez',
  email: 'maria.alvarez@example.com',
  others: {
    full_name: 'Maria Alvarez',
    email: 'maria.alvarez@example.com',
    phone: '+14155550134',
    message: 'Do you have a free appointment on Friday?',
    eventData: {
      source: 'direct',
      page: { title: 'Contact us', url: 'https://brightsmile.example.com/contact' },
    },
    fieldsOriSequance: ['full_name', 'email', 'phone', 'message'],
  },
  createdAt: '2026-03-04T09:30:45.000Z',
};
const labels = {
  others__fieldsOriSequance: 'Fields in Order',
  others__eventData__source: 'Visit Source',
  others__eventData__page__title: 'Page Title',
  others__eventData__page__url: 'Page Address',
};

const common = { noun: 'submission', many: 'submissions', sample, labels } as const;

/** What was filled in through a form (forms.json, FormsSubmissionsSubmissionsSchema). */
export const formSubmissions = record({
  ...common,
  sample: { ...sample, formId: 'YSWdvS4Is98wtIDGnpmI' },
});

/** What was filled in through a survey (surveys.json, GetSurveysSubmissionSchema). */
export const surveySubmissions = record({
  ...common,
  sample: { ...sample, surveyId: 'jjusM6EOngDExnbo2DbU' },
});

/** Submissions page by page, in no order that a document states (api#order-of-submissions). */
export const submissionPages: Paging = {
  size: 100,
  params: ({ index, size }) => ({ page: index + 1, limit: size }),
};

/** The same if they come newest first, which each poll checks (api#order-of-submissions). */
export const newestSubmissionPages: Paging = { ...submissionPages, newest: { new: 'createdAt' } };
