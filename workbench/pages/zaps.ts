import { html } from 'hono/html';
import { recipes } from '../../zaps/index.ts';
import { type Recipe, stepsOf } from '../../zaps/zap.ts';
import { describeStep } from '../describe.ts';
import { type Html, markdown } from '../markdown.ts';
import { recipeId } from '../recipes.ts';
import type { ZapFile } from '../zapFile.ts';

/** A Zap of the folder, as the list shows it. */
export interface Listed {
  id: string;
  file?: ZapFile;
  trouble?: string;
  isOn: boolean;
  runs: number;
}

const chain = (file: ZapFile) =>
  html`<span class="chain">${stepsOf(file).map((step, index) => html`${index > 0 ? html`<span aria-hidden="true"> → </span>` : ''}${describeStep(step).title}`)}</span>`;

const listed = ({ id, file, trouble, isOn, runs }: Listed) => html`<li class="zap-item">
<a href="/zaps/${id}"><strong>${file?.name ?? id}</strong> ${isOn ? html`<span class="mark fires">on</span>` : ''}${runs > 0 ? html` <span class="thin">${runs} ${runs === 1 ? 'run' : 'runs'}</span>` : ''}
${file ? chain(file) : html`<span class="mark fails">${trouble}</span>`}</a>
</li>`;

const recipeCard = (
  recipe: Recipe,
) => html`<li class="card recipe" data-recipe="${recipeId(recipe)}">
<h4>${recipe.name}</h4><p class="card-text">${recipe.about}</p>
<form method="post" action="/recipes/${recipeId(recipe)}/open"><button type="submit" class="small">Open${recipe.zaps.length > 1 ? ` its ${recipe.zaps.length} Zaps` : ''}<span class="sr"> “${recipe.name}”</span></button></form>
</li>`;

/** A recipe on a page of its own, so that a link can lead to it. */
export const recipePage = (recipe: Recipe): Html => html`<article class="recipe-page">
<header class="operation-head"><h1 tabindex="-1">${recipe.name}</h1><p class="lead">${recipe.about}</p></header>
${recipe.limits ? html`<div class="notice note">${markdown(recipe.limits)}</div>` : ''}
<ol class="zap-list" role="list">${recipe.zaps.map((zap, index) => html`<li class="zap-item"><span>${recipe.zaps.length > 1 ? html`<strong>Zap ${index + 1}</strong> ` : ''}${chain({ ...zap, name: '' })}</span></li>`)}</ol>
<form method="post" action="/recipes/${recipeId(recipe)}/open"><button type="submit" class="primary">Open, filled in</button></form>
</article>`;

/** All Zaps and all recipes. */
export const zapsPage = (zaps: Listed[], folder: string, trouble = ''): Html => {
  const groups = [...new Set(recipes.map(({ beside }) => beside))];
  return html`<article class="zaps">
<header class="operation-head"><h1 tabindex="-1">Zaps</h1>
<p class="lead">Build a Zap as in the Zap editor, or open a recipe. Each Zap is a file in <code>${folder}</code>.</p></header>
${trouble ? html`<div class="notice bad" role="alert"><p>${trouble}</p></div>` : ''}
<div class="actions">
<form method="post" action="/zaps"><button type="submit" class="primary">New Zap</button></form>
<form method="post" action="/zaps/import" enctype="multipart/form-data" class="import"><label class="sr" for="import">Import a Zap from a file</label><input id="import" type="file" name="file" accept=".json,application/json" required><button type="submit" class="small">Import</button></form>
</div>
${
  zaps.length === 0
    ? html`<p class="empty">There is no Zap yet. Start with a new one, or with a recipe.</p>`
    : html`<ul class="zap-list" role="list">${zaps.map(listed)}</ul>`
}
<h2 id="recipes">Recipes</h2>
${groups.map(
  (group) => html`<section class="recipes"><h3>${group}</h3>
<ul role="list" class="cards">${recipes.filter(({ beside }) => beside === group).map(recipeCard)}</ul></section>`,
)}
</article>`;
};

/** Asks before a Zap takes the place of another one. */
export const conflictPage = (
  file: ZapFile,
  json: string,
  isKnown: boolean,
): Html => html`<article class="zaps">
<header class="operation-head"><h1 tabindex="-1">${isKnown ? 'A Zap of this name is here already' : 'Open this Zap?'}</h1>
<p class="lead">“${file.name}”: ${chain(file)}</p></header>
<form method="post" action="/zaps/import" class="actions"><textarea name="zap" hidden>
${json}</textarea>
<button type="submit" name="how" value="both" class="primary">${isKnown ? 'Keep both' : 'Open it'}</button>
${isKnown ? html`<button type="submit" name="how" value="replace" class="small">Replace the one that is here</button>` : ''}
<a href="/zaps">Cancel</a></form>
</article>`;
