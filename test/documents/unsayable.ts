/** What these endpoints need and a form cannot show, as people would write it in “More Fields (JSON)”. */
const localized = { en_US: 'Free check-up' };

export const unsayable: Record<string, object> = {
  'POST /ad-publishing/linkedin/{accountId}/form': {
    content: {
      questions: [
        { question: { localized }, name: 'goal', questionDetails: { textQuestionDetails: {} } },
      ],
      headline: { localized },
      postSubmissionInfo: {
        message: { localized },
        callToAction: {
          callToActionTarget: { landingPageUrl: 'https://example.com' },
          callToActionLabel: 'LEARN_MORE',
        },
      },
      legalInfo: { consents: [{ checkRequired: true, id: 1, consent: { localized } }] },
    },
  },
  'POST /courses/courses-exporter/public/import': {
    products: [
      {
        title: 'Whitening at home',
        description: 'In five lessons',
        categories: [{ title: 'Basics', visibility: 'published' }],
      },
    ],
  },
  'POST /emails/builder/data': { dnd: { attrs: {}, templateSettings: {} } },
  'POST /invoices/estimate/template': { items: [['Whitening']] },
  'PUT /invoices/estimate/template/{templateId}': { items: [['Whitening']] },
  'POST /products/store/{storeId}/priority': { products: [['p1']] },
  'POST /calendars/schedules/event-calendar/{calendarId}': {
    rules: [{ type: 'wday', day: 'monday', intervals: [{ from: '09:00', to: '17:00' }] }],
  },
};
