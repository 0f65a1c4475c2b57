import { defineCreate } from 'zapier-platform-core';
import * as zod from 'zod';
import { choice, dateTime, list, locationId, longText, text } from '../../fields/common.ts';
import { chosen, userId } from '../../fields/ids.ts';
import { create } from '../../lib/operations.ts';
import { socialPost } from '../../records/socialPosts.ts';

const input = zod
  .object({
    locationId,
    accountIds: list('Accounts', chosen('Account', 'list_social_account_choices.id.name')).min(1),
    summary: longText('Text').optional(),
    media: list(
      'Media',
      text('Medium'),
      'The web addresses of pictures or videos. “Upload Media” gives one for a file.',
    ).optional(),
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
    record: socialPost,
  }),
});
