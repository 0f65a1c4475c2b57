import * as zod from 'zod';
import { text } from '../../fields/common.ts';

/** What went wrong, in the words of the message’s provider: all three or none (conversations.json, ErrorDto). */
export const deliveryError = zod
  .object({
    message: text('Error Message').optional(),
    code: text('Error Code').optional(),
    type: text('Error Type', 'Your provider’s name for this kind of error.').optional(),
  })
  .refine(
    ({ message, code, type }) => [message, code, type].every(Boolean) || !(message || code || type),
    'Fill in “Error Message”, “Error Code” and “Error Type”, or none of them.',
  )
  .meta({ label: 'Error', group: 'Error' });
