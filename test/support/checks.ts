/**
 * Zapier's integration checks that a definition alone decides (zapier#integration-checks), which otherwise run on
 * Zapier's servers only. Each is a function from the app's definition to complaints; none means that the check passes.
 */

export interface Field {
  key: string;
  label?: string;
  helpText?: string;
  type?: string;
  dynamic?: string;
  search?: string;
  choices?: unknown;
  list?: boolean;
  dict?: boolean;
  required?: boolean;
  primary?: boolean;
  children?: Field[];
}

export type Sample = Record<string, unknown>;

export interface Operation {
  key: string;
  noun?: string;
  display: { label: string; description: string; hidden?: boolean };
  operation: { inputFields?: unknown[]; outputFields?: unknown[]; sample?: Sample };
}

export interface Definition {
  authentication?: { connectionLabel?: unknown; fields?: Field[] };
  triggers?: Record<string, Operation>;
  creates?: Record<string, Operation>;
  searches?: Record<string, Operation>;
  searchOrCreates?: Record<string, { search: string; create: string; update?: string }>;
  flags?: { cleanInputData?: boolean };
}

export type Check = (app: Definition) => string[];

const visible = (operations: Record<string, Operation> = {}): Operation[] =>
  Object.values(operations).filter(({ display }) => !display.hidden);

const everyOperation = ({ triggers, creates, searches }: Definition): Operation[] =>
  [triggers, creates, searches].flatMap((operations) => Object.values(operations ?? {}));

const everyVisible = ({ triggers, creates, searches }: Definition): Operation[] =>
  [triggers, creates, searches].flatMap(visible);

const isField = (field: unknown): field is Field =>
  typeof field === 'object' && field !== null && 'key' in field;

/** The fields that stand in the definition, children included; those that only a connection knows are functions. */
const inputsOf = ({ operation }: Operation): Field[] =>
  (operation.inputFields ?? [])
    .filter(isField)
    .flatMap((field) => [field, ...(field.children ?? [])]);

export const outputsOf = ({ operation }: Operation): Field[] =>
  (operation.outputFields ?? []).filter(isField);

/** Asks every input field of every operation; a sentence that comes back is a complaint. */
const eachInput =
  (complaint: (field: Field, app: Definition) => string | false | undefined): Check =>
  (app) =>
    everyOperation(app).flatMap((operation) =>
      inputsOf(operation).flatMap((field) => {
        const said = complaint(field, app);
        return said ? [`${operation.key}.${field.key}: ${said}`] : [];
      }),
    );

const each =
  (
    operationsOf: (app: Definition) => Operation[],
    complaint: (operation: Operation) => string | false | undefined,
  ): Check =>
  (app) =>
    operationsOf(app).flatMap((operation) => {
      const said = complaint(operation);
      return said ? [`${operation.key}: ${said}`] : [];
    });

/** Every text of a definition with the way to it; functions and cycles left out. */
const textsOf = (value: unknown, path = '', seen = new Set<unknown>()): [string, string][] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    textsOf(part, path ? `${path}.${key}` : key, new Set([...seen, value])),
  );
};

const eachText =
  (complaint: (text: string, path: string) => string | false | undefined): Check =>
  (app) =>
    textsOf(app).flatMap(([path, text]) => {
      const said = complaint(text, path);
      return said ? [`${path}: ${said}`] : [];
    });

const credential =
  /(^|[_\s])(api_?key|key_?secret|token|secret|password|passwd|pwd|passphrase|credentials?)($|[_\s])/;
const snake = (key: string): string => key.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** D001: no input field looks like a credential. */
export const D001 = eachInput(
  ({ key }) => credential.test(snake(key)) && 'looks like a credential',
);

/** D002: a credential that people type in says where it is found. */
export const D002: Check = ({ authentication }) =>
  (authentication?.fields ?? [])
    .filter(({ key, type }) => type === 'password' || credential.test(snake(key)))
    .filter(({ helpText }) => !/\]\(https:\/\/[^)]+\)/.test(helpText ?? ''))
    .map(({ key }) => `authentication.${key}: its help text links to nothing`);

/** D003: the connection label names the account: short, with a value of it, without secrets. */
export const D003: Check = ({ authentication }) => {
  const label = authentication?.connectionLabel;
  if (typeof label !== 'string') return label ? [] : ['there is no connection label'];
  const values = [...label.matchAll(/\{\{([^}]+)\}\}/g)].map(([, name = '']) => name);
  return [
    ...(values.length === 0 ? [`“${label}” names no account`] : []),
    ...values
      .filter((name) => credential.test(snake(name.replaceAll('.', '_'))))
      .map((name) => `“${label}” shows ${name}`),
    ...(label.length > 60 ? [`“${label}” is too long`] : []),
  ];
};

const isId = (key: string): boolean => /(^|_)ids?$/.test(snake(key));

