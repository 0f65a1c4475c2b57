import type { Endpoint } from '../endpoint.ts';

export const associations: Endpoint[] = [];
