import type { Paging } from '../lib/polling/paging.ts';
import { record } from '../lib/record.ts';

/** Calls of voice AI agents (voice-ai.json, CallLogDTO). */
export const voiceCalls = record({
  noun: 'call',
  many: 'callLogs',
  sample: {
    id: '507f1f77bcf86cd799439011',
    contactId: 'ocQHyuzHvysMo5N5VsXc',
    agentId: '507f1f77bcf86cd799439013',
    isAgentDeleted: false,
    fromNumber: '+14155550134',
    createdAt: '2026-03-04T09:30:45.000Z',
    duration: 73,
    trialCall: false,
    summary: 'Asked for a whitening appointment next week.',
    transcript: 'bot: Bright Smile Dental, how can I help?\nhuman: I would like an appointment.',
    extractedData: { reason: 'Whitening' },
    messageId: 't22c6DQcTDf3MjRhwf77',
  },
  labels: {
    agentId: 'Agent ID',
    fromNumber: 'Caller’s Number',
    duration: 'Duration (Seconds)',
    trialCall: 'Is Test Call',
  },
  complete: (records) => records.map(({ executedCallActions, translation, ...one }) => one),
});

/** `GET /voice-ai/dashboard/call-logs`: newest first, page after page. */
export const voiceCallPages: Paging = {
  size: 50,
  newest: { new: 'createdAt' },
  params: ({ index, size }) => ({
    sortBy: 'createdAt',
    sort: 'descend',
    page: index + 1,
    pageSize: size,
  }),
};
