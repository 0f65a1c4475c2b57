import findFormSubmission from '../../../searches/forms/find_form_submission.ts';
import { highlevel } from '../../support/api.ts';
import { poll } from '../../support/run.ts';

const submissions = [
  { id: 's1', contactId: 'c1', createdAt: '2026-03-01T10:00:00.000Z' },
  { id: 's2', contactId: 'c1', createdAt: '2026-03-03T10:00:00.000Z' },
  { id: 's3', contactId: 'c2', createdAt: '2026-03-04T10:00:00.000Z' },
];
const asked = (query: string) =>
  highlevel()
    .get(`/forms/submissions?${query}&page=1&limit=100`)
    .reply(200, { submissions, meta: { total: 3 } });
const ids = async (input: Record<string, unknown>) =>
  (await poll(findFormSubmission, input)).map(({ id }) => id);

test('the latest of a contact', async () => {
  asked('locationId=loc1&formId=f1&endAt=2026-03-31&q=c1&startAt=2026-03-01');
  const days = { startAt: '2026-03-01', endAt: '2026-03-31' };
  expect(await ids({ formId: 'f1', contactId: 'c1', ...days })).toEqual(['s2', 's1']);
});

test('by a text, from a year ago to what comes now in any time zone, unless the days are said', async () => {
  const now = jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-28T10:00:00Z'));
  asked('locationId=loc1&q=maria&startAt=2025-11-27&endAt=2026-11-30');
  expect(await ids({ q: 'maria' })).toEqual(['s3', 's2', 's1']);
  now.mockRestore();
});

test('without a first day a year back from the last one, if that has passed', async () => {
  const now = jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-28T10:00:00Z'));
  asked('locationId=loc1&q=maria&startAt=2023-02-28&endAt=2024-02-29');
  expect(await ids({ q: 'maria', endAt: '2024-02-29' })).toHaveLength(3);
  asked('locationId=loc1&q=maria&startAt=2025-11-27&endAt=2027-01-01');
  expect(await ids({ q: 'maria', endAt: '2027-01-01' })).toHaveLength(3);
  now.mockRestore();
});
