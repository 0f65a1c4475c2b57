import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRoute } from '../lib/api/endpoints.ts';
import { titleOf } from '../lib/outputFields.ts';
import type { Wanted } from './wanted.ts';

/** A property as an OpenAPI document has it. */
interface Property {
  type?: string;
  format?: string;
  enum?: string[];
  items?: Property;
  properties?: Record<string, Property>;
  required?: string[];
  description?: string;
  example?: unknown;
  allOf?: Property[];
  $ref?: string;
}
interface Operation {
  parameters?: {
    name: string;
    in: string;
    required?: boolean;
    description?: string;
    schema?: Property;
    $ref?: string;
  }[];
  requestBody?: { content?: Record<string, { schema?: Property }> };
  responses?: Record<string, { content?: Record<string, { schema?: Property }> }>;
}
interface Document {
  paths?: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Property> };
}

/** The part of the document that an endpoint takes and gives; nothing of it where there is no document. */
export interface Documented {
  fields: { name: string; property: Property; required: boolean; in: string }[];
  answer: Property;
}

const shape = (path: string) => path.replace(/\{\w+\}/g, '{}').replace(/\/$/, '');

/** Looks an endpoint up in HighLevel's OpenAPI documents. @param folder where the documents are, if they are */
export const lookUp = (folder: string, route: string): Documented => {
  const { method, path } = parseRoute(route);
  const files = (() => {
    try {
      return readdirSync(folder).filter((file) => file.endsWith('.json'));
    } catch {
      return [];
    }
  })();
  for (const file of files) {
    const document = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Document;
    const known = Object.entries(document.paths ?? {}).find(
      ([name]) => shape(name) === shape(path),
    );
    const operation = known?.[1][method.toLowerCase()];
    if (!operation) continue;
    const whole = (property: Property = {}): Property => {
      const named = property.$ref?.split('/').at(-1);
      if (named) return whole(document.components?.schemas?.[named]);
      const parts = (property.allOf ?? []).map(whole);
      return {
        ...property,
        ...(parts.length > 0
          ? {
              properties: Object.assign({}, ...parts.map((part) => part.properties ?? {})),
              required: parts.flatMap((part) => part.required ?? []),
            }
          : {}),
      };
    };
    const schemaOf = (content: Record<string, { schema?: Property }> = {}) =>
      whole(Object.values(content)[0]?.schema);
    const body = schemaOf(operation.requestBody?.content);
    const success = Object.entries(operation.responses ?? {}).find(([status]) =>
      status.startsWith('2'),
    );
    const answer = schemaOf(success?.[1].content);
    return {
      fields: [
        ...(operation.parameters ?? [])
          .filter((one) => one.in === 'path' || one.in === 'query')
          .map(({ name, schema, description, required = false, in: place }) => ({
            name,
            property: { ...(description ? { description } : {}), ...whole(schema) },
            required,
            in: place,
          })),
        ...Object.entries(body.properties ?? {}).map(([name, property]) => ({
          name,
          property: {
            ...whole(property),
            ...(property.description ? { description: property.description } : {}),
          },
          required: body.required?.includes(name) ?? false,
          in: 'body',
        })),
      ],
      answer: {
        ...answer,
        properties: Object.fromEntries(
          Object.entries(answer.properties ?? {}).map(([name, property]) => {
            const inner = whole(property);
            return [name, inner.items ? { ...inner, items: whole(inner.items) } : inner];
          }),
        ),
      },
    };
  }
  return { fields: [], answer: {} };
};

/** Parameters that the `paging` of poll() fills in, never a person. */
const paging = new Set([
  'limit',
  'skip',
  'page',
  'offset',
  'startAfter',
  'startAfterId',
  'pageLimit',
]);

const quoted = (text: string) => `'${text.replaceAll("'", '’')}'`;
const camel = (key: string) => key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The name that fields/ids.ts gives the record of a path value: `/notes/{id}` is a `noteId`. */
const idName = (path: string, name: string): string =>
  name !== 'id' ? name : `${/(\w+?)s?\/\{id\}/.exec(path)?.[1] ?? 'record'}Id`;

/** What is known by name: fields/ids.ts and the connection's own. */
export interface Vocabulary {
  ids: string[];
  common: string[];
}

interface Part {
  name: string;
  code: string;
  /** Names that the code imports, by file. */
  uses: [file: 'ids' | 'common', name: string][];
  required: boolean;
  in: string;
}

