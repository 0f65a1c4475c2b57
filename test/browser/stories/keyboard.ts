import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { reads, type Stories, settle } from '../stage.ts';

const type = (page: Page, text: string) => page.keyboard.type(text);
const press = async (page: Page, ...keys: string[]) => {
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
const enter = async (page: Page, name: RegExp): Promise<void> => {
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

const start = async (page: Page): Promise<void> => {
  await page.goto('/zaps');
  await enter(page, /^New Zap/);
  await page.locator('.step-card').waitFor();
};

const trigger = async (page: Page, words: string, title: RegExp): Promise<void> => {
  await enter(page, /^Choose a trigger/);
  await choose(page, words, title);
};

const add = async (page: Page, after: number, words: string, title: RegExp): Promise<void> => {
  await page.locator('.step-card').first().focus();
  await enter(page, new RegExp(`^Add a step after step ${after}`));
  await choose(page, words, title);
};

/** Inserts data into the field that has the focus: “/”, what it is called, Enter. */
const insert = async (page: Page, words: string): Promise<void> => {
  await press(page, '/');
  await type(page, words);
  const saved = page.waitForResponse((answer) => /\/(save|form)$/.test(answer.url()));
  await press(page, 'ArrowDown', 'Enter');
  await saved;
  await settle(page);
};

const field = async (page: Page, name: RegExp): Promise<void> => {
  await page.locator('#step-title').focus();
  await tabTo(page, name);
};

/** Types what an entry of a list begins with; types it again if the computer was too slow to take it for one word. */
const typeChoice = async (page: Page, words: string): Promise<void> => {
  const shown = () =>
    page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.text);
  for (let tries = 0; tries < 5 && !(await shown())?.startsWith(words); tries += 1)
    await type(page, words);
  await settle(page);
};

const flip = async (page: Page): Promise<void> => {
  await page.locator('.zap-name').focus();
  await enter(page, /^The Zap is off/);
  await page.getByRole('switch', { name: 'The Zap is on' }).waitFor();
};

const minutes = async (page: Page, build: () => Promise<void>): Promise<void> => {
  const began = performance.now();
  await build();
  const seconds = Math.round((performance.now() - began) / 1000);
  assert.ok(seconds < 180, `It takes ${seconds} s, more than three minutes.`);
  await page.close();
};

/** The recipes of the README, built from nothing, by keyboard. */
export const keyboard: Stories = {
  'builds “New lead to appointment follow-up” by keyboard': async ({ open }) => {
    const page = await open();
    await minutes(page, async () => {
      await start(page);
      await trigger(page, 'new lead', /A new lead/);
      await add(page, 1, 'upsert contact', /Upsert Contact/);
      await field(page, /^Full Name/);
      await insert(page, 'full name');
      await field(page, /^Email/);
      await insert(page, 'email');
      await field(page, /^Phone/);
      await insert(page, 'phone');
      await add(page, 2, 'create contact task', /Create Contact Task/);
      await field(page, /^Contact/);
      await insert(page, 'contact id');
      await field(page, /^Title/);
      await type(page, 'Call ');
      await insert(page, 'full name');
      await type(page, ' and book');
      await field(page, /^Due Date/);
      await insert(page, 'created at');
      await page.locator('.zap-name').focus();
      await enter(page, /^Run once/);
      await reads(page.locator('.run').first(), /Success\s+Rosa Lind/);
    });
  },

  'builds “Missed call to task” by keyboard': async ({ open }) => {
    const page = await open();
    await minutes(page, async () => {
      await start(page);
      await trigger(page, 'missed call', /Missed Call/);
      await add(page, 1, 'find contact by id', /Find Contact by ID/);
      await field(page, /^Contact/);
      await insert(page, 'contact id');
      await add(page, 2, 'create task', /Create Contact Task/);
      await field(page, /^Contact/);
      await insert(page, 'contact id');
      await field(page, /^Title/);
      await type(page, 'Call ');
      await insert(page, 'full name');
      await type(page, ' back');
      await field(page, /^Due Date/);
      await insert(page, 'date added');
      await flip(page);
      await enter(page, /^Missed call/);
      await page.locator('.run').first().waitFor({ timeout: 20_000 });
      await reads(page.locator('.run').first(), /Success/);
    });
  },

  'builds “Won opportunity to onboarding workflow” by keyboard': async ({ open }) => {
    const page = await open();
    await minutes(page, async () => {
      await start(page);
      await trigger(page, 'opportunity status changed', /Opportunity Status Changed/);
      await field(page, /^New Status/);
      await typeChoice(page, 'Won');
      await add(page, 1, 'filter', /Only continue if/);
      await field(page, /^Only continue if/);
      await insert(page, 'contact tags');
      await field(page, /^Condition/);
      await typeChoice(page, 'does not contain');
      await field(page, /^Compared with/);
      await type(page, 'customer');
      await add(page, 2, 'contact to workflow', /Add Contact to Workflow/);
      await field(page, /^Contact/);
      await insert(page, 'contact id');
      await field(page, /^Workflow/);
      await press(page, 'Enter');
      await page.locator('.panel [data-option]').first().waitFor();
      await settle(page);
      await press(page, 'Enter');
      await settle(page);
      await add(page, 3, 'add tags', /Add Tags to Contact/);
      await field(page, /^Contact/);
      await insert(page, 'contact id');
      await field(page, /Type a value/);
      await press(page, 'Enter');
      await type(page, 'customer');
      await add(page, 4, 'create contact note', /Create Contact Note/);
      await field(page, /^Contact/);
      await insert(page, 'contact id');
      await field(page, /^Note/);
      await type(page, 'Won: ');
      await insert(page, 'value');
      await flip(page);
      await enter(page, /^Won opportunity/);
      await page.locator('.run').first().waitFor({ timeout: 20_000 });
      await reads(page.locator('.run').first(), /Success/);
    });
  },
};
