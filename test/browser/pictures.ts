import { mkdir } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { field, openList, openRecipe } from './stage.ts';
import { at, start } from './tools.ts';

/** Takes the pictures that the documents show: docs/workbench.png, workbench-zap.png and workbench-runs.png. */
export const takePictures = async (browser: Browser): Promise<void> => {
  const folder = at('../../docs');
  await mkdir(folder, { recursive: true });
  const workbench = await start('--port', '0');
  const context = await browser.newContext({
    baseURL: workbench.url,
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  const take = (name: string) => page.screenshot({ path: `${folder}/${name}.png` });
  await page.goto('/operations/create_contact_note');
  await openList(field(page, 'contactId'));
  await take('workbench');
  await openRecipe(page, 'Won opportunity to onboarding workflow');
  await page.getByRole('button', { name: 'Find a record' }).click();
  await page.getByRole('heading', { name: 'The latest record' }).waitFor();
  await page.locator('.step-card').nth(4).click();
  await page.locator('#step-title', { hasText: 'Create Contact Note' }).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await take('workbench-zap');
  await page.getByRole('switch').click();
  await page.locator('#chart svg').waitFor();
  // The day passes first, so that the chart shows what fires at its end.
  await page.locator('#clock').getByRole('button', { name: '+ 1 day' }).click();
  await page.locator('#clock [role=status]').waitFor({ timeout: 60_000 });
  await page.locator('.happen').getByRole('button', { name: 'Won opportunity' }).click();
  await page.locator('.run').first().waitFor({ timeout: 20_000 });
  await page.locator('.bar-fired').waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await take('workbench-runs');
  await context.close();
  await workbench.interrupt();
};
