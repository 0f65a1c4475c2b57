import { html } from 'hono/html';
import type { Exchange } from '../app.ts';
import type { Html } from '../markdown.ts';

const pretty = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

const shortened = (text: string): string =>
  text.length > 20_000 ? `${text.slice(0, 20_000)}\n… (${text.length} characters)` : text;

/** A text as it is, with a button that copies it. */
export const code = (label: string, text: string): Html =>
  html`<figure class="code"><figcaption>${label} <button type="button" class="quiet" data-copy-code>Copy</button></figcaption><pre tabindex="0" aria-label="${label}">${shortened(text)}</pre></figure>`;

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A request as a command for the terminal. Its secrets are not in it: the token is a variable. */
export const curlOf = ({ method, url, requestHeaders, requestBody }: Exchange): string => {
  const headers = requestHeaders
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^[\w-]+:/.test(line) && !/^(content-length|user-agent|host):/i.test(line))
    .map((line) =>
      line.includes('•••')
        ? `  -H "${line.split(':')[0]}: Bearer $HIGHLEVEL_TOKEN"`
        : `  -H ${quoted(line)}`,
    );
  const body = requestBody ? [`  --data ${quoted(requestBody)}`] : [];
  return [`curl -X ${method} ${quoted(url)}`, ...headers, ...body].join(' \\\n');
};

const statusKind = (status: number): string => (status < 300 ? 'good' : 'bad');

/** The HTTP requests that the app sent to HighLevel, with their answers. core has replaced every secret in them. */
export const exchangeList = (exchanges: Exchange[]): Html => {
  if (exchanges.length === 0)
    return html`<p class="empty">Nothing was sent to HighLevel, because the app stopped before its request.</p>`;
  return html`<ol class="exchanges" role="list">
${exchanges.map((exchange) => {
  const { pathname, search } = new URL(exchange.url);
  return html`<li><details>
<summary><span class="method">${exchange.method}</span> <span class="path">${pathname}<span class="thin">${search}</span></span> <span class="status ${statusKind(exchange.status)}">${exchange.status}</span> <span class="thin">${exchange.milliseconds} ms</span></summary>
<button type="button" class="quiet" data-copy="${curlOf(exchange)}">Copy as curl, without secrets</button>
${code('Request', `${exchange.method} ${exchange.url}\n${exchange.requestHeaders}`)}
${exchange.requestBody ? code('Request body', pretty(exchange.requestBody)) : ''}
${code(`Answer ${exchange.status}`, pretty(exchange.answer))}
${code('Answer headers', exchange.responseHeaders)}
</details></li>`;
})}
</ol>`;
};
