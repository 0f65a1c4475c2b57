import { hour, World } from './world.ts';

/** When the Zaps of the simulations are turned on. */
export const start = Date.parse('2026-03-02T08:00:00.000Z');

/** Worlds that several tests begin with. */
const worlds = new Map<string, World>();

const makeWorld = (existing: number, apart: number): World => {
  const world = new World(start - existing * apart);
  for (let index = 0; index < existing; index += 1) {
    world.add(1);
    world.now += apart;
  }
  return world;
};

/** A sub-account with so many records, one every `apart` milliseconds until now. */
export const worldOf = (existing: number, apart = 3 * hour): World => {
  const name = `${existing} ${apart}`;
  const world = worlds.get(name) ?? makeWorld(existing, apart);
  worlds.set(name, world);
  return world.copy();
};
