import type { Trigger } from 'zapier-platform-core';
import { highlevel } from './api.ts';
import { failure, poll } from './run.ts';

const now = Date.parse('2026-03-02T08:00:00Z');
const day = 86_400_000;
const at = (days: number) => new Date(now + days * day).toISOString();

/** What the triggers on the times of a calendar have in common. @param path of the list that the trigger reads */
export const expectEventList = (trigger: Trigger, path: string): void => {
  const asked = (query: Record<string, string>, events: object[]) =>
    highlevel('2021-04-15')
      .get(path)
      .query({ locationId: 'loc1', ...query })
      .reply(200, { events });

  beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(now));
  afterEach(() => jest.restoreAllMocks());

  test('asks for the days around now and drops what HighLevel lists beyond them', async () => {
    const span = { startTime: String(now - 2 * day), endTime: String(now + 10 * day) };
    asked({ calendarId: 'cal1', ...span }, [
      { id: 'e1', startTime: '2026-03-04T12:00:00+02:00', dateAdded: at(-9) },
      { id: 'e2', startTime: at(9), dateAdded: at(-1) },
      { id: 'leaked', startTime: at(11), dateAdded: at(-1) },
      { id: 'deleted', startTime: at(1), dateAdded: at(-1), deleted: true },
      { id: 'of years ago', startTime: at(1), dateAdded: at(-1_200) },
    ]);

    const events = await poll(trigger, { calendarId: 'cal1', daysBack: 2, daysAhead: 10 });

    expect(events).toMatchObject([
      { id: 'e2', revision: 'new', startTime: at(9) },
      { id: 'e1', revision: 'new', startTime: '2026-03-04T12:00:00+02:00' },
    ]);
  });

  test('seeds a year back and three years further ahead than it polls', async () => {
    const span = { startTime: String(now - 366 * day), endTime: String(now + 1_128 * day) };
    asked({ userId: 'u1', ...span }, [{ id: 'far', startTime: at(900), dateAdded: at(-1) }]);

    const seeds = await poll(trigger, { userId: 'u1' }, { meta: { isPopulatingDedupe: true } });

    expect(seeds).toMatchObject([{ id: 'far', revision: 'new' }]);
  });

  test('on request counts a changed one as new', async () => {
    const span = { startTime: String(now - 7 * day), endTime: String(now + 30 * day) };
    asked({ groupId: 'g1', ...span }, [
      { id: 'e1', startTime: at(1), dateAdded: at(-9), dateUpdated: at(-1) },
    ]);

    const events = await poll(trigger, { groupId: 'g1', triggerOn: 'changed' });

    expect(events).toMatchObject([{ id: 'e1', revision: at(-1) }]);
  });

  test.each([{}, { calendarId: 'cal1', userId: 'u1' }])('sends nothing for %j', async (input) => {
    expect(await failure(poll(trigger, input))).toContain(
      'Choose exactly one: a calendar, a user or a calendar group.',
    );
  });

  test.each([
    ['daysBack', 'Days Back'],
    ['daysAhead', 'Days Ahead'],
  ])('%s has an end, as time has', async (field, label) => {
    const many = { calendarId: 'cal1', [field]: 99_999_999_999_999 };
    expect(await failure(poll(trigger, many))).toBe(`“${label}” must be 3,650 or less.`);
  });
};
