import { errors } from 'zapier-platform-core';
import type { Run } from '../run.ts';
import { withoutContext } from '../zapier.ts';

/** What went wrong, as far as the app acts on it. Zapier shows it as the code of the error. */
export type Kind =
  /** HighLevel did not find the record. */
  | 'not_found'
  /** The sub-account is gone, or the app is not installed in it. */
  | 'no_location'
  /** HighLevel did not accept what was filled in. */
  | 'invalid'
  /** The record exists already. */
  | 'duplicate'
  /** HighLevel answered that it did not do it. */
  | 'refused'
  /** The connection may not do this. */
  | 'forbidden'
  /** The token is an agency's where a sub-account's is needed, or the other way round. */
  | 'other_token'
  /** The connection lacks a scope. */
  | 'scope'
  /** HighLevel has retired the endpoint, or the version of its API: only an update of the app helps. */
  | 'retired'
  /** HighLevel does not offer this to apps yet. */
  | 'unsupported'
  /** HighLevel or the network failed: nobody knows whether it was done. */
  | 'unavailable'
  /** Too little time was left, so the request was not sent. */
  | 'late'
  /** A part of the step is done, the rest is not. */
  | 'partly'
  /** A list is too long to be watched. */
  | 'too_long'
  /** The rate limit is reached. */
  | 'throttled'
  /** The token has run out or is not valid. */
  | 'token'
  /** The connection is over. */
  | 'ended'
  /** HighLevel did not complete a new connection. */
  | 'connect'
  /** HighLevel does not know the app itself. */
  | 'client';

interface Facts {
  /** HTTP status; that of HighLevel's answer if there was one. */
  status?: number | undefined;
  traceId?: string | undefined;
  /** Seconds until HighLevel takes requests again. */
  wait?: number | undefined;
  /** HighLevel's own words. */
  said?: string | undefined;
  /** What to do now. */
  advice?: string | undefined;
  /** The record that is there already. */
  recordId?: string | undefined;
  /** How far the request came: it never reached HighLevel, or HighLevel has ended with it. Else nobody knows. */
  reached?: 'nothing' | 'end' | undefined;
  /** A record may have been made all the same. */
  isUncertain?: boolean | undefined;
  /** Doing the step again could make a second record: nothing may replay it by itself. */
  isFinal?: boolean | undefined;
  /** What the request that failed would have done; a read if it is not said. */
  effect?: Effect | undefined;
}

interface Effect {
  reads: boolean;
  /** Sent again, it would make a second record. */
  createsRecord: boolean;
}

/** What went wrong with a call of HighLevel. `zapierError` makes Zapier's own error of it, at the edge of the app. */
export class HighLevelError extends Error {
  readonly kind: Kind;
  readonly facts: Facts;

  /** @param words for the owner of the Zap: what happened, and what to do now unless the facts say it */
  constructor(kind: Kind, words: string, facts: Facts = {}) {
    super(words);
    this.name = 'HighLevelError';
    this.kind = kind;
    this.facts = facts;
  }

  get status(): number {
    return this.facts.status ?? 502;
  }

  /** What happened, what to do, and HighLevel's own number of the request, by which its support finds it. */
  get sentence(): string {
    const { advice, traceId } = this.facts;
    return [this.message, advice, traceId && `(trace ${traceId})`].filter(Boolean).join(' ');
  }

  /** The same fault in other words. */
  reworded(words: string, kind: Kind = this.kind, status: number = this.status): HighLevelError {
    return new HighLevelError(kind, words, { ...this.facts, advice: undefined, status });
  }

  /** The same fault, of which more is known. */
  with(facts: Facts): HighLevelError {
    return new HighLevelError(this.kind, this.message, { ...this.facts, ...facts });
  }
}

/** The kind of an error; undefined if it is not one of HighLevel's. */
export const kindOf = (error: unknown): Kind | undefined =>
  error instanceof HighLevelError ? error.kind : undefined;

/** Kinds of errors after which the whole run is started again, or the connection. */
const restarts = new Set<Kind>(['throttled', 'token', 'ended']);

/** Whether the work can go on without what a look-up could not read. */
export const canDoWithout = (error: unknown): boolean => {
  const kind = kindOf(error);
  return kind !== undefined && !restarts.has(kind);
};

/** For `catch`: what the work goes on with, if it can do without what could not be read. Other errors stay. */
export const doWithout =
  <Value>(instead: Value) =>
  (error: unknown): Value => {
    if (canDoWithout(error)) return instead;
    throw error;
  };

const retryLater =
  'A trigger tries again by itself and misses nothing. You can replay an action from your Zap history.';

const replaySafely = 'You can replay this run safely: it makes the same change again.';

const checkFirst = (noun: string): string =>
  `Check in HighLevel whether ${noun ? `the ${noun} is there` : 'it was done'} before you replay this run, so that nothing happens twice.`;

/** What to do now that HighLevel failed; in the editor somebody waits for an answer. */
const retryAdvice = ({ effect }: Facts, { bundle: { meta }, hasCreated, makes }: Run): string => {
  if (hasCreated || effect?.createsRecord) return checkFirst(makes);
  if (effect && !effect.reads) return replaySafely;
  const isInEditor = meta?.isLoadingSample || meta?.isFillingDynamicDropdown || meta?.isTestingAuth;
  return isInEditor ? 'Please try again in a moment.' : retryLater;
};

/** The error with what to do now, if HighLevel failed and the error does not say it yet. */
const withAdvice = (error: HighLevelError, run: Run): HighLevelError => {
  const { kind, facts } = error;
  if (kind !== 'unavailable' || facts.advice !== undefined) return error;
  return error.with({ advice: retryAdvice(facts, run) });
};

/** Zapier's own error for each fault of a run: those that Zapier acts on have a class of their own. */
export const zapierError = (error: unknown, run: Run): unknown => {
  if (!(error instanceof HighLevelError)) return withoutContext(error);
  const { kind, sentence, status, facts } = withAdvice(error, run);
  // Of Zapier's classes the one that is least replayed (zapier#replays).
  if (facts.isFinal) return withoutContext(new errors.HaltedError(sentence));
  switch (kind) {
    case 'throttled':
      return new errors.ThrottledError(sentence, facts.wait);
    case 'token':
      // Nothing refreshes a private token: Zapier asks for a new connection.
      return withoutContext(
        run.hasPrivateToken ? new errors.ExpiredAuthError(sentence) : new errors.RefreshAuthError(),
      );
    case 'ended':
      return withoutContext(new errors.ExpiredAuthError(sentence));
    default:
      return new errors.Error(sentence, kind, status);
  }
};