/** D004: an id is chosen, never typed. */
export const D004 = eachInput(
  ({ key, dynamic, choices, type, children }) =>
    isId(key) && !dynamic && !choices && !children && type !== 'copy' && 'has no dropdown',
);

const target = (reference: string | undefined): string => reference?.split('.')[0] ?? '';

/** D005: `dynamic` points to a trigger. */
export const D005 = eachInput(
  ({ dynamic }, { triggers }) =>
    dynamic && !triggers?.[target(dynamic)] && `${dynamic} points to no trigger`,
);

/** D007: all URLs are HTTPS. */
export const D007 = eachText((text) => /\bhttp:\/\//i.test(text) && 'holds a URL without HTTPS');

const isWords = (path: string): boolean => /(^|\.)(description|helpText)$/.test(path);

/** D008: links are proper Markdown; URLs do not stand bare. */
export const D008 = eachText((text, path) => {
  if (!isWords(path)) return undefined;
  const bare = text
    .replace(/`[^`]*`/g, '')
    .replace(/\[[^\]]+\]\((https:\/\/|mailto:)[^)\s]+\)/g, '');
  return /https?:\/\/|www\.|\]\s*\(/.test(bare) && 'holds a bare URL or a broken link';
});

/** D009: a search has input. */
export const D009 = each(
  ({ searches }) => visible(searches),
  ({ operation }) => (operation.inputFields ?? []).length === 0 && 'has no input fields',
);

/** D010: the sample of a trigger has the primary keys. */
export const D010 = each(
  ({ triggers }) => visible(triggers),
  (operation) => {
    const primary = outputsOf(operation).filter((field) => field.primary);
    const keys = primary.length > 0 ? primary.map(({ key }) => key) : ['id'];
    const missing = keys.filter((key) => (operation.operation.sample?.[key] ?? '') === '');
    return missing.length > 0 && `its sample lacks ${missing.join(', ')}`;
  },
);

/** D011: the help text is not the label. */
export const D011 = eachInput(
  ({ label, helpText }) =>
    helpText !== undefined &&
    helpText.toLowerCase().replace(/\.$/, '') === label?.toLowerCase() &&
    'its help text is its label',
);

/** D012: every visible operation has a sample. */
export const D012 = each(
  everyVisible,
  ({ operation }) => Object.keys(operation.sample ?? {}).length === 0 && 'has no sample',
);

/** D013: `search` points to a search. */
export const D013 = eachInput(
  ({ search }, { searches }) =>
    search && !searches?.[target(search)] && `${search} points to no search`,
);

/** D014: a field that a search step can fill is one plain value, with a dropdown. */
export const D014 = eachInput(
  ({ search, type = 'string', list, dict, children, dynamic }) =>
    search &&
    (list || dict || children || !dynamic || !['string', 'number', 'integer'].includes(type)) &&
    'cannot be filled by a search step',
);

/** D015: a search-or-create consists of what is there. */
export const D015: Check = ({ searchOrCreates = {}, searches, creates }) =>
  Object.entries(searchOrCreates).flatMap(([key, { search, create, update }]) => [
    ...(searches?.[search] ? [] : [`${key}: there is no search ${search}`]),
    ...[create, update]
      .filter((name) => name !== undefined && !creates?.[name])
      .map((name) => `${key}: there is no create ${name}`),
  ]);

const small = new Set(
  'a an and as at but by for from in into nor of on or per the to via vs with'.split(' '),
);

/** Title Case: every word but small ones in the middle begins with a capital letter or a digit. */
export const isTitle = (label: string): boolean =>
  label
    .split(/[\s/]+/)
    .every(
      (word, index, words) =>
        /^[("“]?[A-Z0-9&+–]/.test(word) ||
        (small.has(word) && index > 0 && index < words.length - 1),
    );

/** D018: labels are in Title Case. */
export const D018 = each(
  everyVisible,
  ({ display }) => !isTitle(display.label) && `“${display.label}” is not in Title Case`,
);

/** D021: a trigger says when it triggers. */
export const D021 = each(
  ({ triggers }) => visible(triggers),
  ({ display }) =>
    !/^Triggers when .+[^.]\.$/.test(display.description) &&
    `“${display.description}” does not say “Triggers when … .”`,
);

/** D022: a create has fields that stand in the definition. */
export const D022 = each(
  ({ creates }) => visible(creates),
  (operation) => inputsOf(operation).length === 0 && 'has no static input fields',
);

const looksLikeDate = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}|^\d{1,2}[-/]\d{1,2}[-/]\d{2,4}$/;
const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/;
const isEpoch = (value: unknown): boolean =>
  typeof value === 'number' && value > 1e11 && value < 1e14;

const leavesOf = (value: unknown, path: string): [string, unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => leavesOf(part, path ? `${path}.${key}` : key))
    : [[path, value]];

/** D023: dates in samples are ISO 8601, with a zone where they have a time. */
export const D023 = each(everyOperation, ({ operation }) => {
  const wrong = leavesOf(operation.sample ?? {}, '').filter(
    ([, value]) =>
      isEpoch(value) ||
      (typeof value === 'string' && looksLikeDate.test(value) && !iso.test(value)),
  );
  return (
    wrong.length > 0 &&
    `no ISO date: ${wrong.map(([path, value]) => `${path} “${value}”`).join(', ')}`
  );
});

/** The values of a sample that an output key (`a__b`, `rows[]name`) means. */
export const valuesAt = (sample: unknown, key: string): unknown[] =>
  key
    .split(/__|\[\]/)
    .reduce<unknown[]>(
      (found, name) =>
        found
          .flat()
          .flatMap((part) =>
            typeof part === 'object' && part !== null && name in part
              ? [(part as Sample)[name]]
              : [],
          ),
      [sample],
    );

export const fits = (value: unknown, type = 'string'): boolean => {
  if (type === 'number') return typeof value === 'number';
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'datetime') return typeof value === 'string' && iso.test(value);
  return typeof value === 'string';
};

/** D024: the sample respects the output fields. */
export const D024 = each(everyVisible, (operation) => {
  const { sample } = operation.operation;
  const wrong = outputsOf(operation).filter(({ key, type, required, list }) => {
    const values = valuesAt(sample, key);
    if (values.length === 0) return required;
    return values.some((value) =>
      list
        ? !Array.isArray(value) || !value.every((item) => fits(item, type))
        : value !== null && !fits(value, type),
    );
  });
  return (
    wrong.length > 0 &&
    `its sample is not what it declares: ${wrong.map(({ key }) => key).join(', ')}`
  );
});

/** D025: no dangerous URIs. */
export const D025 = eachText(
  (text) => /\b(javascript|vbscript|data):\S/i.test(text) && 'holds a dangerous URI',
);

/** D028: inputs arrive as they are. */
export const D028: Check = ({ flags }) =>
  flags?.cleanInputData === false ? [] : ['flags.cleanInputData is not false'];

/** `dynamic` and `search` name keys that the sample of what they point to has. */
export const references = eachInput(({ dynamic, search }, { triggers, searches }) => {
  const missing = [[dynamic, triggers] as const, [search, searches] as const].flatMap(
    ([reference, operations]) => {
      const [key = '', ...names] = reference?.split('.') ?? [];
      const sample = operations?.[key]?.operation.sample ?? {};
      return names
        .flatMap((name) => name.split(','))
        .filter((name) => !(name in sample))
        .map((name) => `${key}.${name}`);
    },
  );
  return missing.length > 0 && `no sample has ${missing.join(', ')}`;
});

/** Whether choices all begin with a capital letter or a digit, or none does: then they end the sentence of the label. */
const areAlike = (choices: unknown): boolean => {
  const labels = Object.values(choices ?? {}).map((one) => String(one?.label ?? one));
  return new Set(labels.map((label) => /^[\p{Lu}\d]/u.test(label))).size < 2;
};

/** Words that people read: descriptions and help texts as Zapier's style guide has them (zapier#style-guide). */
export const style: Check = (app) => [
  ...each(everyVisible, ({ display }) => {
    const { label, description } = display;
    if (/HighLevel|Zapier/.test(description)) return 'its description names the app';
    if (!/[^.]\.$/.test(description)) return 'its description does not end with one full stop';
    return label.length > 64 && 'its label is too long';
  })(app),
  ...each(
    ({ creates }) => visible(creates),
    ({ display }) =>
      !/^[A-Z][a-z]+s\b/.test(display.description) &&
      'its description begins with no verb (“Creates …”)',
  )(app),
  ...each(
    ({ searches }) => visible(searches),
    ({ display }) =>
      !/^Finds? /.test(display.description) && 'its description does not begin with “Finds”',
  )(app),
  ...eachInput(({ key, label, helpText, choices }) => {
    if (!label || label === key) return 'has no label';
    if (!areAlike(choices)) return 'some of its choices begin with a capital letter, some do not';
    if (!isTitle(label.replace(/[?!.,:]$/, ''))) return `“${label}” is not in Title Case`;
    if (/\bIDs?$/.test(label)) return `“${label}” asks for an ID`;
    return helpText !== undefined && helpText.length < 20 && 'its help text is too short to help';
  })(app),
];

/**
 * core makes code of an object with `require`, or with a `source` that holds “return”, and at most one key more
 * (zapier#objects-that-become-code).
 */
export const traps = each(everyOperation, ({ operation }) => {
  const hasTrap = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return false;
    const { source, require: required } = value as Sample;
    const isCode = (typeof source === 'string' && source.includes('return')) || Boolean(required);
    return (Object.keys(value).length <= 2 && isCode) || Object.values(value).some(hasTrap);
  };
  return hasTrap(operation.sample) && 'its sample holds an object that core takes for code';
});
