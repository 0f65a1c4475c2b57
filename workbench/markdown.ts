import { html, raw } from 'hono/html';

export type Html = ReturnType<typeof html>;

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const entity = (character: string): string => `&#${character.charCodeAt(0)};`;

/** Code, and punctuation behind a backslash, mean nothing more: they go on as what HTML reads as plain characters. */
const withLiterals = (line: string): string =>
  line.replace(/`([^`]+)`|\\(&\w+;|[!-/:-@[-`{-~])/g, (_, code?: string, character = '') =>
    code === undefined
      ? character.replace(/^.$/, entity)
      : `<code>${code.replace(/[*[\]()]/g, entity)}</code>`,
  );

const inline = (text: string): string =>
  withLiterals(escaped(text))
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])\*([^*\s][^*]*)\*/g, '$1<em>$2</em>')
    .replace(
      /\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g,
      '<a href="$2" target="_blank" rel="noopener noreferrer">$1</a>',
    );

/** The Markdown that Zapier's help texts use: paragraphs, lists, bold, italics, code, links and backslash escapes; all else stays text. */
export const markdown = (text: string): Html => {
  const blocks = text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      const lines = block.split('\n').map((line) => line.trim());
      const items = lines.filter((line) => /^[-*] /.test(line));
      return items.length === lines.length
        ? `<ul>${items.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`
        : `<p>${lines.map(inline).join('<br>')}</p>`;
    });
  return html`${raw(blocks.join(''))}`;
};
