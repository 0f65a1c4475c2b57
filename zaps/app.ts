/** All that the recipes and their runner take from the app and from what stands in for Zapier. */
export type { Guide } from '../tour/station.ts';
export {
  type Circumstances,
  type Exchange,
  type Field,
  kindOf,
  type LocalZapier,
  messageOf,
} from '../tour/zapier.ts';
