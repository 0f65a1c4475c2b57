import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';

/** An answer that is not a success. */
class Failure extends Error {
  readonly status: number;
  readonly body: object;

  constructor(status: number, body: object) {
    super(JSON.stringify(body));
    this.status = status;
    this.body = body;
  }
}

/** `throw fail(400, 'Contact with id x not found')`, or with the whole body where it is special. */
export function fail(status: number, problem: string | string[] | object): Failure {
  const isMessage = typeof problem === 'string' || Array.isArray(problem);
  const error = STATUS_CODES[status];
  return new Failure(status, isMessage ? { statusCode: status, message: problem, error } : problem);
}

/** What a request without a right to its answer gets: no `error`, only the message. */
export const unauthorized = (message: string) => fail(401, { statusCode: 401, message });

/** What the agency's own is to everybody else. */
export const forbidden = () => fail(403, 'Forbidden resource');

/** An answer in JSON; every object carries a traceId. */
export const json = (body: object, status = 200) =>
  Response.json(Array.isArray(body) ? body : { ...body, traceId: randomUUID() }, { status });

/** The answer for whatever a handler threw. */
export const failure = (error: unknown) =>
  error instanceof Failure
    ? json(error.body, error.status)
    : json({ statusCode: 500, message: 'Internal server error' }, 500);
