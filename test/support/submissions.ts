import type { Trigger } from 'zapier-platform-core';
import { highlevel } from './api.ts';
import { poll } from './run.ts';

const now = Date.parse('2026-03-20T08:00:00Z');

const submission = (id: string, createdAt: string) => ({
  id,
  createdAt,
  others: { color: 'blue' },
});
const early = submission('s1', '2026-03-19T08:00:00.000Z');
const late = submission('s2', '2026-03-20T07:00:00.000Z');

/** What the triggers on forms and surveys have in common. @param word of what is submitted: `form` */
export const expectSubmissions = (
  trigger: Trigger,
  dropdown: Trigger,
  word: 'form' | 'survey',
): void => {
  const chosen = { [`${word}Id`]: 'f1' };
  const asked = (startAt: string, submissions: object[]) =>
    highlevel()
      .get(`/${word}s/submissions`)
      .query({
        locationId: 'loc1',
        ...chosen,
        startAt,
        endAt: '2026-03-22',
        page: '1',
        limit: '100',
      })
      .reply(200, { submissions, meta: { total: submissions.length } });

  beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(now));
  afterEach(() => jest.restoreAllMocks());

  test('reads the newest submissions of a month', async () => {
    asked('2026-02-17', [late, early]);
    expect(await poll(trigger, chosen)).toMatchObject([
      { id: 's2', revision: 'new', others: { color: 'blue' } },
      { id: 's1', revision: 'new' },
    ]);
  });

  test('if they do not come newest first, reads all of two weeks', async () => {
    asked('2026-02-17', [early, late]);
    asked('2026-03-06', [early, late]);
    const found = await poll(trigger, chosen);
    expect(found.map(({ id }) => id).sort()).toEqual(['s1', 's2']);
  });

  test(`the dropdown names the ${word}s`, async () => {
    highlevel()
      .get(`/${word}s/?locationId=loc1&skip=0&limit=50`)
      .reply(200, { [`${word}s`]: [{ id: 'f1', name: 'Contact Us' }], total: 1 });
    expect(await poll(dropdown)).toEqual([{ id: 'f1', name: 'Contact Us' }]);
  });
};
