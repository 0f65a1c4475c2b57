import type { Endpoint } from '../endpoint.ts';

export const blogs: Endpoint[] = [];
