import { Hono } from 'hono';
import { html } from 'hono/html';
import { entryOf } from '../catalog.ts';
import { answer, type Desk } from '../context.ts';
import type { Tested } from '../history.ts';
import { code } from '../pages/exchanges.ts';
import { withoutSecrets } from '../secrets.ts';
import { showClock } from '../zone.ts';

const row = (test: Tested, zone: string) => html`<li class="run ${test.isGood ? 'good' : 'bad'}">
<details>
<summary><span class="mark ${test.isGood ? 'fires' : 'fails'}">${test.isGood ? 'done' : 'failed'}</span> <strong>${entryOf(test.key)?.label ?? test.key}</strong> <span class="thin">${test.outcome}</span> <time class="thin">${showClock(test.at, zone)}</time></summary>
<p class="cost">${test.requests} ${test.requests === 1 ? 'request' : 'requests'} · ${test.milliseconds} ms</p>
${code('Filled in', JSON.stringify(withoutSecrets(test.input), null, 2))}
${test.records.length > 0 ? code('Result', JSON.stringify(test.records, null, 2)) : ''}
<form method="post" action="/history/${test.number}"><button type="submit" class="small">Fill the form in like this again</button></form>
</details></li>`;

/** The tests since the workbench was started. */
export const historyRoutes = (desk: Desk): Hono => {
  const { session, history } = desk;
  const app = new Hono();

  app.get('/history', async (context) => {
    const { name } = await session.zoneOf();
    return answer(context, desk, {
      title: 'History',
      place: 'history',
      content: html`<article class="history"><header class="operation-head"><h1 tabindex="-1">History of Tests</h1>
<p class="lead">Every test since you started the workbench, newest first. The runs of a Zap are on the Zap’s own page.</p></header>
${history.tests.length === 0 ? html`<p class="empty">Nothing has been tested yet.</p>` : html`<ol class="runs" role="list">${history.tests.map((test) => row(test, name))}</ol>`}</article>`,
    });
  });

  app.post('/history/:number', (context) => {
    const test = history.at(Number(context.req.param('number')));
    if (!test) return context.redirect('/history', 303);
    session.filled.set(test.key, { input: test.input, labels: test.labels });
    return context.redirect(`/operations/${test.key}`, 303);
  });

  return app;
};
