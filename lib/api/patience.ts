import type { Endpoint } from './endpoints.ts';

/** Milliseconds that one attempt may take: a read leaves time for a second one, a create for looking whether it was done. */
export const patience = { read: 12_000, write: 25_000, create: 18_000 };

/** Milliseconds that one attempt at an endpoint may take. */
export const patienceFor = ({ reads, createsRecord }: Endpoint): number =>
  createsRecord ? patience.create : reads ? patience.read : patience.write;
