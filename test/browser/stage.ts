import assert from 'node:assert/strict';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Started } from './tools.ts';

/** What a story is told on. */
export interface Stage {
  open: (options?: BrowserContextOptions) => Promise<Page>;
  workbench: Started;
}

/** What a person does at the workbench, by what it shows. */
export type Stories = Record<string, (stage: Stage) => Promise<void>>;

/** A field of a form, by its key. */
export const field = (page: Page | Locator, key: string): Locator =>
  page.locator(`[data-field="${key}"]`);

/** Opens a dropdown and waits for what the app loads. */
export const openList = async (within: Locator): Promise<Locator> => {
  await within.locator('[data-open]').first().click();
  const panel = within.locator('.panel').first();
  await panel.locator('[data-option], [role=alert], .empty:visible').first().waitFor();
  return panel;
};

/** Chooses an entry of a dropdown, and waits for the form where it is drawn anew. */
export const choose = async (page: Page, key: string, option: Locator): Promise<void> => {
  const redraw = await field(page, key).locator('[data-value]').getAttribute('hx-post');
  await Promise.all([
    redraw && page.waitForResponse((answer) => answer.url().endsWith(redraw)),
    option.click(),
  ]);
  await settle(page);
};

/** Chooses from a dropdown the first entry that has these words. */
export const pick = async (page: Page, key: string, words: string): Promise<void> => {
  const panel = await openList(field(page, key));
  await choose(page, key, panel.locator('[data-option]', { hasText: words }).first());
};

/** The heading of a section of a form. */
export const section = (page: Page, name: string): Locator =>
  page.locator('summary', { hasText: new RegExp(`^${name}`) });

/** What a person reads. */
export const textOf = (locator: Locator): Promise<string> => locator.innerText();

/** Tests an operation; gives what is shown. */
export const result = async (page: Page, button: string): Promise<string> => {
  await page.waitForLoadState();
  await page.locator('#result').evaluate((element) => {
    for (const old of element.children) old.className = 'old';
  });
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.locator('#result .result').waitFor();
  return textOf(page.locator('#result'));
};

/** Chooses an account on the consent page, and waits for the page to which it leads back. */
export const consent = async (page: Page, account: RegExp): Promise<void> => {
  await page.getByRole('heading', { name: /^Connect / }).waitFor();
  const select = page.getByLabel('Which account should it work with?');
  const option = select.locator('option', { hasText: account }).first();
  await select.selectOption((await option.getAttribute('value')) ?? '');
  const { origin } = new URL(page.url());
  await Promise.all([
    page.waitForURL((url) => url.origin !== origin),
    page.getByRole('button', { name: 'Connect', exact: true }).click(),
  ]);
};

/** Connects an account, as a person does. */
export const connect = async (page: Page, kind: RegExp, account: RegExp): Promise<void> => {
  await page.goto('/connect');
  await page.getByLabel(kind).check();
  await page.getByRole('button', { name: 'Continue to the sandbox' }).click();
  await consent(page, account);
  await page.locator('.chip.connected').waitFor();
};

/** Creates a contact; gives its ID. */
export const createContact = async (page: Page, firstName: string): Promise<string> => {
  await page.goto('/operations/create_contact');
  await page.getByLabel('First Name', { exact: true }).fill(firstName);
  await result(page, 'Test action');
  return textOf(page.locator('#result dd').first());
};

/** Waits until htmx has nothing more to do. */
export const settle = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () =>
      document.readyState === 'complete' &&
      !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling'),
  );
};

/** Makes a new Zap, and opens it. */
export const newZap = async (page: Page): Promise<void> => {
  await page.goto('/zaps');
  await page.getByRole('button', { name: 'New Zap' }).click();
  await page.locator('.step-card').waitFor();
  await page.waitForLoadState();
};

/** Opens a recipe with one click. */
export const openRecipe = async (page: Page, name: string): Promise<void> => {
  await page.goto('/zaps');
  await page.getByRole('button', { name: `“${name}”` }).click();
  await page.locator('.step-card').first().waitFor();
  await page.waitForLoadState();
};

/** Chooses what a step does, in the dialog that is open. */
export const chooseStep = async (page: Page, words: string, label: string): Promise<void> => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill(words);
  // The whole list may hold it too, and goes away under the click.
  await dialog.locator(`[data-list-search][data-shown="${words}"]`).waitFor();
  await settle(page);
  const choice = dialog.locator('.add-choice', { hasText: label }).first();
  await choice.waitFor();
  await choice.click();
  await page.locator('#step-title', { hasText: label.replace(/^Filter:.*/, 'Only') }).waitFor();
  await settle(page);
};

/** Adds a step at the end of the Zap. */
export const addStep = async (page: Page, words: string, label: string): Promise<void> => {
  await page.locator('.adder').last().click();
  await chooseStep(page, words, label);
};

/** Types into a field of the open step, and waits until it is saved. */
export const fillIn = async (page: Page, label: string, text: string): Promise<void> => {
  const saved = page.waitForResponse((answer) => answer.url().endsWith('/save'));
  await page.locator('#step-form').getByLabel(label, { exact: true }).fill(text);
  await saved;
};

/** Waits until what a person reads is as expected. */
export const reads = async (locator: Locator, expected: RegExp): Promise<void> => {
  const end = performance.now() + 20_000;
  let text = '';
  while (performance.now() < end) {
    text = await textOf(locator.first());
    if (expected.test(text)) return;
    await locator.page().waitForTimeout(50);
  }
  assert.match(text, expected);
};

/** Waits until a field holds a text. */
export const holds = async (control: Locator, text: string): Promise<void> => {
  const end = performance.now() + 20_000;
  while (performance.now() < end) {
    if ((await control.inputValue()) === text) return;
    await control.page().waitForTimeout(50);
  }
  assert.equal(await control.inputValue(), text);
};
