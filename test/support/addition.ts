import type { Addition } from './additions.ts';

/** How the endpoints of a kind of records are called. */
export type Family = Pick<Addition, 'version' | 'scopes' | 'token'>;

export const v1 = '2021-07-28' as const;
export const v2 = '2021-04-15' as const;

/** Of a sub-account. */
export const family = (version: Family['version'], ...scopes: string[]): Family => ({
  version,
  scopes,
  token: 'sub-account',
});

/** Of a kind; the key follows from the label. */
export const addition =
  (kind: Addition['kind']) =>
  (label: string, category: string, endpoints: string | string[], of: Family): Addition => ({
    key: label.toLowerCase().replaceAll(' ', '_'),
    kind,
    label,
    category,
    endpoints: [endpoints].flat(),
    ...of,
  });
