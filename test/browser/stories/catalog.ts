import assert from 'node:assert/strict';
import { entries } from '../../../workbench/catalog.ts';
import { field, openList, reads, type Stories, settle, textOf } from '../stage.ts';

/** Finding what one looks for. */
export const catalog: Stories = {
  'searches the catalog with the keyboard alone': async ({ open }) => {
    const page = await open();
    await page.goto('/');
    await page.getByRole('searchbox', { name: 'Search the operations' }).focus();
    await page.keyboard.type('create contact note');
    await page.getByText('1 operation', { exact: true }).waitFor();
    assert.equal(await page.locator('[data-entry]').count(), 1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Create Contact Note' }).waitFor();
    assert.match(page.url(), /\/operations\/create_contact_note$/);
    assert.equal(await page.locator('[data-entry][aria-current]').count(), 1);
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Try HighLevel' }).waitFor();
  },

  'knows what people say, and takes Enter for the best': async ({ open }) => {
    const page = await open();
    for (const [words, label] of [
      ['lead', /Contact/],
      ['deal', /Opportunity/],
      ['sms', /^Send SMS$/],
      ['move stage', /^Update Opportunity$/],
      ['contcat', /Contact/],
    ] as const) {
      await page.goto('/');
      const search = page.getByRole('searchbox', { name: 'Search the operations' });
      await search.focus();
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: label }).waitFor();
    }
    await page.goto('/?q=contact');
    await reads(page.locator('[data-entry]').last(), /Deprecated/);
  },

  'shows twice as many operations on a screen as a list with descriptions': async ({ open }) => {
    const page = await open();
    await page.goto('/');
    const shown = await page
      .locator('[data-entry]')
      .evaluateAll(
        (links) => links.filter((link) => link.getBoundingClientRect().bottom < innerHeight).length,
      );
    assert.ok(shown >= 14, `${shown} operations on a screen of 900 px`);
  },

  'offers “Load more” only if there is more': async ({ open }) => {
    const page = await open();
    await page.goto('/operations/create_contact');
    const users = await openList(field(page, 'assignedTo'));
    assert.ok((await users.locator('[data-option]').count()) < 20);
    assert.equal(await users.getByRole('button', { name: 'Load more' }).count(), 0);
  },

  'narrows the catalog to one kind': async ({ open }) => {
    const page = await open();
    await page.goto('/');
    const shows = (count: number) =>
      page.getByText(`${count} operations`, { exact: true }).waitFor();
    await shows(entries.length);
    await page.getByText('Searches', { exact: true }).click();
    await shows(entries.filter(({ kind }) => kind === 'searches').length);
    await page.getByText('Triggers', { exact: true }).click();
    await shows(entries.filter(({ kind }) => kind === 'triggers').length);
    await page.getByRole('searchbox').fill('xyzzy');
    await page.getByText('Nothing fits. Try one word').waitFor();
  },

  'fills dropdowns page by page, and searches what is loaded': async ({ open }) => {
    const page = await open();
    await page.goto('/operations/create_contact_note');
    const panel = await openList(field(page, 'contactId'));
    const before = await panel.locator('[data-option]').count();
    await panel.getByRole('button', { name: 'Load more' }).click();
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-option]').length > count,
      before,
    );
    await panel.getByRole('searchbox').fill('hugo');
    const shown = panel.locator('li:visible [data-option]');
    for (const text of await shown.allInnerTexts()) assert.match(text, /hugo/i);
    await page.keyboard.press('ArrowDown');
    // The form is drawn again for the chosen contact; the keyboard goes on where it was.
    const drawn = page.waitForResponse((answer) => answer.url().endsWith('/form'));
    await page.keyboard.press('Enter');
    await drawn;
    await settle(page);
    assert.match(await textOf(field(page, 'contactId').locator('[data-shown]')), /hugo/i);
    await page.keyboard.press('Enter');
    await panel.waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await panel.isVisible(), false);
  },

  'opens every operation of the catalog': async ({ open }) => {
    const page = await open();
    await page.goto('/');
    const paths = await page
      .locator('[data-entry]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    assert.equal(paths.length, entries.length);
    for (const path of paths) {
      // As a click in the list does, without waiting for it to scroll there.
      await page.evaluate((to) => {
        const { htmx } = globalThis as unknown as { htmx: { ajax: (...of: unknown[]) => unknown } };
        htmx.ajax('GET', to, { target: '#main', swap: 'innerHTML' });
      }, path);
      const key = path.split('/').at(-1);
      await page.locator(`article[data-key="${key}"] #fields`).waitFor();
      assert.equal(await page.locator('#fields [role=alert]').count(), 0, path);
    }
  },
};
