import type { Step } from '../../lib/operations.ts';
import { refuse } from '../../lib/zapier.ts';

/** Refuses an amount that is mapped from an earlier step and came empty: HighLevel would record all that is due. */
export const mappedAmount: Step<{ amount?: number | undefined }> = {
  before: ({ bundle }, { amount }) =>
    amount === undefined && String(bundle.inputDataRaw?.amount).includes('{{')
      ? refuse(
          '“Amount” is mapped, but there was nothing in it. Map another value, or leave the field empty if all that is due was paid.',
        )
      : undefined,
};
