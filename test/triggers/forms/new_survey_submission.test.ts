import listSurveyChoices from '../../../triggers/dropdowns/list_survey_choices.ts';
import newSurveySubmission from '../../../triggers/forms/new_survey_submission.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const now = Date.parse('2026-03-20T08:00:00Z');

beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(now));
afterEach(() => jest.restoreAllMocks());

const asked = (startAt: string, submissions: object[]) =>
  highlevel()
    .get('/surveys/submissions')
    .query({
      locationId: 'loc1',
      surveyId: 'f1',
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
  expect(await poll(newSurveySubmission, { surveyId: 'f1' })).toMatchObject([
    { id: 's2', revision: 'new', others: { color: 'blue' } },
    { id: 's1', revision: 'new' },
  ]);
});

test('if they do not come newest first, reads all of two weeks', async () => {
  asked('2026-02-17', [early, late]);
  asked('2026-03-06', [early, late]);
  const found = await poll(newSurveySubmission, { surveyId: 'f1' });
  expect(found.map(({ id }) => id).sort()).toEqual(['s1', 's2']);
});

test('the dropdown names the surveys', async () => {
  highlevel()
    .get('/surveys/?locationId=loc1&skip=0&limit=50')
    .reply(200, { surveys: [{ id: 'f1', name: 'Contact Us' }], total: 1 });
  expect(await poll(listSurveyChoices)).toEqual([{ id: 'f1', name: 'Contact Us' }]);
});