const fieldCode = (
  { name, property, required, in: place }: Documented['fields'][number],
  path: string,
  vocabulary: Vocabulary,
): Part => {
  const optional = required || place === 'path' ? '' : '.optional()';
  const known = idName(path, name);
  if (name === 'locationId' || name === 'companyId')
    return { name, code: name, uses: [['common', name]], required: true, in: place };
  if (vocabulary.ids.includes(known))
    return {
      name,
      code: `${known === name && !optional ? '' : known}${optional}`,
      uses: [['ids', known]],
      required,
      in: place,
    };
  if (name === 'assignedTo')
    return {
      name,
      code: `userId.meta({ label: 'Assigned User' })${optional}`,
      uses: [['ids', 'userId']],
      required,
      in: place,
    };
  const help = property.description?.replace(/\s+/g, ' ').trim() ?? '';
  const helps =
    help.length >= 20 &&
    !/https?:/.test(help) &&
    help.toLowerCase() !== titleOf(name).toLowerCase();
  const label = titleOf(name).replace(/ IDs?$/, '');
  const words = `${quoted(label)}${helps ? `, ${quoted(help)}` : ''}`;
  const plain = (helper: string, code = `${helper}(${words})`): Part => ({
    name,
    code: `${code}${optional}`,
    uses: [['common', helper]],
    required,
    in: place,
  });
  if (property.enum)
    return plain(
      'choice',
      `choice(${quoted(label)}, { ${property.enum.map((one) => `${quoted(one)}: ${quoted(titleOf(one))}`).join(', ')} })`,
    );
  if (property.type === 'array')
    return plain('text', `zod.array(text(${quoted(label)})).meta({ label: ${quoted(label)} })`);
  const helper = { boolean: 'yesNo', number: 'number', integer: 'integer' }[property.type ?? ''];
  return plain(
    helper ?? (property.format === 'date-time' || /(date|time)$/i.test(name) ? 'dateTime' : 'text'),
  );
};

const exampleOf = ({ type, example, format, enum: choices }: Property): unknown =>
  example ??
  choices?.[0] ??
  { boolean: true, number: 1, integer: 1 }[type ?? ''] ??
  (format === 'date-time' ? '2026-03-04T09:30:45.000Z' : 'Example');

const isPlain = ({ type }: Property) => type !== 'object' && type !== 'array';

/** Where the answer holds its record or its list, and an example of one. */
const recordOf = ({ properties = {} }: Property) => {
  const parts = Object.entries(properties);
  const list = parts.find(([, one]) => one.type === 'array' && one.items?.properties);
  const single = parts.find(([, one]) => one.properties);
  const [wrapper, inner] = list
    ? ([list[0], list[1].items] as const)
    : single
      ? ([single[0], single[1]] as const)
      : (['', { properties }] as const);
  const sample = Object.fromEntries(
    Object.entries(inner?.properties ?? {})
      .filter(([, one]) => isPlain(one))
      .map(([name, one]) => [name, exampleOf(one)]),
  );
  return {
    kind: list ? 'many' : 'one',
    wrapper,
    sample: { id: 'ocQHyuzHvysMo5N5VsXc', ...sample },
  };
};

const imports = (parts: Part[], folder: string): string[] =>
  (['common', 'ids'] as const).flatMap((file) => {
    const names = [...new Set(parts.flatMap(({ uses }) => uses).filter(([from]) => from === file))];
    const unique = [...new Set(names.map(([, name]) => name))].sort();
    return unique.length > 0
      ? [`import { ${unique.join(', ')} } from '${folder}fields/${file}.ts';`]
      : [];
  });

const definers = {
  create: 'defineCreate',
  trigger: 'defineTrigger',
  search: 'defineSearch',
} as const;
const kindFolders = { create: 'creates', trigger: 'triggers', search: 'searches' } as const;

