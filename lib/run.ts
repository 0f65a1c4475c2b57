import http from 'node:http';
import https from 'node:https';
import type { Bundle, ZObject } from 'zapier-platform-core';
import { apiUrl } from './api/endpoints.ts';
import type { JsonObject } from './values.ts';

/** Labels of the form's fields by their keys, for messages. */
export type Labels = Record<string, string>;

// Zapier stops a run after 30 s (zapier#run-limits): 27 s leave time to say what went wrong.
const runTime = 27_000;

/** How a run calls HighLevel: lib/api/transport.ts. */
type Send = (run: Run, route: string, input: JsonObject) => Promise<unknown>;

/** One run of an operation: what Zapier handed over, what has happened so far, and how to call HighLevel. */
export class Run {
  readonly z: ZObject;
  readonly bundle: Bundle;
  readonly labels: Labels;
  /** Epoch milliseconds at which the run must have ended. */
  readonly deadline: number = Date.now() + runTime;
  /** What the step is to make, in people’s words (“note”), for messages; empty if it makes nothing. */
  makes = '';
  /** A request of this run has made a record, so the run must not be started again. */
  hasCreated = false;
  /** What core notes of each request (`whatHappened`): the only place in which the words of a 401 are left. */
  coreNotes: readonly string[] = [];
  readonly #send: Send;

  constructor(send: Send, z: ZObject, bundle: Bundle, labels: Labels = {}) {
    this.#send = send;
    this.z = z;
    this.bundle = bundle;
    this.labels = labels;
  }

  /**
   * Calls HighLevel and gives the parsed answer. Throws a HighLevelError for every answer that is not a success.
   * @param route a statement like `GET /contacts/{contactId}`
   * @param input fills the `{names}` of the route; the rest becomes the query of a read, else the JSON body
   */
  call(route: string, input: JsonObject): Promise<unknown> {
    return this.#send(this, route, input);
  }

  /** An agency's connection has a company token and no sub-account of its own. */
  get isAgency(): boolean {
    return !this.bundle.authData.locationId;
  }

  /** The sub-account to work in: the connection’s, or the one chosen in “Sub-Account”; empty if none is chosen yet. */
  get locationId(): string {
    return this.bundle.authData.locationId || String(this.bundle.inputData.locationId ?? '').trim();
  }

  /** The time zone of the Zap, in which people mean their days; empty if Zapier does not say it. */
  get timeZone(): string {
    return this.bundle.meta?.timezone ?? '';
  }

  /** Milliseconds that are left. */
  get timeLeft(): number {
    return this.deadline - Date.now();
  }

  /** Milliseconds that a request may take: so many, or what is left. */
  timeFor(atMost: number): number {
    return Math.max(1_000, Math.min(atMost, this.timeLeft));
  }
}

/** Milliseconds from the end of a connection until the rest of its answer is read. */
const timeToRead = 100;

/** What makes the connection of a request to HighLevel, and says when it is closed. */
const watchedAgent = (onClose: () => void): http.Agent => {
  const agent = apiUrl().startsWith('http:') ? new http.Agent() : new https.Agent();
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (...options) =>
    connect(...options)?.once('close', () => setTimeout(onClose, timeToRead));
  return agent;
};

/** What ends a request early: handed to `z.request`, whose types leave both out (zapier#request-timeout). */
export interface Ending {
  signal: AbortSignal;
  /** Notices an answer that breaks off, for which node-fetch would wait without end. Not for a file that is handed on: its reader may be slower than the connection. */
  agent: http.Agent;
}

/**
 * Ends a request in time together with its answer’s body: core’s own `timeout` starts again when the body starts (zapier#request-timeout).
 * @param send gets what it hands to `z.request`; throws as if the connection failed if the answer breaks off
 */
export const inTime = async <Answer>(
  milliseconds: number,
  send: (ending: Ending) => Promise<Answer>,
): Promise<Answer> => {
  const controller = new AbortController();
  let isBroken = false;
  const agent = watchedAgent(() => {
    isBroken = true;
    controller.abort();
  });
  const timer = setTimeout(() => controller.abort(), milliseconds);
  try {
    return await send({ signal: controller.signal, agent });
  } catch (error) {
    throw isBroken ? Object.assign(new Error('broken off'), { code: 'ECONNRESET' }) : error;
  } finally {
    clearTimeout(timer);
  }
};
