import http from 'node:http';
import https from 'node:https';
import type { Bundle, ZObject } from 'zapier-platform-core';
import { apiUrl, type Endpoint } from './api/endpoints.ts';
import type { OwnCache } from './cache.ts';
import type { JsonObject } from './values.ts';

/** Labels of the form's fields by their keys, for messages. */
export type Labels = Record<string, string>;

/** A sub-account’s token, and until when it may be used: epoch milliseconds. */
export interface LocationToken {
  access_token: string;
  until: number;
  /** What it may do, separated by blanks, if HighLevel said it. */
  scope?: string | undefined;
}

/** One run of an operation: what Zapier handed over, what has happened so far, and how to call HighLevel. */
export interface Run {
  readonly z: ZObject;
  readonly bundle: Bundle;
  /** What people read of each field, for messages; those of a chosen endpoint are known only when it is chosen. */
  labels: Labels;
  /** An agency’s connection has a company token and no sub-account of its own. */
  readonly isAgency: boolean;
  /** The connection has a Private Integration Token: nothing refreshes or exchanges it (api#private-tokens). */
  readonly hasPrivateToken: boolean;
  /** The sub-account to work in: the connection’s, or the one chosen in “Sub-Account”; empty if none is chosen yet. */
  readonly locationId: string;
  /** The time zone of the Zap, in which people mean their days; empty if Zapier names none that there is. */
  readonly timeZone: string;
  /** When the run must have ended. */
  readonly deadline: Deadline;
  /** What is kept for the connection and the sub-account. */
  readonly cache: OwnCache;
  /** The token of an agency’s sub-account, as soon as the run has one. */
  locationToken: LocationToken | undefined;
  /** What the step is to make, in people’s words (“note”), for messages; empty if it makes nothing. */
  makes: string;
  /** A request of this run has made a record, so the run must not be started again. */
  hasCreated: boolean;
  /** Sentences on what was left out though the run goes on: a create gives them back as `warning` of its record. */
  readonly warnings: string[];
  /** What core notes of each request (`whatHappened`): the only place in which the words of a 401 are left. */
  coreNotes: readonly string[];
  /**
   * Calls HighLevel and gives the parsed answer. Throws a HighLevelError for every answer that is not a success.
   * @param route a statement like `GET /contacts/{contactId}`, or an endpoint that no table knows
   * @param input fills the `{names}` of the route; the rest becomes the query of a read, else the JSON body
   */
  readonly call: (route: string | Endpoint, input: JsonObject) => Promise<unknown>;
}

// Zapier stops a run after 30 s (zapier#run-limits): 27 s leave time to say what went wrong.
const runTime = 27_000;

/** The end of a run, counted from now. All times are milliseconds. */
export class Deadline {
  readonly #end = Date.now() + runTime;

  get timeLeft(): number {
    return this.#end - Date.now();
  }

  /** What a request may take: so much, or what is left. Never nothing, which would mean no limit. */
  timeFor(atMost: number): number {
    return Math.max(1_000, Math.min(atMost, this.timeLeft));
  }
}

/** Milliseconds from the end of an answer or of its connection until what has come of it is read. */
const timeToRead = 250;

/**
 * What makes the connection of a request to HighLevel, and says when it has ended with it. A read takes one that is
 * left from an earlier request, which saves the time of a handshake. A write takes a new one: if HighLevel had closed
 * the old one a moment ago, nobody could tell whether the write has arrived.
 */
const watchedAgent = (reads: boolean, onClose: () => void): http.Agent => {
  const { Agent, globalAgent } = apiUrl().startsWith('http:') ? http : https;
  const agent: http.Agent & { addRequest?: AddRequest } = reads ? globalAgent : new Agent();
  const addRequest: AddRequest = (request, options) => {
    request.once('close', () => setTimeout(onClose, timeToRead));
    agent.addRequest?.(request, options);
  };
  return Object.assign(Object.create(agent), { addRequest });
};

/** How Node hands a request to an agent; its types leave it out. */
type AddRequest = (request: http.ClientRequest, options: object) => void;

/** What ends a request early: handed to `z.request`, whose types leave `signal` out (zapier#request-timeout). */
export interface Ending {
  signal: AbortSignal;
  /**
   * Notices an answer that breaks off, for which core would wait without end (zapier#broken-answers). Not for a file
   * that is handed on: its reader may be slower than the connection.
   */
  agent: http.Agent;
}

/**
 * Ends a request in time together with its answer’s body: core’s own `timeout` starts again when the body starts
 * (zapier#request-timeout). Throws as if the connection had failed if the answer breaks off.
 * @param send gets what it hands to `z.request`
 * @param reads whether it may go out on a connection that is open already
 */
export const inTime = async <Answer>(
  milliseconds: number,
  send: (ending: Ending) => Promise<Answer>,
  reads = false,
): Promise<Answer> => {
  const controller = new AbortController();
  let isBroken = false;
  const agent = watchedAgent(reads, () => {
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
