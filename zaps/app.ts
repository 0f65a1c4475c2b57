/** All that the recipes and their runner take from the app and from what stands in for Zapier. */
export { startsOf } from '../tour/starts.ts';
export type { Guide } from '../tour/station.ts';
export {
  type Circumstances,
  type Exchange,
  type Field,
  isInstant,
  kindOf,
  type LocalZapier,
  messageOf,
  type Posted,
} from '../tour/zapier.ts';
