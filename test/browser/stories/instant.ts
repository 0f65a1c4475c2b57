import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { openRecipe, reads, type Stories } from '../stage.ts';

const switchOn = async (page: Page): Promise<void> => {
  await page.getByRole('switch', { name: 'The Zap is off' }).click();
  await page.getByRole('switch', { name: 'The Zap is on' }).waitFor();
};

/** Zaps that start at once, by what a workflow posts. */
export const instant: Stories = {
  'starts at once when a workflow posts, before its polling twin': async ({ open }) => {
    const page = await open();
    await openRecipe(page, 'Tell the team of a new contact at once');
    const twin = page.url().replace('zap-1', 'zap-2');
    await switchOn(page);
    await reads(page.locator('#pulse'), /Waits for posts of the workflow · 0 posts came/);
    await page.locator('.happen').getByRole('button', { name: 'New contact', exact: true }).click();
    const run = page.locator('.run').first();
    await run.waitFor({ timeout: 10_000 });
    await reads(run, /Success[\s\S]*Amelia Hart[\s\S]*Slack/);
    await reads(page.locator('#pulse'), /1 post came/);
    await page.goto(twin);
    await switchOn(page);
    await page.locator('.happen').getByRole('button', { name: 'New contact', exact: true }).click();
    await page.locator('#happened .mark').waitFor();
    // HighLevel’s search index lags, and Zapier polls only now and then: nothing has come yet.
    assert.equal(await page.locator('.run').count(), 0);
    await page.locator('.run').first().waitFor({ timeout: 30_000 });
  },

  'takes what somebody else posts to its URL, once, and says why it refuses a post': async ({
    open,
  }) => {
    const page = await open();
    await openRecipe(page, 'Tell the team of a new contact at once');
    await switchOn(page);
    const url = (await page.locator('#hook-url').innerText()).trim();
    const post = async (body: object): Promise<void> => {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      assert.equal(answer.status, 200);
    };
    const mara = { contact_id: 'c1', first_name: 'Mara', phone: '+13125550190', tags: '' };
    await post(mara);
    await post(mara);
    await reads(page.locator('.run').first(), /Success[\s\S]*Mara/);
    assert.equal(await page.locator('.run').count(), 1);
    await post({ ...mara, calendar: { appointmentId: 'a1', startTime: '2026-09-13T17:00:00' } });
    await reads(page.locator('#pulse'), /post refused[\s\S]*about an appointment/);
    const answer = await fetch(url.replace(/hooks\/\w+/, 'hooks/guessed'), { method: 'POST' });
    assert.equal(answer.status, 403);
  },

  'shows recent records in the shape of an event, and how the URL gets into HighLevel': async ({
    open,
  }) => {
    const page = await open();
    await page.goto('/operations/appointment_changed_instant');
    await page.getByRole('button', { name: 'Test trigger' }).click();
    await page.locator('[data-instant]').waitFor({ timeout: 20_000 });
    await reads(
      page.locator('#result'),
      /Fires at once[\s\S]*Add the trigger “Appointment Status”[\s\S]*paste the URL/,
    );
    await reads(page.locator('#result'), /Appointment Status/);
  },
};
