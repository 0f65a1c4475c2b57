import { recordIn } from '../lib/api/answers.ts';
import { type RecordType, record, withNamesOf } from '../lib/record.ts';
import { asObject, isObject } from '../lib/values.ts';

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

/** A post of the Social Planner, which the document wraps twice (social-planner-v3.json). */
export const socialPost: RecordType = record({
  noun: 'social post',
  sample,
  labels: { locationId: 'Sub-Account ID', displayDate: 'Published At', error: 'Why It Failed' },
  parse: (answer) => {
    const { post } = asObject(asObject(answer).results);
    return [(isObject(post) ? post : recordIn(answer, socialPost)) ?? {}];
  },
  complete: (records) => records.map((one) => withNamesOf(sample, one)),
});
