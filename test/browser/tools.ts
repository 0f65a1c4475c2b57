import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** A file of the project, by its path from here. */
export const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A workbench of its own, started as `npm start` starts it. */
export interface Started {
  url: string;
  output: () => string;
  /** Where its Zaps are kept. */
  folder: string;
  /** Ctrl-C; gives the exit status. */
  interrupt: () => Promise<number | null>;
}

/** Starts the workbench and waits until it says its address. */
export const start = (...options: string[]): Promise<Started> =>
  new Promise((resolve, reject) => {
    const { CLIENT_ID: _id, CLIENT_SECRET: _secret, ...env } = process.env;
    const folder = mkdtempSync(join(tmpdir(), 'zaps-'));
    const child: ChildProcess = spawn(
      process.execPath,
      [at('../../workbench/main.ts'), '--zaps', folder, ...options],
      { env, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let output = '';
    const ended = new Promise<number | null>((end) => child.once('exit', end));
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const [, url] = /HighLevel Workbench\s+(http:\S+)/.exec(output) ?? [];
      if (url && output.includes('Ctrl-C'))
        resolve({
          url,
          output: () => output,
          folder,
          interrupt: async () => {
            child.kill('SIGINT');
            const status = await ended;
            rmSync(folder, { recursive: true, force: true });
            return status;
          },
        });
    };
    child.once('error', reject);
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    ended.then((status) => reject(new Error(`It ended with ${status}: ${output}`)));
  });

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds that is serious, as sentences. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as {
      axe: {
        run: () => Promise<{
          violations: { id: string; impact: string; help: string; nodes: { html: string }[] }[];
        }>;
      };
    };
    return (await runner.run()).violations.map(({ id, impact, help: words, nodes }) => ({
      impact,
      sentence: `${id}: ${words} (${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')})`,
    }));
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ sentence }) => sentence);
};
