import MiniSearch from 'minisearch';
import { type Entry, entries, kindNames, tokenNames } from './catalog.ts';

/** What people say, and how HighLevel calls it. */
const synonyms: Record<string, string[]> = {
  lead: ['contact'],
  leads: ['contact'],
  customer: ['contact'],
  client: ['contact'],
  person: ['contact'],
  people: ['contact'],
  patient: ['contact'],
  deal: ['opportunity'],
  deals: ['opportunity'],
  sale: ['opportunity'],
  company: ['business', 'agency'],
  account: ['location', 'sub'],
  subaccount: ['location'],
  sms: ['message', 'conversation'],
  text: ['sms', 'message', 'conversation'],
  chat: ['conversation', 'message'],
  inbox: ['conversation'],
  call: ['message', 'recording'],
  phone: ['call', 'recording', 'message', 'conversation'],
  voicemail: ['recording', 'message'],
  move: ['update'],
  change: ['update'],
  edit: ['update'],
  add: ['create'],
  new: ['create'],
  make: ['create'],
  remove: ['delete'],
  stage: ['opportunity', 'pipeline'],
  won: ['opportunity', 'status'],
  lost: ['opportunity', 'status'],
  todo: ['task'],
  reminder: ['task', 'notification'],
  followup: ['task'],
  comment: ['note'],
  tag: ['tags', 'tagged'],
  label: ['tag', 'tags', 'tagged'],
  meeting: ['appointment', 'event'],
  booking: ['appointment', 'slots'],
  book: ['appointment'],
  slot: ['slots', 'free'],
  availability: ['slots', 'free'],
  automation: ['workflow'],
  sequence: ['workflow', 'campaign'],
  enroll: ['workflow'],
  staff: ['user'],
  employee: ['user'],
  team: ['user', 'calendar'],
  dnd: ['contact', 'disturb'],
};

const index = new MiniSearch<Entry>({
  idField: 'key',
  fields: ['label', 'noun', 'category', 'description', 'kindName', 'tokenName', 'words'],
  extractField: (entry, field) => {
    if (field === 'kindName') return kindNames[entry.kind];
    if (field === 'tokenName') return tokenNames[entry.token];
    if (field === 'words') return entry.key.replaceAll('_', ' ');
    return String(entry[field as keyof Entry] ?? '');
  },
  searchOptions: {
    boost: { label: 6, words: 3, noun: 3, category: 2 },
    prefix: true,
    fuzzy: (term) => (term.length > 3 ? 0.25 : false),
    weights: { fuzzy: 0.2, prefix: 0.6 },
  },
});
index.addAll(entries);

const byKey = new Map(entries.map((entry) => [entry.key, entry]));

/** Who says one of these wants something done, not to be told when it happens. */
const deeds = new Set('move change edit add make remove create update delete send'.split(' '));

const isLookUp = (words: string[]): boolean =>
  words.some((word) => /^(find|search|look)/.test(word));

/** The more an operation is what most people mean, the earlier it comes. */
const weight = ({ isDeprecated, key }: Entry): number => {
  if (isDeprecated) return 0.001;
  if (key.startsWith('upsert_')) return 0.8;
  const isCommon = /^(create|update|find|search|add|list|get)_\w+$/.test(key);
  const isShort = key.split('_').length <= 2;
  // A Zap starts with something new more often than with anything else.
  const isStart = /^(new|missed)_/.test(key);
  return (isStart ? 2 : isCommon ? 1.1 : 1) * (isShort ? 1.4 : 1);
};

/** What Zapier does comes before what it waits for if that is asked for, and both before what looks something up. */
const fits = ({ kind }: Entry, words: string[]): number => {
  if (kind === 'searches') return isLookUp(words) ? 1.05 : 0.6;
  return kind === 'triggers' && words.some((word) => deeds.has(word)) ? 0.5 : 1;
};

const search = (words: string[], combineWith: 'AND' | 'OR'): Entry[] =>
  index
    .search(
      {
        combineWith,
        queries: words.map((word) => ({
          combineWith: 'OR',
          queries: [word, ...(synonyms[word] ?? [])],
        })),
      },
      {
        boostDocument: (key) => {
          const entry = byKey.get(String(key)) as Entry;
          return weight(entry) * fits(entry, words);
        },
      },
    )
    .map(({ id }) => byKey.get(String(id)) as Entry);

/** The operations that fit what somebody typed, best first; all of them in the order of the catalog without a query. */
export const findOperations = (query: string, kind = ''): Entry[] => {
  const words = query
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const isKind = (entry: Entry) => !kind || entry.kind === kind;
  if (words.length === 0) return entries.filter(isKind);
  const all = search(words, 'AND').filter(isKind);
  const found = all.length > 0 ? all : search(words, 'OR').filter(isKind);
  // Who types a whole name means that one.
  const name = query.trim().toLowerCase();
  const isMeant = ({ label }: Entry) => label.toLowerCase() === name;
  return [...found.filter(isMeant), ...found.filter((entry) => !isMeant(entry))];
};

/** A list of operations by category, in the order of the catalog. */
export const byCategory = (list: Entry[]): [category: string, entries: Entry[]][] =>
  [...new Set(list.map(({ category }) => category))].map((category) => [
    category,
    list.filter((entry) => entry.category === category),
  ]);
