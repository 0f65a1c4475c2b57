import type { Endpoint } from '../endpoint.ts';

export const conversations: Endpoint[] = [];
