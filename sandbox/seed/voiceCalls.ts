import { collection } from '../state/collection.ts';
import { contacts } from './contacts.ts';

/** An agent that answers calls (voice-ai.json), short of its settings. */
export const voiceAgents = collection<{ id: string; agentName: string }>(
  'voiceAgents',
  ({ hexId }) =>
    ['Front Desk', 'After Hours'].map((agentName) => ({ id: hexId(agentName), agentName })),
);

/** A call of an agent (voice-ai.json, CallLogDTO). */
export type VoiceCall = {
  id: string;
  contactId: string;
  agentId: string;
  fromNumber: string;
  createdAt: number;
  duration: number;
  trialCall: boolean;
  summary: string;
};

export const voiceCalls = collection<VoiceCall>('voiceCalls', ({ place, hexId, ago, faker }) => {
  const agents = [...voiceAgents(place).keys()];
  return Array.from({ length: place.isMain ? 16 : 1 }, (_, i) => {
    const contact = contacts(place).seededAt(i);
    return {
      id: hexId(i),
      contactId: contact?.id ?? '',
      agentId: agents[i % agents.length] ?? '',
      fromNumber: contact?.phone ?? '+14155550199',
      createdAt: ago(i / 2 + 0.1),
      duration: 30 + i,
      trialCall: i % 8 === 7,
      summary: faker.lorem.sentence(),
    };
  });
});
