/** How many IDs of the forms nobody has to type. */
import digest from '../../documents/digest.json' with { type: 'json' };
import type { Entry } from '../../documents/digest.ts';
import { listRoutes } from '../../documents/lists.ts';
import { nameOf } from '../../documents/load.ts';
import type { JsonSchema } from '../../lib/form/schema.ts';
import { isWhole } from '../support/depth.ts';

const endpoints = digest.endpoints as unknown as Entry[];

const isId = (name: string): boolean => /(^_?id|Ids?)$/.test(name);

interface Id {
  name: string;
  isChosen: boolean;
}

const idsIn = (name: string, schema: JsonSchema): Id[] => {
  const members = schema.properties ?? schema.items?.properties;
  if (members) return Object.entries(members).flatMap(([member, one]) => idsIn(member, one));
  if (!isId(name)) return [];
  return [{ name, isChosen: 'dynamic' in schema || 'enum' in schema }];
};

const idsOf = ({ input, fromConnection = {} }: Entry): Id[] => [
  ...Object.entries(input.properties ?? {}).flatMap(([name, one]) => idsIn(name, one)),
  ...Object.keys(fromConnection)
    .filter(isId)
    .map((name) => ({ name, isChosen: true })),
];

test('four of five IDs are chosen from a list or known by the connection', () => {
  const all = endpoints.flatMap(idsOf);
  const typed = all.filter(({ isChosen }) => !isChosen).map(({ name }) => name);
  const counts = [...new Set(typed)]
    .map((name) => [name, typed.filter((one) => one === name).length] as const)
    .sort(([, a], [, b]) => b - a);
  // Whoever adds a list to choose from wants to know which are left; for `npm test` it is noise.
  if (isWhole)
    process.stdout.write(
      `IDs that people type (${typed.length} of ${all.length}): ${counts.map(([name, count]) => `${name} ${count}`).join(', ')}\n`,
    );
  expect(all.length).toBeGreaterThan(1_500);
  expect(1 - typed.length / all.length).toBeGreaterThanOrEqual(0.8);
});

test('every list behind a dropdown is documented', () => {
  const known = new Set(endpoints.map(nameOf));
  expect(listRoutes.filter((route) => !known.has(route))).toEqual([]);
});
