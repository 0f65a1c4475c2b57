/** The test of an operation: what is filled in, the request that must come of it, and the record. */
import { folders } from '../wanted.ts';
import { camel, codeName, type Plan } from './plan.ts';

/** What the connection of the tests fills in. */
const ofConnection: Record<string, string> = { locationId: 'loc1', companyId: 'com1' };

const code = (value: unknown): string => JSON.stringify(value);

/** The values of the request beside the path: those of the connection, the required ones, the first page. */
const sentBy = ({ parts, names, hasAltId, paging, wanted }: Plan): Record<string, unknown> => {
  const shown = parts.filter(({ name, required }) => required && !names.includes(name));
  const own = shown.flatMap(({ name, sent, example }): [string, unknown][] => {
    const value = ofConnection[name] ?? sent ?? example;
    return hasAltId && name === 'locationId'
      ? [
          ['altId', value],
          ['altType', 'location'],
        ]
      : [[name, value]];
  });
  const pages = paging && wanted.kind !== 'create' ? paging.first : {};
  return { ...Object.fromEntries(own), ...pages };
};

/** The values of the form: those of a section stand by themselves, as `address__city`. */
const formValues = (name: string, value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => formValues(`${name}__${key}`, inner))
    : [[name, value]];

const queryOf = (values: Record<string, unknown>): string =>
  new URLSearchParams(Object.entries(values).map(([name, one]) => [name, String(one)])).toString();

export const expectationCode = (plan: Plan): string => {
  const { wanted, method, path, folder, parts, names, record, version } = plan;
  const { kind } = wanted;
  const filled = parts.filter(
    ({ name, required }) => (required || names.includes(name)) && !(name in ofConnection),
  );
  const values = Object.fromEntries(
    filled.flatMap(({ name, example, isSection }): [string, unknown][] =>
      isSection ? formValues(name, example) : [[name, example]],
    ),
  );
  const url = path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => ofConnection[name] ?? String(values[name]),
  );
  const sent = sentBy(plan);
  const hasBody =
    method === 'POST' || method === 'PUT' || (method === 'DELETE' && Object.keys(sent).length > 0);
  const query = hasBody ? '' : queryOf(sent);
  const runner = kind === 'create' ? 'run' : 'poll';
  const { wrapper, holds, known } = record;
  const result = { id: 'x1' };
  const key = wrapper || known?.[holds][0];
  const answer = key ? { [key]: holds === 'many' ? [result] : result } : result;
  return `import ${codeName(wanted)} from '../../../${folders[kind]}/${folder}/${wanted.key}.ts';
import { highlevel } from '../../support/api.ts';
import { ${runner} } from '../../support/run.ts';

// TODO: compare the expected request with HighLevel's document, and write a case for every field.
test('TODO: what it does', async () => {
  highlevel(${version === '2021-07-28' ? '' : `'${version}'`})
    .${camel(method.toLowerCase())}('${url}${query ? `?${query}` : ''}'${hasBody ? `, ${code(sent)}` : ''})
    .reply(200, ${code(answer)});
  expect(await ${runner}(${codeName(wanted)}, ${code(values)})).toMatchObject(${code(kind === 'create' ? result : [result])});
});
`;
};