/** The files of a new operation, by path; what nobody can know is marked with TODO. */
export const filesFor = (
  wanted: Wanted,
  documented: Documented,
  vocabulary: Vocabulary,
): Record<string, string> => {
  const { kind, route, key, label, noun } = wanted;
  const { method, path } = parseRoute(route);
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const inPath = names.map(
    (name) =>
      documented.fields.find((one) => one.in === 'path' && one.name === name) ?? {
        name,
        property: {},
        required: true,
        in: 'path',
      },
  );
  const others = documented.fields.filter(
    (one) => one.in !== 'path' && !names.includes(one.name) && !paging.has(one.name),
  );
  const parts = [...inPath, ...others].map((one) => fieldCode(one, path, vocabulary));
  const { kind: holds, wrapper, sample } = recordOf(documented.answer);
  const folder = path.split('/')[1] ?? '';
  const description = {
    create: 'TODO: a verb and what it does, for example “Pins a note.”',
    trigger: 'Triggers when TODO.',
    search: 'Finds TODO.',
  }[kind];
  const operation = `import { ${definers[kind]} } from 'zapier-platform-core';
import * as zod from 'zod';
${imports(parts, '../../').join('\n')}
import { ${kind} } from '../../lib/operations.ts';
import { record } from '../../lib/record.ts';

const input = zod.object({
${parts.map(({ name, code }) => `  ${code === '' || code === name ? name : `${name}: ${code}`},`).join('\n')}
});

// TODO: use the record of records/ where there is one, or move this there.
const ${camel(noun.toLowerCase().replace(/\W+/g, '_'))} = record(${JSON.stringify({
    noun: noun.toLowerCase(),
    ...(wrapper ? { [holds]: wrapper } : {}),
    sample,
  })});

export default ${definers[kind]}({
  key: '${key}',
  noun: ${quoted(noun)},
  display: { label: ${quoted(label)}, description: ${quoted(description)} },
  operation: ${kind}('${route}', { input, record: ${camel(noun.toLowerCase().replace(/\W+/g, '_'))} }),
});
`;
  const given = parts.filter(
    (one) => one.required && !one.uses.some(([, name]) => /^(location|company)Id$/.test(name)),
  );
  const example = (name: string) => {
    const property = documented.fields.find((one) => one.name === name)?.property;
    return property && isPlain(property) && !names.includes(name)
      ? exampleOf(property)
      : `${name}1`;
  };
  const values = Object.fromEntries(given.map(({ name }) => [name, example(name)]));
  const sent = Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
  const connection = Object.fromEntries(
    parts
      .filter((one) => one.in !== 'path')
      .flatMap(({ name }) =>
        name === 'locationId' ? [[name, 'loc1']] : name === 'companyId' ? [[name, 'com1']] : [],
      ),
  );
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'locationId' ? 'loc1' : name === 'companyId' ? 'com1' : `${name}1`,
  );
  const body = { ...connection, ...sent };
  const isBody =
    method === 'POST' || method === 'PUT' || (method === 'DELETE' && Object.keys(body).length > 0);
  const query = isBody
    ? ''
    : new URLSearchParams(
        Object.entries(body).map(([name, one]) => [name, String(one)]),
      ).toString();
  const runner = kind === 'create' ? 'run' : 'poll';
  const found = { id: 'x1' };
  const answer = wrapper ? { [wrapper]: holds === 'many' ? [found] : found } : found;
  const test = `import ${camel(key)} from '../../../${kindFolders[kind]}/${folder}/${key}.ts';
import { highlevel } from '../../support/api.ts';
import { ${runner} } from '../../support/run.ts';

// TODO: compare the expected request with HighLevel's document, and write a case for every field.
test('TODO: what it does', async () => {
  highlevel()
    .${method.toLowerCase()}('${url}${query ? `?${query}` : ''}'${isBody ? `, ${JSON.stringify(body)}` : ''})
    .reply(200, ${JSON.stringify(answer)});
  expect(await ${runner}(${camel(key)}, ${JSON.stringify(values)})).toMatchObject(${JSON.stringify(kind === 'create' ? found : [found])});
});
`;
  return {
    [`${kindFolders[kind]}/${folder}/${key}.ts`]: operation,
    [`test/${kindFolders[kind]}/${folder}/${key}.test.ts`]: test,
  };
};

/** An index file with the new operation: its import, and its name at the end of the category. Throws for an unknown category. */
export const indexed = (source: string, { key, route, category }: Wanted): string => {
  const folder = parseRoute(route).path.split('/')[1] ?? '';
  const title = /^\w+$/.test(category) ? category : `'${category}'`;
  const start = source.indexOf(`\n  ${title}: [`);
  if (start < 0) throw new Error(`There is no category “${category}” in this index file.`);
  const end = source.indexOf(']', start);
  const inner = source
    .slice(source.indexOf('[', start) + 1, end)
    .trimEnd()
    .replace(/,$/, '');
  const listed = `${source.slice(0, source.indexOf('[', start) + 1)}${inner}${inner.trim() ? ',' : ''} ${camel(key)}${source.slice(end)}`;
  const lines = listed.split('\n');
  const line = `import ${camel(key)} from './${folder}/${key}.ts';`;
  const fileOf = (text: string) => /from '(\.\/.*)'/.exec(text)?.[1] ?? '';
  const after = lines.findIndex((one) => one.startsWith('import ') && fileOf(one) > fileOf(line));
  const last = lines.findLastIndex((one) => one.startsWith('import '));
  lines.splice(after < 0 ? last + 1 : after, 0, line);
  return lines.join('\n');
};
