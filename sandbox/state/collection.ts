import { base, en, Faker } from '@faker-js/faker';
import { hash, hexIdFor, idFor, uuidFor } from './ids.ts';
import type { Location, Place, State } from './state.ts';

/** What a seed function works with; faker gives the same records for the same place and collection. */
export type Seeder<P extends Place> = {
  place: P;
  state: State;
  faker: Faker;
  id: (...parts: (string | number)[]) => string;
  hexId: (...parts: (string | number)[]) => string;
  uuid: (...parts: (string | number)[]) => string;
  /** Milliseconds so many days before now (negative: after). */
  ago: (days: number) => number;
};

/** One value per sub-account (or agency), made when first asked for and gone after a reset. */
export function perPlace<P extends Place, T>(make: (place: P) => T): (place: P) => T {
  const made = new WeakMap<P, T>();
  return (place) => {
    const known = made.get(place);
    if (known !== undefined) return known;
    const value = make(place);
    made.set(place, value);
    return value;
  };
}

/** The helpers of a seed function for a place; the same name gives the same ids and the same chance. */
export const seederOf = <P extends Place>(name: string, place: P): Seeder<P> => ({
  place,
  state: place.state,
  // It takes longer to make than most records, and few seeds ask for it.
  get faker() {
    return new Faker({ locale: [en, base], seed: hash(`${name}/${place.id}`) });
  },
  id: (...parts) => idFor(name, place.id, ...parts),
  hexId: (...parts) => hexIdFor(name, place.id, ...parts),
  uuid: (...parts) => uuidFor(name, place.id, ...parts),
  ago: (days) => place.state.now() - Math.round(days * 86_400_000),
});

/** Records by id, per sub-account, seeded when first asked for: `businesses(location).get(id)`. */
export const collection = <T extends { id: string }, P extends Place = Location>(
  name: string,
  seed: (seeder: Seeder<P>) => T[],
): ((place: P) => Map<string, T>) =>
  perPlace((place: P) => new Map(seed(seederOf(name, place)).map((record) => [record.id, record])));
