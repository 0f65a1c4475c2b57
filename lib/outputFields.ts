import type { PlainOutputField } from 'zapier-platform-core';
import type { Labels } from './run.ts';
import { isObject, type JsonObject } from './values.ts';

const acronyms: Record<string, string> = {
  id: 'ID',
  dnd: 'DND',
  url: 'URL',
  utm: 'UTM',
  sms: 'SMS',
  gmb: 'Google Business',
  fb: 'Facebook',
  ip: 'IP',
  ssn: 'SSN',
  html: 'HTML',
  cc: 'CC',
  bcc: 'BCC',
  ids: 'IDs',
  urls: 'URLs',
  ai: 'AI',
  api: 'API',
  csv: 'CSV',
  faq: 'FAQ',
  faqs: 'FAQs',
  mms: 'MMS',
  oauth: 'OAuth',
  pdf: 'PDF',
  rss: 'RSS',
  saas: 'SaaS',
  seo: 'SEO',
  sku: 'SKU',
  vat: 'VAT',
  linkedin: 'LinkedIn',
  tiktok: 'TikTok',
  whatsapp: 'WhatsApp',
  youtube: 'YouTube',
  ghl: 'HighLevel',
  kb: 'Knowledge Base',
  qty: 'Quantity',
  a2p: 'A2P',
  atwop: 'A2P',
};

/** Names that are one word, although their capitals say two. */
const oneWord = /linkedin|whatsapp|youtube|tiktok|saas|a2p|atwop/gi;

/** Words that a title writes small, unless they begin or end it. */
const small = /^(a|an|and|as|at|by|for|from|in|of|on|or|the|to|with)$/i;

const titleWord = (word: string, index: number, words: string[]): string => {
  if (small.test(word) && index > 0 && index < words.length - 1) return word.toLowerCase();
  return (
    acronyms[word.toLowerCase()] ?? word.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase())
  );
};

/** `dndSettings__Call__status` as “DND Settings Call Status”, `addressLine1` as “Address Line 1”. */
export const titleOf = (key: string): string =>
  key
    .replace(oneWord, (name) => ` ${name.toLowerCase()} `)
    .replace(/\[\]|__/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[a-z]{3}(?=\d)/g, '$& ')
    .split(/[\s_]+/)
    .filter(Boolean)
    .map(titleWord)
    .join(' ');

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** The type of a value; undefined for a plain text, which needs none: core copies all of the definition twice at each call. */
const typeOf = (value: unknown): PlainOutputField['type'] | undefined => {
  if (typeof value === 'number' || typeof value === 'boolean')
    return typeof value as 'number' | 'boolean';
  return moment.test(String(value)) ? 'datetime' : undefined;
};

/**
 * The output fields of one member of a sample. Members of nested objects and line items are declared only if a label
 * or a date says more than their key, since Zapier labels the others by their keys, and core copies each field twice
 * at each call.
 */
export const outputFieldsOf = (value: unknown, key: string, labels: Labels): PlainOutputField[] => {
  if (Array.isArray(value)) {
    const [item] = value;
    return isObject(item)
      ? membersOf(item, `${key}[]`, labels)
      : outputFieldsOf(item ?? '', key, labels).map((field) => ({ ...field, list: true }));
  }
  if (isObject(value)) return membersOf(value, `${key}__`, labels);
  const type = typeOf(value);
  if (/__|\[\]/.test(key) && type !== 'datetime' && !(key in labels)) return [];
  return [{ key, label: labels[key] ?? titleOf(key), ...(type ? { type } : {}) }];
};

const membersOf = (object: JsonObject, prefix: string, labels: Labels): PlainOutputField[] =>
  Object.entries(object).flatMap(([name, part]) =>
    outputFieldsOf(part, `${prefix}${name}`, labels),
  );
