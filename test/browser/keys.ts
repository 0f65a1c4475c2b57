import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { settle } from './stage.ts';

/** How often a key was pressed on a page. */
const presses = new WeakMap<Page, number>();
const count = (page: Page, more: number): void => {
  presses.set(page, (presses.get(page) ?? 0) + more);
};

/** Types a text into what has the focus. */
export const type = (page: Page, text: string) => {
  count(page, text.length);
  return page.keyboard.type(text);
};

/** Presses keys, one after the other. */
export const press = async (page: Page, ...keys: string[]) => {
  count(page, keys.length);
  for (const key of keys) await page.keyboard.press(key);
};

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const label = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    const labels = (element as HTMLInputElement | null)?.labels;
    const by = element?.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const named = by.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    return [labels?.[0]?.textContent, named, label].join(' ').trim();
  });

/** Tabs on until what has the focus is called like this. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let count = 0; count < 120; count += 1) {
    if (name.test(await focused(page))) return;
    await press(page, 'Tab');
  }
  assert.fail(`Nothing that takes the focus is called ${name}.`);
};

/** Tabs on to a button, and presses it. */
export const enter = async (page: Page, name: RegExp): Promise<void> => {
  await tabTo(page, name);
  await press(page, 'Enter');
};

/** Chooses from the dialog that is open. */
const choose = async (page: Page, words: string, title: RegExp) => {
  await page.getByRole('dialog').getByRole('searchbox').waitFor();
  await type(page, words);
  await press(page, 'Enter');
  await page.locator('#step-title', { hasText: title }).waitFor();
  await settle(page);
};

/** Makes a new Zap. */
export const start = async (page: Page): Promise<void> => {
  await page.goto('/zaps');
  await enter(page, /^New Zap/);
  await page.locator('.step-card').waitFor();
  await page.waitForLoadState();
};

/** Chooses the trigger. */
export const trigger = async (page: Page, words: string, title: RegExp): Promise<void> => {
  await enter(page, /^Choose a trigger/);
  await choose(page, words, title);
};

/** Adds a step behind another one. */
export const add = async (
  page: Page,
  after: number,
  words: string,
  title: RegExp,
): Promise<void> => {
  await page.locator('.step-card').first().focus();
  await enter(page, new RegExp(`^Add a step after step ${after}`));
  await choose(page, words, title);
};

/** Inserts data into the field that has the focus: “/”, what it is called, Enter. */
export const insert = async (page: Page, words: string): Promise<void> => {
  await press(page, '/');
  await type(page, words);
  const saved = page.waitForResponse((answer) => /\/(save|form)$/.test(answer.url()));
  await press(page, 'ArrowDown', 'Enter');
  await saved;
  await settle(page);
};

/** Goes to a field of the open step. */
export const field = async (page: Page, name: RegExp): Promise<void> => {
  await page.locator('#step-title').focus();
  await tabTo(page, name);
};

/** Types what an entry of a list begins with; types it again if the computer was too slow to take it for one word. */
export const typeChoice = async (page: Page, words: string): Promise<void> => {
  const shown = () =>
    page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.text);
  for (let tries = 0; tries < 5 && !(await shown())?.startsWith(words); tries += 1)
    await type(page, words);
  await settle(page);
};

/** Switches the Zap on. */
export const flip = async (page: Page): Promise<void> => {
  await page.locator('.zap-name').focus();
  await enter(page, /^The Zap is off/);
  await page.getByRole('switch', { name: 'The Zap is on' }).waitFor();
};

/** Builds what a person builds in three minutes, with three keys a second. */
export const minutes = async (page: Page, build: () => Promise<void>): Promise<void> => {
  await build();
  const pressed = presses.get(page) ?? 0;
  assert.ok(pressed < 3 * 180, `It takes ${pressed} keys, more than three minutes.`);
  await page.close();
};
