import type { Digest, Entry } from './digest.ts';

let digest: Promise<Digest> | undefined;

/** The digest, read when it is first asked for: all other operations run without it. */
const loadDigest = (): Promise<Digest> => {
  digest ??= import('./digest.json', { with: { type: 'json' } }).then(
    ({ default: content }) => content as unknown as Digest,
  );
  return digest;
};

/** Every endpoint that HighLevel documents. */
export const loadEndpoints = async (): Promise<Entry[]> => (await loadDigest()).endpoints;

/** `POST /invoices/` out of the route of an entry: by this it is known. */
export const nameOf = ({ route }: Pick<Entry, 'route'>): string => route.split('?')[0] ?? '';

/** The endpoint of a name; undefined if the documents know none. */
export const findEndpoint = async (name: unknown): Promise<Entry | undefined> =>
  (await loadEndpoints()).find((one) => nameOf(one) === name);
