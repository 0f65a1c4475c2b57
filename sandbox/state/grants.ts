import { randomBytes, randomUUID } from 'node:crypto';

/** How long an access token lives (api#token-lifetime). */
export const LIFE_IN_SECONDS = 86_399;

/** Milliseconds for which a private token works on after it was rotated (api#private-tokens). */
const OVERLAP = 7 * 86_400_000;

type Grant = { companyId: string; locationId?: string; userId: string; scopes: string[] };

export type Token = Grant & {
  accessToken: string;
  refreshToken: string;
  expiresAt: number;
  /** A Private Integration Token, made in the settings. */
  isPrivate?: true;
};

/** Codes and tokens. Codes and refresh tokens are used once (api#refresh-tokens). */
export class Grants {
  readonly #now: () => number;
  readonly #codes = new Map<string, Grant>();
  readonly #byAccess = new Map<string, Token>();
  readonly #byRefresh = new Map<string, Token>();
  readonly #private = new Map<string, Token>();

  constructor(now: () => number) {
    this.#now = now;
  }

  issueCode(grant: Grant): string {
    const code = randomBytes(20).toString('hex');
    this.#codes.set(code, grant);
    return code;
  }

  issue(grant: Grant): Token {
    const token = {
      ...grant,
      accessToken: randomBytes(48).toString('base64url'),
      refreshToken: randomBytes(48).toString('base64url'),
      expiresAt: this.#now() + LIFE_IN_SECONDS * 1_000,
    };
    this.#byAccess.set(token.accessToken, token);
    this.#byRefresh.set(token.refreshToken, token);
    return token;
  }

  tokenOf(accessToken: string): Token | undefined {
    const token = this.#byAccess.get(accessToken) ?? this.#private.get(accessToken);
    return token && token.expiresAt > this.#now() ? token : undefined;
  }

  useCode(code: string): Grant | undefined {
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    return grant;
  }

  findByRefresh(refreshToken: string): Token | undefined {
    return this.#byRefresh.get(refreshToken);
  }

  /** Trades a refresh token for new tokens; the old access token lives on until it expires. */
  refresh(token: Token): Token {
    this.#byRefresh.delete(token.refreshToken);
    const { companyId, locationId, userId, scopes } = token;
    return this.issue({ companyId, ...(locationId && { locationId }), userId, scopes });
  }

  /** A static token, which nothing refreshes (api#private-tokens). */
  issuePrivate(grant: Grant): Token {
    const token: Token = {
      ...grant,
      accessToken: `pit-${randomUUID()}`,
      refreshToken: '',
      expiresAt: Number.POSITIVE_INFINITY,
      isPrivate: true,
    };
    this.#private.set(token.accessToken, token);
    return token;
  }

  /** A new private token in the place of another one, which works on for a week. */
  rotatePrivate(token: Token): Token {
    const { companyId, locationId, userId, scopes } = token;
    this.#private.set(token.accessToken, { ...token, expiresAt: this.#now() + OVERLAP });
    return this.issuePrivate({ companyId, ...(locationId && { locationId }), userId, scopes });
  }

  /** Ends a private token at once. */
  deletePrivate(accessToken: string): void {
    this.#private.delete(accessToken);
  }

  /** The private tokens that are not about to end, in the order in which they were made. */
  get privateTokens(): Token[] {
    return [...this.#private.values()].filter(({ expiresAt }) => !Number.isFinite(expiresAt));
  }

  /** Ends every access token at once, as after 24 hours. */
  expireAll(): void {
    this.#byAccess.clear();
  }
}
