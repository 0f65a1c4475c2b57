import { html } from 'hono/html';
import { readError } from '../../zaps/stage.ts';
import type { Exchange } from '../app.ts';
import type { Html } from '../markdown.ts';
import { exchangeList } from './exchanges.ts';
import { cost } from './result.ts';

const whatZapierDoes = {
  halted: [
    'Zapier would stop this run here',
    'It does not count as a failure, so the Zap stays on. Its owner can replay the run.',
  ],
  throttled: ['Zapier would wait', 'It runs the step again by itself after a wait.'],
  held: [
    'Zapier would ask for a new connection',
    'The owner of the Zap gets an email, and runs are held until the account is connected again.',
  ],
  errored: [
    'The step would fail',
    'Zapier shows this message in the Zap’s history and tells the owner. With Autoreplay it tries again after 5 minutes, 30 minutes, 1, 3 and 6 hours.',
  ],
} as const;

/** What Zapier does about an error, in a sentence. */
export const nextOf = (error: unknown): string => {
  const { failure, seconds } = readError(error);
  const [, text] = whatZapierDoes[failure];
  return failure === 'throttled' ? `${text.slice(0, -1)} of ${seconds} seconds.` : text;
};

/** An error as the user of a Zap would read it, with what Zapier does about it. */
export const errorCard = (error: unknown, exchanges: Exchange[], milliseconds: number): Html => {
  const { failure, why } = readError(error);
  return html`<div class="result bad" role="alert">
<header><h3>${whatZapierDoes[failure][0]}</h3>${cost(exchanges, milliseconds)}</header>
<blockquote>${why}</blockquote>
<p class="thin">${nextOf(error)}</p>
</div>
<details class="quiet-details"><summary>What went over the wire (${exchanges.length})</summary>${exchangeList(exchanges)}</details>`;
};
