import { STATUS_CODES } from 'node:http';

/** An answer that is not a success; the endpoint runner adds the traceId. */
export class Failure extends Error {
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
