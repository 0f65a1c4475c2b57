import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { reads, type Stories } from '../stage.ts';

/** Recipes: each opens with one click, filled in, and runs. */
export const recipes: Stories = {
  'opens every recipe with one click, and each of its Zaps runs': async ({ open, workbench }) => {
    const page = await open();
    await page.goto('/zaps');
    const ids = await page
      .locator('[data-recipe]')
      .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset.recipe ?? ''));
    assert.ok(ids.length >= 42);
    const calm = ['success', 'filtered', 'waiting', 'nothingFound'];
    const run = async (what: string): Promise<void> => {
      await page.locator('.step-card').first().waitFor();
      await page.waitForLoadState();
      assert.equal(await page.locator('.mark.fails').count(), 0, what);
      await page.getByRole('button', { name: 'Run once' }).click();
      await page.locator('.run').first().waitFor();
      const status = await page.locator('.run').first().getAttribute('data-status');
      assert.ok(calm.includes(status ?? ''), `${what}: ${status}`);
    };
    const seen = new Set<string>();
    for (const id of ids) {
      await page.goto('/zaps');
      await page.locator(`[data-recipe="${id}"] button`).click();
      await run(id);
      // The other Zaps of the same recipe.
      const opened = readdirSync(workbench.folder).map((name) => name.replace('.json', ''));
      const current = new URL(page.url()).pathname.split('/')[2] ?? '';
      seen.add(current);
      for (const other of opened.filter((name) => !seen.has(name))) {
        seen.add(other);
        await page.goto(`/zaps/${other}`);
        await run(other);
      }
    }
    assert.ok(seen.size > ids.length);
  },

  'has a link for a recipe': async ({ open }) => {
    const page = await open();
    await page.goto('/recipes/missed-call-to-task');
    await reads(page.locator('h1'), /Missed call to task/);
    await page.getByRole('button', { name: 'Open, filled in' }).click();
    await page.locator('.step-card').nth(1).waitFor();
    assert.equal((await page.request.get('/recipes/none')).status(), 404);
  },
};
