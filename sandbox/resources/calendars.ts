import type { Endpoint } from '../endpoint.ts';

export const calendars: Endpoint[] = [];
