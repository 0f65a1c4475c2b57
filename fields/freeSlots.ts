import { list } from './common.ts';
import { userId } from './ids.ts';

/** The team members of whom free slots are wanted; a slot counts if one of them is free. */
export const freeMembers = list(
  'Team Members',
  userId,
  'Only slots in which one of these team members is free.',
).optional();
