import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { addStep, field, fillIn, openRecipe, reads, type Stories } from '../stage.ts';

const happen = async (page: Page, name: string): Promise<void> => {
  await page.locator('.happen').getByRole('button', { name, exact: true }).click();
  await page.locator('#happened .mark').waitFor();
};

const fault = async (page: Page, name: string): Promise<void> => {
  await page.locator('.faults').evaluate((details: HTMLDetailsElement) => {
    details.open = true;
  });
  await page.locator('.faults').getByRole('button', { name, exact: true }).click();
  await page.locator('#fault-said .mark').waitFor();
};

const switchOn = async (page: Page): Promise<void> => {
  await page.getByRole('switch', { name: 'The Zap is off' }).click();
  await page.getByRole('switch', { name: 'The Zap is on' }).waitFor();
};

const forward = async (page: Page, name: string): Promise<void> => {
  await page.locator('#clock').getByRole('button', { name, exact: true }).click();
  await page.locator('#clock [role=status]').waitFor({ timeout: 60_000 });
};

/** Zaps that run: waiting, failing, replayed, through days. */
export const runs: Stories = {
  'waits until an appointment is over, and goes on when the clock is moved': async ({ open }) => {
    const page = await open();
    await openRecipe(page, 'New lead to appointment follow-up');
    await page.goto(page.url().replace('zap-1', 'zap-2'));
    await switchOn(page);
    await happen(page, 'Booked appointment');
    const run = page.locator('.run').first();
    await run.waitFor({ timeout: 20_000 });
    await reads(run, /Waiting[\s\S]*at step 3, goes on/);
    await forward(page, 'To the next waiting run');
    await reads(run, /Success[\s\S]*Create Contact Task/);
  },

  'shows where a run stopped and why, and replays it from there': async ({ open }) => {
    const page = await open();
    await openRecipe(page, 'Create a contact and tag it');
    await addStep(page, 'delete contact', 'Delete Contact');
    await field(page, 'contactId').getByRole('button', { name: 'Type an ID' }).click();
    await fillIn(page, 'Contact: type an ID', 'nobody');
    await page.getByRole('button', { name: 'Run once' }).click();
    const run = page.locator('.run').first();
    await reads(run, /Stopped \(Errored\)[\s\S]*at step 4[\s\S]*HighLevel did not find this/);
    await run.locator('.run-step').last().getByText('HTTP (1)').click();
    await reads(run.locator('.run-step').last().locator('.exchanges'), /DELETE[\s\S]*40[04]/);
    await page.getByRole('button', { name: 'Replay from where it stopped' }).click();
    await page.locator('.run-step').nth(4).waitFor();
    assert.equal(await page.locator('.run').count(), 1);
  },

  'replays by itself while HighLevel is down': async ({ open }) => {
    const page = await open();
    await openRecipe(page, 'Create a contact and tag it');
    await page.locator('.small-summary').click();
    await page.getByLabel('Autoreplay errors').check();
    await page.locator('.zap-editor .nav-link', { hasText: 'Runs' }).click();
    await page.locator('.happen').first().waitFor();
    await fault(page, 'HighLevel is down (503)');
    await page.getByRole('button', { name: 'Send it' }).click();
    const run = page.locator('.run').first();
    await run.waitFor({ timeout: 20_000 });
    await reads(run, /Scheduled to replay[\s\S]*Autoreplay tries again at/);
    await fault(page, 'All is well again');
    await forward(page, 'To the next waiting run');
    await reads(run, /Success[\s\S]*try 2/);
  },

  'fires once for each record, and misses nothing in a week that passes': async ({ open }) => {
    const page = await open();
    await openRecipe(page, 'Keep name, email and phone up to date');
    await switchOn(page);
    await page.getByLabel('People go on working').check();
    await forward(page, '+ 1 day');
    const count = await page.locator('.run').count();
    assert.ok(count >= 2, `${count} runs`);
    const names = await page.locator('.run > details > summary strong').allInnerTexts();
    const times = await page.locator('.run > details > summary time').allInnerTexts();
    const each = names.map((name, index) => `${name} ${times[index]}`);
    assert.equal(new Set(each).size, each.length);
    await reads(page.locator('#chart figcaption'), /The last 24 hours: \d{2,3} polls, \d+ new/);
    assert.ok((await page.locator('#chart rect').count()) > 40);
    await page.locator('#chart summary').click();
    assert.equal(await page.locator('.polls tbody tr').count(), 12);
  },

  'waits when HighLevel says that it is too busy': async ({ open }) => {
    const page = await open();
    await openRecipe(page, 'Create a contact and tag it');
    await page.locator('.zap-editor .nav-link', { hasText: 'Runs' }).click();
    await page.locator('.happen').first().waitFor();
    await fault(page, 'Too many requests (429)');
    await reads(page.locator('#fault-said'), /Zapier runs the step again/);
    await page.getByRole('button', { name: 'Send it' }).click();
    const run = page.locator('.run').first();
    await run.waitFor({ timeout: 40_000 });
    await reads(run, /Throttled|Success/);
  },
};
