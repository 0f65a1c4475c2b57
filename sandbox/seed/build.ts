import type { Sizes, State } from '../state/state.ts';
import { appointments } from './appointments.ts';
import { contacts } from './contacts.ts';
import { conversations } from './conversations.ts';
import { opportunities } from './opportunities.ts';

/** From how many records of a kind on nobody shall wait for them on the first page. */
const MANY = 5_000;

/** Makes the records of the main sub-account now, if they are many; few are made when first asked for. */
export function buildMany({ main, settings }: State): void {
  const builders: Record<keyof Sizes, () => unknown> = {
    contacts: () => contacts(main),
    opportunities: () => opportunities(main),
    conversations: () => conversations(main),
    appointments: () => appointments(main),
  };
  for (const kind of Object.keys(builders) as (keyof Sizes)[]) {
    if (settings[kind] >= MANY) builders[kind]();
  }
}
