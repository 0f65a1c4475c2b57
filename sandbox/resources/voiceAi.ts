import * as zod from 'zod';
import { endpoint } from '../gateway/endpoint.ts';
import { limit, optionalText, text } from '../gateway/schemas.ts';
import { voiceAgents, voiceCalls } from '../seed/voiceCalls.ts';
import { iso, pageOf } from './records.ts';

const version = '2021-04-15' as const;

const paged = {
  locationId: text,
  page: zod.coerce.number().int().min(1).default(1),
  pageSize: limit(50, 10),
};

/** Agents that answer calls, and their calls (voice-ai.json). */
export const voiceAi = [
  endpoint(
    'GET /voice-ai/agents',
    {
      version,
      scopes: ['voice-ai-agents.readonly'],
      query: zod.strictObject({ ...paged, query: optionalText }),
    },
    ({ query: { page, pageSize }, location }) => {
      const all = [...voiceAgents(location).values()];
      return {
        total: all.length,
        page,
        pageSize,
        agents: pageOf(all, (page - 1) * pageSize, pageSize).map((agent) => ({
          ...agent,
          locationId: location.id,
          businessName: location.record.name,
          welcomeMessage: 'Thank you for calling. How can I help?',
          agentPrompt: 'You answer the calls of a dental practice.',
          voiceId: 'voice1',
          language: 'en-US',
          patienceLevel: 'medium',
          maxCallDuration: 600,
          sendUserIdleReminders: true,
          reminderAfterIdleTimeSeconds: 8,
          timezone: location.record.timezone,
          isAgentAsBackupDisabled: false,
          actions: [],
        })),
      };
    },
  ),

  /** The newest first unless another order is asked for. */
  endpoint(
    'GET /voice-ai/dashboard/call-logs',
    {
      version,
      scopes: ['voice-ai-dashboard.readonly'],
      query: zod.strictObject({
        ...paged,
        agentId: optionalText,
        contactId: optionalText,
        callType: zod.enum(['LIVE', 'TRIAL']).optional(),
        startDate: optionalText,
        endDate: optionalText,
        actionType: optionalText,
        sortBy: zod.enum(['duration', 'createdAt']).optional(),
        sort: zod.enum(['ascend', 'descend']).optional(),
      }),
    },
    ({ query: { page, pageSize, agentId, callType, sortBy = 'createdAt', sort }, location }) => {
      const direction = sort === 'ascend' ? 1 : -1;
      const all = [...voiceCalls(location).values()]
        .filter((call) => !agentId || call.agentId === agentId)
        .filter(({ trialCall }) => !callType || trialCall === (callType === 'TRIAL'))
        .sort((a, b) => direction * (a[sortBy] - b[sortBy]));
      return {
        total: all.length,
        page,
        pageSize,
        callLogs: pageOf(all, (page - 1) * pageSize, pageSize).map(({ createdAt, ...call }) => ({
          ...call,
          isAgentDeleted: false,
          createdAt: iso(createdAt),
          executedCallActions: [],
          transcript: 'bot: How can I help?\nhuman: I would like an appointment.',
          extractedData: { reason: 'Appointment' },
          messageId: call.id.slice(0, 20),
        })),
      };
    },
  ),
];
