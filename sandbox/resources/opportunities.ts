import type { Endpoint } from '../endpoint.ts';

export const opportunities: Endpoint[] = [];
