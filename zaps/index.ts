import { agencies } from './agencies.ts';
import { appointments } from './appointments.ts';
import { instant } from './instant.ts';
import { messages } from './messages.ts';
import { sales } from './sales.ts';
import { salesmate } from './salesmate.ts';
import { salesmsg } from './salesmsg.ts';
import { salesnexus } from './salesnexus.ts';
import { smsapi } from './smsapi.ts';
import { smsto } from './smsto.ts';
import type { Recipe } from './zap.ts';

/** Every recipe of docs/zaps.md; test/zaps runs each of them. */
export const recipes: Recipe[] = [
  ...agencies,
  ...appointments,
  ...messages,
  ...sales,
  ...instant,
  ...salesmsg,
  ...smsapi,
  ...salesmate,
  ...salesnexus,
  ...smsto,
];
