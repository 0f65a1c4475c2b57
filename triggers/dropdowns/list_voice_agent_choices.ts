import { defineTrigger } from 'zapier-platform-core';
import * as zod from 'zod';
import { locationId } from '../../fields/common.ts';
import { choices } from '../../lib/operations.ts';

export default defineTrigger({
  key: 'list_voice_agent_choices',
  noun: 'Agent',
  display: {
    label: 'List Voice Agent Choices',
    description: 'Fills the dropdown of voice AI agents.',
    hidden: true,
  },
  operation: choices('GET /voice-ai/agents', {
    input: zod.object({ locationId }),
    list: 'agents',
    name: ({ agentName }) => agentName,
    paging: { size: 50, params: ({ index, size }) => ({ page: index + 1, pageSize: size }) },
  }),
});
