export type Json = Record<string, unknown>;

/** A mistake that runs through all of HighLevel's documents, put right while they are read. */
export interface Correction {
  reason: string;
  /** Puts a part of a document right; says whether there was anything to. */
  correct: (part: Json) => boolean;
}

const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;

const isOdd = ({ type, example }: Json): boolean => {
  const kind = kindOf(example);
  if (example === undefined || kind === 'null') return false;
  if (type === 'object') return kind !== 'object';
  return (type === 'string' || type === 'number') && (kind === 'object' || kind === 'array');
};

const isEmptyList = (schema: unknown): boolean => {
  const { type, items } = (schema ?? {}) as Json;
  return type === 'array' && items === undefined;
};

interface Parameter {
  name: string;
  in: string;
}

/** The operations of a path, each with its parameters. */
const operationsOf = (methods: unknown): { parameters?: Parameter[] }[] =>
  Object.values((methods ?? {}) as Record<string, { parameters?: Parameter[] }>);

/** All of them; one that finds nothing to correct any more fails the run. */
export const corrections: Correction[] = [
  {
    reason: '`any` is no type of JSON Schema; it means none.',
    correct: (part) => part.type === 'any' && delete part.type,
  },
  {
    reason:
      'An object whose own example is a text or a number is none (dateOfBirth, monetaryValue, labels), nor is a text whose example is an object (properties of a record).',
    correct: (part) => isOdd(part) && delete part.type && (delete part.nullable || true),
  },
  {
    reason:
      'A list of numbers whose own example holds a text holds both (searchAfter, recorded live as [ms, id]: api#contact-search-cursor).',
    correct: ({ type, items, example }) =>
      type === 'array' &&
      Array.isArray(example) &&
      (items as Json | undefined)?.type === 'number' &&
      example.some((item) => typeof item === 'string') &&
      delete (items as Json).type,
  },
  {
    reason:
      'Lists of lists of nothing are lists: stages of a pipeline are objects (api#pipelines), followers are ids (the requests say so).',
    correct: (part) => part.type === 'array' && isEmptyList(part.items) && delete part.items,
  },
  {
    reason: 'What may be null says so beside its type, not beside other schemas.',
    correct: (part) =>
      part.nullable !== undefined &&
      part.type === undefined &&
      kindOf(part.nullable) === 'boolean' &&
      delete part.nullable,
  },
  {
    reason: 'The examples of a schema are a list, not an object by name.',
    correct: (part) =>
      part.oneOf !== undefined && kindOf(part.examples) === 'object' && delete part.examples,
  },
  {
    reason: 'A path that names a parameter has it, although the document does not declare it.',
    correct: (part) => {
      let corrected = false;
      for (const [path, methods] of Object.entries(part).filter(([key]) => key.startsWith('/'))) {
        for (const operation of operationsOf(methods)) {
          for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) {
            const parameters = operation.parameters ?? [];
            if (parameters.some((one) => one.in === 'path' && one.name === name)) continue;
            const missing = { name, in: 'path', required: true, schema: { type: 'string' } };
            operation.parameters = [...parameters, missing];
            corrected = true;
          }
        }
      }
      return corrected;
    },
  },
];

const used = new Set<Correction>();

/** Puts right what is known to be wrong in a document, deep down. */
export const correctAll = (part: unknown): void => {
  if (typeof part !== 'object' || part === null) return;
  for (const one of corrections) if (one.correct(part as Json)) used.add(one);
  for (const inner of Object.values(part)) correctAll(inner);
};

/** Corrections that no document needs any more. */
export const idleCorrections = (): string[] =>
  corrections.filter((one) => !used.has(one)).map(({ reason }) => reason);
