import assert from 'node:assert/strict';
import { field, openList, openRecipe, result, type Stories, section, textOf } from '../stage.ts';
import { axeFindings, start } from '../tools.ts';

/** How the pages look and answer. */
export const looks: Stories = {
  'makes every thing happen that its buttons promise': async ({ open }) => {
    const page = await open();
    await openRecipe(page, 'Missed call to task');
    await page.goto(`${page.url().replace(/\?.*/, '')}/runs`);
    const box = page.locator('.happen > .buttons');
    const said = page.locator('#happened');
    for (const name of await box.getByRole('button').allInnerTexts()) {
      await said.evaluate((element) => element.replaceChildren());
      await box.getByRole('button', { name }).click();
      await said.locator('.mark').waitFor();
      assert.match(await textOf(said), /^done/, name);
    }
  },

  'reads well in both colour schemes, on a wide and on a narrow window': async ({ open }) => {
    const windows = [
      { colorScheme: 'light', width: 1280 },
      { colorScheme: 'dark', width: 390 },
    ] as const;
    for (const { colorScheme, width } of windows) {
      const page = await open({ colorScheme, viewport: { width, height: 800 } });
      const check = async (what: string): Promise<void> => {
        const where = `${what}, ${colorScheme}, ${width} px`;
        assert.deepEqual(await axeFindings(page), [], where);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${where}: ${wide} px too wide`);
      };
      await page.goto('/');
      await check('home');
      await page.goto('/operations/create_contact');
      for (const name of ['Details', 'Address', 'Do Not Disturb'])
        await section(page, name).click();
      await field(page, 'dndSettings').getByRole('button', { name: 'Add an item' }).click();
      await check('a form');
      await openList(field(page, 'assignedTo'));
      await check('a dropdown');
      await page.keyboard.press('Escape');
      await result(page, 'Test action');
      await check('an error');
      await page.goto('/operations/search_contacts');
      await result(page, 'Test trigger');
      await page.locator('#result').getByText(/^HTTP/).click();
      await page.locator('.exchanges summary').first().click();
      await check('a result');
      await page.goto('/connect');
      await check('the connection');
      await page.goto('/zaps');
      await check('the Zaps');
      await openRecipe(page, 'Won opportunity to onboarding workflow');
      await check('the trigger of a Zap');
      await page.locator('.step-card').nth(4).click();
      await page.locator('#step-title', { hasText: 'Note' }).waitFor();
      await check('a step of a Zap');
      await page.locator('.adder').last().click();
      await page.getByRole('dialog').locator('.add-choice').first().waitFor();
      await check('choosing a step');
      await page.keyboard.press('Escape');
      await page.getByRole('switch').click();
      await page.locator('#chart svg').waitFor();
      await page.locator('.happen').getByRole('button', { name: 'Won opportunity' }).click();
      await page.locator('.run').first().waitFor({ timeout: 20_000 });
      await page.locator('.run-step > details > summary').nth(2).click();
      await check('the runs of a Zap');
      await page.goto('/history');
      await check('the history');
      await page.close();
    }
  },

  'takes another port when its own is taken, and stops cleanly': async ({ open, workbench }) => {
    const { port } = new URL(workbench.url);
    const second = await start('--port', port);
    assert.notEqual(second.url, workbench.url);
    assert.match(second.output(), /is taken/);
    const page = await open();
    await page.goto(second.url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.equal(await second.interrupt(), 0);
  },

  'keeps every letter that is typed at once': async ({ open }) => {
    const page = await open();
    await openRecipe(page, 'Won opportunity to onboarding workflow');
    await page.locator('.step-card').nth(4).click();
    const body = page.locator('[data-field="body"] textarea');
    await body.waitFor();
    await body.focus();
    const words = ' and so on, letter by letter';
    await page.keyboard.press('Control+End');
    await page.keyboard.type(words);
    assert.ok((await body.inputValue()).endsWith(words));
  },
};
