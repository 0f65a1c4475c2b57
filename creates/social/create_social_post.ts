import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, dateTime, locationId, longText, text } from '../../fields/common.ts';
import { userId } from '../../fields/ids.ts';
import { recordIn } from '../../lib/api/answers.ts';
import { create } from '../../lib/operations.ts';
import { type RecordType, record, withNamesOf } from '../../lib/record.ts';
import { asObject, isObject } from '../../lib/values.ts';

const input = zod
  .object({
    locationId,
    accountIds: zod
      .array(
        zod.string().meta({ label: 'Account', dynamic: 'list_social_account_choices.id.name' }),
      )
      .min(1)
      .meta({ label: 'Accounts' }),
    summary: longText('Text').optional(),
    media: zod
      .array(text('Medium'))
      .meta({
        label: 'Media',
        helpText: 'The web addresses of pictures or videos. “Upload Media” gives one for a file.',
      })
      .optional(),
    status: choice('Publish', {
      published: 'At once',
      scheduled: 'At the date below',
      draft: 'Not yet: keep it as a draft',
    }),
    scheduleDate: dateTime('Date').optional(),
    type: choice('Type', { post: 'Post', story: 'Story', reel: 'Reel' }).default('post'),
    userId: userId.meta({ label: 'User', helpText: 'In whose name HighLevel publishes it.' }),
    followUpComment: longText('First Comment', 'Not for TikTok and Google. Up to 280 characters.')
      .max(280)
      .optional(),
  })
  .refine(({ summary, media = [] }) => summary || media.length > 0, 'Fill in “Text” or “Media”.')
  .refine(
    ({ status, scheduleDate = '' }) =>
      status !== 'scheduled' || Date.parse(scheduleDate) > Date.now(),
    'Fill in a “Date” in the future to publish at that date.',
  );

const types: Record<string, string> = {
  png: 'image/png',
  gif: 'image/gif',
  mp4: 'video/mp4',
  mov: 'video/mov',
  webm: 'video/webm',
};

/** HighLevel wants the type of each medium (social-planner-v3.json); most addresses end in it. */
const mediumOf = (url: string) => {
  const [, ending = ''] = /\.(\w{3,4})(?:[?#]|$)/.exec(url) ?? [];
  return { url, type: types[ending.toLowerCase()] ?? 'image/jpeg' };
};

const sample = {
  id: '61bb16833b3f2791f9715be2',
  status: 'scheduled',
  type: 'post',
  summary: 'Free check-ups in March!',
  accountIds: ['aF3KhyL8JIuBwzK3m7Ly_ve9EPM428h8vShlRW1KT_125546165645'],
  media: [{ url: 'https://www.example.com/check-up.png', type: 'image/png' }],
  source: 'composer',
  displayDate: '2026-03-05T09:30:00.000Z',
  error: '',
  createdBy: 'GCs5KuzPqTls7vWclkEV',
  locationId: 've9EPM428h8vShlRW1KT',
  createdAt: '2026-03-02T16:04:11.000Z',
  updatedAt: '2026-03-04T09:30:45.000Z',
};

const post: RecordType = record({
  noun: 'social post',
  sample,
  labels: { locationId: 'Sub-Account ID', displayDate: 'Published At', error: 'Why It Failed' },
  // The document wraps it twice.
  parse: (answer) => {
    const { post: found } = asObject(asObject(answer).results);
    return [(isObject(found) ? found : recordIn(answer, post)) ?? {}];
  },
  complete: (records) => records.map((one) => withNamesOf(sample, one)),
});

export default defineCreate({
  key: 'create_social_post',
  noun: 'Social Post',
  display: {
    label: 'Create Social Post',
    description: 'Publishes or schedules a post in the accounts of the Social Planner.',
  },
  operation: create('POST /social-media-posting/{locationId}/posts', {
    input,
    request: ({ media = [], status, scheduleDate, ...values }) => ({
      ...values,
      status,
      ...(status === 'scheduled' ? { scheduleDate } : {}),
      media: media.map(mediumOf),
    }),
    record: post,
  }),
});
