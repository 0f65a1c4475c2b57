import { html } from 'hono/html';
import type { Html } from '../markdown.ts';
import type { Session } from '../session.ts';
import type { Zone } from '../zone.ts';

export type Part = Html | string | false | undefined | null | Part[];

/** A page before it is drawn. */
export interface Page {
  title: string;
  /** Which part of the navigation is current. */
  place: 'operations' | 'zaps' | 'history' | 'connect';
  /** Beside the content on a wide window, above it or away on a narrow one. */
  aside?: Part;
  content: Part;
  /** The address that the page has, if it comes as the answer to a button. */
  url?: string;
}

const tab = (href: string, label: string, isCurrent: boolean) =>
  html`<a class="nav-link" href="${href}" ${isCurrent ? html`aria-current="page"` : ''}>${label}</a>`;

/** The connection, as every page shows it. */
const connectionChip = ({ connection, connections }: Session) =>
  connection
    ? html`<a class="chip connected" href="/connect"><span class="dot" aria-hidden="true"></span><span class="sr">Connected: </span>${connection.label}${connections.length > 1 ? html` <span class="thin">+ ${connections.length - 1}</span>` : ''}</a>`
    : html`<a class="chip" href="/connect"><span class="dot" aria-hidden="true"></span>Not connected</a>`;

/** Which HighLevel it is: on every page, so that nobody changes a real account by mistake. */
const placeBar = ({ place }: Session, zone: Zone) => {
  const times = html`<span class="zone">Times are in <strong>${zone.name}</strong>, the zone of ${zone.of}.</span>`;
  return place.isSandbox
    ? html`<p class="place"><strong>Sandbox</strong> <span>A HighLevel of its own at <code>${place.api}</code>, with invented people. Nothing leaves this computer.</span> ${times}</p>`
    : html`<p class="place real"><strong>Real HighLevel</strong> <span>What you run here happens in the connected account, at <code>${place.api}</code>.</span> ${times}</p>`;
};

const scripts = ['dom', 'pickers', 'data', 'editor', 'workbench'];

/** A whole page. */
export const page = (
  session: Session,
  { title, place, aside, content }: Page,
  zone: Zone,
): Html => html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="htmx-config" content='{"allowEval":false,"disableInheritance":true,"includeIndicatorStyles":false,"historyCacheSize":0,"selfRequestsOnly":true,"defaultSwapStyle":"outerHTML","responseHandling":[{"code":"204","swap":false},{"code":"[234]..","swap":true},{"code":"5..","swap":true}]}'>
<title>${title} · HighLevel Workbench</title>
<link rel="icon" href="/public/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/public/workbench.css">
<link rel="stylesheet" href="/public/zaps.css">
<script src="/public/htmx.js" defer></script>
${scripts.map((name) => html`<script src="/public/${name}.js" type="module"></script>`)}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<a class="brand" href="/"><img src="/public/icon.svg" alt="" width="28" height="28"><span>HighLevel <span class="thin">Workbench</span></span></a>
<nav class="nav" aria-label="Main">
${tab('/', 'Operations', place === 'operations')}
${tab('/zaps', 'Zaps', place === 'zaps')}
${tab('/history', 'History', place === 'history')}
</nav>
${connectionChip(session)}
</header>
${placeBar(session, zone)}
<div class="progress" id="progress" role="progressbar" aria-label="Working" hidden></div>
<div class="frame ${aside ? 'with-aside' : ''}">
${aside ? html`<aside aria-label="Operations">${aside}</aside>` : ''}
<main id="main" tabindex="-1">
${content}
</main>
</div>
<p class="gone" id="gone" role="alert" hidden>The workbench does not answer. Is it still running?</p>
<div class="sr" id="said" role="status" aria-live="polite"></div>
</body>
</html>`;

/** Something that did not work, in place of what should have come. */
export const trouble = (sentence: string): Html =>
  html`<div class="notice bad" role="alert"><p>${sentence}</p></div>`;

/** A page that is not there, or that could not be made. */
export const missingPage = (sentence: string): Page => ({
  title: 'Not Found',
  place: 'operations',
  content: html`<article class="missing"><h1 tabindex="-1">This page could not be opened</h1><p class="lead">${sentence}</p>
<p><a href="/">All operations</a> · <a href="/zaps">Your Zaps</a></p></article>`,
});
