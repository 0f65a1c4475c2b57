import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import {
  addStep,
  chooseStep,
  field,
  fillIn,
  holds,
  newZap,
  openRecipe,
  reads,
  type Stories,
  settle,
  textOf,
} from '../stage.ts';

const titles = (page: Page) => page.locator('.step-title').allInnerTexts();

const tool = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click();
  await settle(page);
};

/** A new contact gets a note, if it came by email. */
const contactToNote = async (page: Page): Promise<void> => {
  await newZap(page);
  await page.getByRole('button', { name: 'Choose a trigger' }).click();
  await chooseStep(page, 'search contacts', 'Search Contacts');
  await page.getByRole('button', { name: 'Find a record' }).click();
  await page.getByRole('heading', { name: 'The latest record' }).waitFor();
  await addStep(page, 'filter', 'Filter: Only Continue If');
  await page.getByLabel('Only continue if', { exact: false }).first().focus();
  await page.locator('[data-insert="{{1.email}}"]').click();
  await field(page, 'holds').locator('select').selectOption('exists');
  await field(page, 'other').waitFor({ state: 'detached' });
  await addStep(page, 'note', 'Create Contact Note');
  await field(page, 'contactId').locator('[data-open]').focus();
  await page.locator('[data-insert="{{1.id}}"]').click();
  await fillIn(page, 'Note required', 'Say hello to {{1.firstName}}');
};

