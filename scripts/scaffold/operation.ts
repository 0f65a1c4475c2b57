/** The operation file. */
import { membersCode } from './fields.ts';
import { type Part, quoted } from './part.ts';
import type { Plan } from './plan.ts';

const definers = {
  create: 'defineCreate',
  trigger: 'defineTrigger',
  search: 'defineSearch',
} as const;

const descriptions = {
  create: 'TODO: a verb and what it does, for example “Pins a note.”',
  trigger: 'Triggers when TODO.',
  search: 'Finds TODO.',
} as const;

const importsOf = (parts: Part[]): string[] =>
  (['common', 'ids'] as const).flatMap((file) => {
    const uses = parts.flatMap((part) => part.uses).filter(([from]) => from === file);
    const names = [...new Set(uses.map(([, name]) => name))].sort();
    return names.length > 0
      ? [`import { ${names.join(', ')} } from '../../fields/${file}.ts';`]
      : [];
  });

const recordCode = ({ wanted, record, recordName }: Plan): string => {
  const { holds, wrapper, sample, hasId } = record;
  const statement = {
    noun: wanted.noun.toLowerCase(),
    ...(wrapper ? { [holds]: wrapper } : {}),
    sample,
    ...('locationId' in sample ? { labels: { locationId: 'Sub-Account ID' } } : {}),
  };
  const todo = hasId
    ? ''
    : '\n// TODO: the answer has no `id`; say in `complete` which member is it.';
  return `// TODO: move this to records/ if another operation gives the same, with a sample of invented people.${todo}
const ${recordName} = record(${JSON.stringify(statement)});
`;
};

/** What the request has that the form has not. */
const requestCode = ({ hasAltId, paging, wanted }: Plan): string => {
  const fixed = wanted.kind === 'search' && paging ? JSON.stringify(paging.first).slice(1, -1) : '';
  if (hasAltId)
    return `request: ({ locationId, ...values }) => ({ altId: locationId, altType: 'location', ...values${fixed ? `, ${fixed}` : ''} }),`;
  return fixed ? `request: (values) => ({ ...values, ${fixed} }),` : '';
};

export const operationCode = (plan: Plan): string => {
  const { wanted, parts, record, recordName, paging } = plan;
  const { kind, route, key, label, noun } = wanted;
  const pages = kind === 'trigger' && paging;
  const name = recordName === 'record' ? 'record' : `record: ${recordName}`;
  const head = [
    `import { ${definers[kind]} } from 'zapier-platform-core';`,
    `import * as zod from 'zod';`,
    ...importsOf(parts),
    `import { ${kind} } from '../../lib/operations.ts';`,
    ...(pages && pages.uses.length > 0
      ? [`import { ${pages.uses.join(', ')} } from '../../lib/polling/paging.ts';`]
      : []),
    record.known
      ? `import { ${recordName} } from '../../records/${record.known.file}';`
      : `import { record } from '../../lib/record.ts';`,
  ];
  return `${head.join('\n')}

const input = ${membersCode(parts)};

${record.known ? '' : recordCode(plan)}
export default ${definers[kind]}({
  key: '${key}',
  noun: ${quoted(noun)},
  display: { label: ${quoted(label)}, description: ${quoted(descriptions[kind])} },
  operation: ${kind}('${route}', {
    input,
    ${requestCode(plan)}
    ${name},
    ${pages ? pages.code : ''}
  }),
});
`
    .replace(/^\s*\n(?=\s{4}\S| {2}\}\),)/gm, '')
    .replace(/\n{3,}/g, '\n\n');
};
