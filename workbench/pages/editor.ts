import { html } from 'hono/html';
import type { Problem } from '../checks.ts';
import type { Draft } from '../draft.ts';
import type { Live } from '../live.ts';
import type { Html } from '../markdown.ts';
import { editorUrl } from './steps.ts';

/** The switch, as a button of Zapier’s kind. */
const switchButton = (draft: Draft, live: Live) =>
  live.isOn
    ? html`<button type="button" class="switch on" role="switch" aria-checked="true" hx-post="/zaps/${draft.id}/off" hx-target="#main" hx-swap="innerHTML"><span class="switch-track" aria-hidden="true"></span>The Zap is on</button>`
    : html`<button type="button" class="switch" role="switch" aria-checked="false" hx-post="/zaps/${draft.id}/on" hx-include="#step-form" hx-target="#main" hx-swap="innerHTML" hx-disabled-elt="this"><span class="switch-track" aria-hidden="true"></span>The Zap is off</button>`;

/** Undo and redo. */
export const undoTools = (draft: Draft, isOutOfBand = false): Html => {
  const button = (action: string, label: string, can: boolean) =>
    html`<button type="button" class="small" data-tool="${action}" hx-post="/zaps/${draft.id}/${action}" hx-include="#open-step" hx-target="#main" hx-swap="innerHTML" ${can ? '' : html`disabled`}>${label}</button>`;
  return html`<span class="undo" id="undo" ${isOutOfBand ? html`hx-swap-oob="true"` : ''}>${button('undo', 'Undo', draft.canUndo)}${button('redo', 'Redo', draft.canRedo)}</span>`;
};

/** The head of a Zap’s pages: its name, its switch, and what can be done with it. */
export const zapHead = (draft: Draft, live: Live, place: 'editor' | 'runs', step = ''): Html => {
  const { id, file } = draft;
  const tab = (href: string, label: string, isCurrent: boolean) =>
    html`<a class="nav-link" href="${href}" hx-get="${href}" hx-target="#main" hx-swap="innerHTML" hx-push-url="true" ${isCurrent ? html`aria-current="page"` : ''}>${label}</a>`;
  return html`<header class="zap-head">
<p class="crumb"><a href="/zaps">Zaps</a></p>
<h1 class="out-of-sight" tabindex="-1">${file.name}</h1>
<div class="zap-bar">
<input class="zap-name" name="name" value="${file.name}" aria-label="Name of the Zap" autocomplete="off" hx-post="/zaps/${id}/name" hx-trigger="change" hx-swap="none">
${switchButton(draft, live)}
</div>
<div class="zap-bar">
<nav class="nav" aria-label="This Zap">${tab(editorUrl(id, step), 'Editor', place === 'editor')}${tab(`/zaps/${id}/runs`, `Runs${live.runs.length > 0 ? ` (${live.runs.length})` : ''}`, place === 'runs')}</nav>
<div class="tools">
${place === 'editor' ? undoTools(draft) : ''}
<button type="button" class="small" hx-post="/zaps/${id}/run" hx-include="#step-form" hx-target="#main" hx-swap="innerHTML" hx-disabled-elt="this">Run once</button>
<details class="more"><summary class="small-summary">More</summary><div class="menu">
<label class="choice"><input type="checkbox" name="autoreplay" value="yes" ${file.autoreplay ? html`checked` : ''} hx-post="/zaps/${id}/autoreplay" hx-trigger="change" hx-swap="none"> Autoreplay errors</label>
<a href="/zaps/${id}/export" download>Export as a file</a>
<button type="button" class="quiet" data-copy-link="/zaps/${id}/link">Copy a link to it</button>
<button type="button" class="quiet" hx-post="/zaps/${id}/copy" hx-target="#main" hx-swap="innerHTML">Duplicate the Zap</button>
<button type="button" class="quiet danger" hx-post="/zaps/${id}/delete" hx-confirm="Delete “${file.name}” and its file?" hx-target="#main" hx-swap="innerHTML">Delete the Zap</button>
</div></details>
</div></div>
</header>`;
};

/** Why a Zap cannot be switched on. */
export const refusal = (draft: Draft, problems: Problem[]): Html => {
  const faults = problems.filter(({ kind }) => kind === 'fault');
  if (faults.length === 0) return html``;
  return html`<div class="notice bad" role="alert"><p>The Zap cannot run yet:</p><ul>${faults.map(
    ({ step, id, text }) =>
      html`<li>${id ? html`<a href="${editorUrl(draft.id, id)}">Step ${step}</a>: ` : ''}${text}</li>`,
  )}</ul></div>`;
};

/** The editor of a Zap. */
export const editorPage = (parts: {
  head: Html;
  notice: Html | '';
  list: Html;
  step: Html;
  data: Html;
  openStep: string;
}): Html => html`<article class="zap-editor" data-zap>
${parts.head}
${parts.notice}
<input type="hidden" id="open-step" name="at" value="${parts.openStep}">
<div class="zap-grid">
${parts.list}
${parts.step}
${parts.data}
</div>
<dialog id="add" class="add-dialog" aria-labelledby="add-title"><div id="add-body"></div></dialog>
</article>`;