/** Building and changing Zaps. */
export const editing: Stories = {
  'builds a Zap with a filter, and sees it fire': async ({ open }) => {
    const page = await open();
    await contactToNote(page);
    await page.getByRole('switch', { name: 'The Zap is off' }).click();
    await page.getByRole('switch', { name: 'The Zap is on' }).waitFor();
    await page.getByRole('button', { name: 'New contact' }).click();
    const run = page.locator('.run').first();
    await run.waitFor({ timeout: 20_000 });
    await reads(run, /Success\s+Amelia Hart/);
    await run.locator('.run-step > details > summary').nth(2).click();
    await reads(run.locator('.run-step').nth(2), /Say hello to Amelia/);
    await run.locator('.run-step').nth(2).getByText('HTTP (1)').click();
    await reads(run.locator('.run-step').nth(2).locator('.exchanges'), /POST[\s\S]*\/notes/);
    assert.equal(await page.locator('.run').count(), 1);
  },

  'moves, doubles and deletes steps, and what they take stays right': async ({ open }) => {
    const page = await open();
    await openRecipe(page, 'Won opportunity to onboarding workflow');
    await page.locator('.step-card').nth(4).click();
    await page.locator('#step-title', { hasText: 'Create Contact Note' }).waitFor();
    await tool(page, 'Move up');
    assert.deepEqual((await titles(page)).slice(2), [
      'Add Contact to Workflow',
      'Create Contact Note',
      'Add Tags to Contact',
    ]);
    await page.keyboard.press('Alt+ArrowUp');
    await page.locator('.step-card').nth(2).getByText('Create Contact Note').waitFor();
    await settle(page);
    await tool(page, 'Duplicate');
    assert.equal((await titles(page)).filter((title) => title === 'Create Contact Note').length, 2);
    await tool(page, 'Delete');
    await page.locator('.step-card').nth(0).click();
    await page.locator('#step-title', { hasText: 'Opportunity Status Changed' }).waitFor();
    assert.equal((await titles(page)).length, 5);
    await page.locator('.step-card').nth(2).click();
    await page.locator('#step-title', { hasText: 'Create Contact Note' }).waitFor();
    assert.equal(await page.getByLabel('Contact: type an ID').inputValue(), '{{1.contactId}}');
  },

  'marks what was taken from a step that is gone, and undo brings it back': async ({ open }) => {
    const page = await open();
    await openRecipe(page, 'Create a contact and tag it');
    await page.locator('.step-card').nth(1).click();
    await page.locator('#step-title', { hasText: 'Find or Create Contact' }).waitFor();
    await tool(page, 'Delete');
    await reads(page.locator('.step-card').nth(1), /1 to fix/);
    await page.getByRole('switch').click();
    await page.getByText('from a step that was deleted').first().waitFor();
    await page.locator('h2').first().click();
    await page.keyboard.press('Control+z');
    await page.locator('.step-card').nth(2).waitFor();
    await settle(page);
    assert.equal((await titles(page)).length, 3);
    await page.keyboard.press('Control+Shift+z');
    await page.locator('.step-card').nth(2).waitFor({ state: 'detached' });
    await settle(page);
    await tool(page, 'Undo');
    assert.equal((await titles(page)).length, 3);
  },

  'loses nothing by Back, reload or opening something else': async ({ open, workbench }) => {
    const page = await open();
    await contactToNote(page);
    const zap = page.url();
    const body = page.locator('#step-form').getByLabel('Note required', { exact: true });
    // Left at once, without a pause: what was typed last is not lost either.
    await body.fill('Typed just now');
    await page.reload();
    await holds(body, 'Typed just now');
    await page.goto('/operations/create_contact');
    await page.getByLabel('First Name', { exact: true }).fill('Half');
    await page.goto('/operations/find_contact');
    await page.goBack();
    await holds(page.getByLabel('First Name', { exact: true }), 'Half');
    await page.goto(zap);
    await holds(body, 'Typed just now');
    await page.goto('/zaps');
    await page.getByRole('link', { name: /Untitled Zap/ }).click();
    assert.equal((await titles(page)).length, 3);
    const [name = ''] = readdirSync(workbench.folder);
    assert.equal(name, 'untitled-zap.json');
    assert.match(readFileSync(join(workbench.folder, name), 'utf8'), /Typed just now/);
  },

  'keeps the answer to a step that was left out of the next one': async ({ open }) => {
    const page = await open();
    await openRecipe(page, 'Won opportunity to onboarding workflow');
    await page.locator('.step-card').nth(1).click();
    await page.locator('#step-title', { hasText: 'Only continue if' }).waitFor();
    await settle(page);
    let goOn = (): void => undefined;
    const held = new Promise<void>((done) => {
      goOn = done;
    });
    await page.route(/\/save$/, async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest(/\/save$/);
    await field(page, 'value').locator('input').first().fill('');
    await asked;
    await page.locator('.step-card').nth(3).click();
    await page.locator('#step-title', { hasText: 'Add Tags to Contact' }).waitFor();
    const answered = page.waitForResponse(/\/save$/);
    goOn();
    await answered;
    await reads(page.locator('.step-card').nth(1), /1 to fix/);
    await settle(page);
    assert.equal(await textOf(page.locator('#problems')), '');
  },

  'goes out as a file and a link, and comes in again, asking first': async ({
    open,
    workbench,
  }) => {
    const page = await open();
    await openRecipe(page, 'Missed call to task');
    const url = page.url();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .locator('.more')
        .evaluate((more: HTMLDetailsElement) => {
          more.open = true;
        })
        .then(() => page.getByRole('link', { name: 'Export as a file' }).click()),
    ]);
    const path = await download.path();
    await page.goto('/zaps');
    await page.locator('#import').setInputFiles(path);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('A Zap of this name is here already').waitFor();
    await page.getByRole('button', { name: 'Keep both' }).click();
    await page.getByRole('textbox', { name: 'Name of the Zap' }).waitFor();
    assert.equal(
      await page.getByRole('textbox', { name: 'Name of the Zap' }).inputValue(),
      'Missed call to task 2',
    );
    const link = await (await page.request.get(`${url.replace(/\?.*/, '')}/link`)).text();
    await page.goto(link);
    await page.getByRole('button', { name: 'Replace the one that is here' }).click();
    await page.waitForURL(/missed-call-to-task/);
    assert.equal(readdirSync(workbench.folder).length, 2);
    const bad = join(workbench.folder, 'bad.txt');
    writeFileSync(bad, '{"name":"x"}');
    await page.goto('/zaps');
    await page.locator('#import').setInputFiles(bad);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText(/This is not a Zap: “trigger”/).waitFor();
  },

  'maps by clicking, and shows what is sent to the character': async ({ open }) => {
    const page = await open();
    await contactToNote(page);
    const body = page.locator('#step-form').getByLabel('Note required', { exact: true });
    await fillIn(
      page,
      'Note required',
      '  {{1.firstName}} – {{1.tags}}: {{1.dnd}} “{{contact.name}}”  ',
    );
    const preview = page.locator('[data-field="body"] .preview');
    await page.waitForFunction(() =>
      document.querySelector('[data-field="body"] .preview')?.textContent?.includes('“'),
    );
    const shown = (await preview.textContent()) ?? '';
    assert.ok(!shown.includes('{{1'));
    await page.getByRole('button', { name: 'Test step' }).click();
    await page.getByRole('heading', { name: 'It worked' }).waitFor();
    await page.locator('#step-result').getByText('HTTP (1)').click();
    await page.locator('#step-result .exchanges summary').click();
    const sent = JSON.parse(
      await textOf(page.locator('#step-result').getByLabel('Request body')),
    ) as { body: string };
    assert.equal(sent.body, shown);
    await body.focus();
  },
};
