import type { CustomValue } from './contact.ts';

export type Status = 'open' | 'won' | 'lost' | 'abandoned';

/** An opportunity as it is stored; times are epoch ms, each endpoint shows it in its own way. */
export type Opportunity = {
  id: string;
  name: string;
  monetaryValue: number;
  pipelineId: string;
  pipelineStageId: string;
  status: Status;
  lostReasonId: string | null;
  /** An opportunity that an upsert made has no contact. */
  contactId: string | null;
  assignedTo: string | null;
  source: string | null;
  followers: string[];
  customFields: CustomValue[];
  /** A day: 2026-05-20. */
  forecastExpectedCloseDate: string | null;
  /** In percent. */
  forecastProbability: number | null;
  createdAt: number;
  updatedAt: number;
  lastStatusChangeAt: number;
  lastStageChangeAt: number;
};
