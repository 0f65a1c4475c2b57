import listFormChoices from '../../../triggers/dropdowns/list_form_choices.ts';
import newFormSubmission from '../../../triggers/forms/new_form_submission.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const now = Date.parse('2026-03-20T08:00:00Z');

beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(now));
afterEach(() => jest.restoreAllMocks());

const asked = (startAt: string, submissions: object[]) =>
  highlevel()
    .get('/forms/submissions')
    .query({
      locationId: 'loc1',
      formId: 'f1',
      startAt,
      endAt: '2026-03-22',
      page: '1',
      limit: '100',
    })
    .reply(200, { submissions, meta: { total: submissions.length } });

const submission = (id: string, createdAt: string) => ({
  id,
  createdAt,
  others: { color: 'blue' },
});
const early = submission('s1', '2026-03-19T08:00:00.000Z');
const late = submission('s2', '2026-03-20T07:00:00.000Z');

test('reads the newest submissions of a month', async () => {
  asked('2026-02-17', [late, early]);
  expect(await poll(newFormSubmission, { formId: 'f1' })).toMatchObject([
    { id: 's2', revision: 'new', others: { color: 'blue' } },
    { id: 's1', revision: 'new' },
  ]);
});

test('if they do not come newest first, reads all of two weeks', async () => {
  asked('2026-02-17', [early, late]);
  asked('2026-03-06', [early, late]);
  const found = await poll(newFormSubmission, { formId: 'f1' });
  expect(found.map(({ id }) => id).sort()).toEqual(['s1', 's2']);
});

test('the dropdown names the forms', async () => {
  highlevel()
    .get('/forms/?locationId=loc1&skip=0&limit=50')
    .reply(200, { forms: [{ id: 'f1', name: 'Contact Us' }], total: 1 });
  expect(await poll(listFormChoices)).toEqual([{ id: 'f1', name: 'Contact Us' }]);
});
