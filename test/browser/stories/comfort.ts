import assert from 'node:assert/strict';
import { createContact, field, openRecipe, reads, result, type Stories } from '../stage.ts';

/** What makes it comfortable. */
export const comfort: Stories = {
  'copies fields, results as JSON and requests as curl, without secrets': async ({ open }) => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const id = await createContact(page, 'Clip');
    await page
      .locator('#result')
      .getByRole('button', { name: 'Copy Contact ID', exact: true })
      .click();
    await page.waitForFunction(
      async (copied) => (await navigator.clipboard.readText()) === copied,
      id,
    );
    await page.locator('#result').getByText('JSON', { exact: true }).first().click();
    await page.locator('[data-view=json]').getByRole('button', { name: 'Copy' }).click();
    await page.locator('[data-view=json]').getByText('Copied', { exact: true }).waitFor();
    const json = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal((JSON.parse(json) as { firstName: string }).firstName, 'Clip');
    await page.locator('#result').getByText('HTTP (1)').click();
    await page.locator('.exchanges summary').click();
    await page.getByRole('button', { name: 'Copy as curl, without secrets' }).click();
    await page.waitForFunction(async () =>
      (await navigator.clipboard.readText()).startsWith('curl'),
    );
    const curl = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(curl, /^curl -X POST 'http:\S+contacts\/'/);
    assert.match(curl, /-H "authorization: Bearer \$HIGHLEVEL_TOKEN"/i);
    assert.match(curl, /--data '\{.*"firstName":"Clip"/);
  },

  'remembers tests, and fills a form in like one of them again': async ({ open }) => {
    const page = await open();
    await createContact(page, 'First');
    await createContact(page, 'Second');
    await page.goto('/history');
    assert.equal(await page.locator('.run').count(), 2);
    await page.locator('.run summary').last().click();
    await page.locator('.run').last().getByRole('button', { name: /again/ }).click();
    await page.getByLabel('First Name', { exact: true }).waitFor();
    assert.equal(await page.getByLabel('First Name', { exact: true }).inputValue(), 'First');
  },

  'shows that it goes on with what takes longer than half a second': async ({ open }) => {
    const page = await open();
    await page.goto('/operations/search_contacts');
    await result(page, 'Test trigger');
    await page.locator('.faults summary').click();
    await page.getByRole('button', { name: 'Slow answer (3 s)' }).click();
    await page.locator('#fault-said .mark').waitFor();
    await page.getByRole('button', { name: 'Poll again' }).click();
    await page.locator('#progress:visible').waitFor();
    await page.locator('#progress').waitFor({ state: 'hidden' });
  },

  'says what Zapier would do about each trouble': async ({ open }) => {
    const page = await open();
    await openRecipe(page, 'Missed call to task');
    await page.locator('.zap-editor .nav-link', { hasText: 'Runs' }).click();
    await page.locator('.faults summary').click();
    for (const name of await page.locator('.faults button').allInnerTexts()) {
      await page.locator('#fault-said').evaluate((element) => element.replaceChildren());
      await page.locator('.faults').getByRole('button', { name, exact: true }).click();
      await reads(page.locator('#fault-said'), /^ready .{20,}/);
    }
  },

  'opens a page for an address that is none': async ({ open }) => {
    const page = await open();
    for (const path of ['/nowhere', '/zaps/none', '/operations/none']) {
      const answer = await page.request.get(path);
      assert.equal(answer.status(), 404, path);
      assert.match(await answer.text(), /<nav[\s\S]*<h1/);
    }
  },

  'names what is typed instead of a choice': async ({ open }) => {
    const page = await open();
    await page.goto('/operations/create_contact');
    await page.locator('details.group').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    for (const key of ['tags', 'country', 'timezone'])
      await reads(field(page, key).locator('[data-switch]'), /Type a value/);
    await reads(field(page, 'assignedTo').locator('[data-switch]'), /Type an ID/);
  },
};
