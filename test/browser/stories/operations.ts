import assert from 'node:assert/strict';
import type { Route } from 'playwright-core';
import {
  choose,
  createContact,
  field,
  openList,
  pick,
  result,
  type Stories,
  section,
  textOf,
} from '../stage.ts';

/** Single operations: forms, dropdowns, tests. */
export const operations: Stories = {
  'loses nothing that is filled in while the scripts of the page are on their way': async ({
    open,
  }) => {
    const page = await open();
    const onTheirWay: Route[] = [];
    await page.route('**/public/htmx.js', (route) => void onTheirWay.push(route));
    await page.goto('/operations/create_contact', { waitUntil: 'commit' });
    const name = page.getByLabel('First Name', { exact: true });
    await name.fill('Ada');
    await page.getByRole('button', { name: 'Test action', exact: true }).click();
    for (const route of onTheirWay) await route.continue();
    await page.waitForLoadState();
    assert.equal(await name.inputValue(), 'Ada');
    assert.match(await result(page, 'Test action'), /It worked/);
  },

  'sets up and creates a contact with lists, line items, a date and custom fields': async ({
    open,
  }) => {
    const page = await open();
    await page.goto('/operations/create_contact');
    await page.getByLabel('First Name', { exact: true }).fill('Ada');
    await page.getByLabel('Email', { exact: true }).fill('ada@example.com');
    await section(page, 'Details').click();
    const tags = field(page, 'tags');
    await tags.getByRole('button', { name: 'Type a value' }).click();
    await tags.getByRole('textbox').fill('browser');
    await tags.getByRole('button', { name: 'Add another' }).click();
    await tags.getByRole('button', { name: 'Type a value' }).click();
    await tags.getByRole('textbox').last().fill('second');
    await field(page, 'dateOfBirth').locator('input:visible').fill('1990-05-17T00:00');
    await section(page, 'Do Not Disturb').click();
    const channels = field(page, 'dndSettings');
    await channels.getByRole('button', { name: 'Add an item' }).click();
    await channels.locator('select').first().selectOption('SMS');
    await channels.locator('select').last().selectOption('active');
    await field(page, 'dnd').getByText('No', { exact: true }).click();
    await page.getByLabel('Preferred Contact', { exact: true }).selectOption({ index: 1 });
    const text = await result(page, 'Test action');
    assert.match(text, /It worked/);
    assert.match(text, /1 request · \d+ ms/);
    assert.match(text, /browser\s+second/);
    await page.locator('#result').getByText('HTTP (1)').click();
    await page.locator('.exchanges summary').click();
    const exchange = await textOf(page.locator('.exchanges'));
    assert.match(exchange, /"dndSettings": \{\s+"SMS": \{\s+"status": "active"/);
    assert.match(exchange, /"dateOfBirth": "1990-05-17"/);
    assert.match(exchange, /authorization: •••/i);
    assert.doesNotMatch(exchange, /Bearer/);
    await page.locator('#result').getByText('JSON', { exact: true }).first().click();
    const json = await textOf(page.locator('[data-view=json] pre'));
    assert.deepEqual((JSON.parse(json) as { tags: string[] }).tags, ['browser', 'second']);
  },

  'takes an ID where a person has one': async ({ open }) => {
    const page = await open();
    const id = await createContact(page, 'Ida');
    await page.goto('/operations/get_contact');
    await field(page, 'contactId').getByRole('button', { name: 'Type an ID' }).click();
    await page.getByLabel('Contact: type an ID').fill(id);
    assert.match(await result(page, 'Test trigger'), /Ida/);
  },

  'loads a dropdown that depends on another field, and clears it when that changes': async ({
    open,
  }) => {
    const page = await open();
    await page.goto('/operations/create_contact_task');
    const [first] = await (await openList(field(page, 'contactId'))).locator('[data-option]').all();
    const id = (await first?.getAttribute('data-option')) ?? '';
    await page.keyboard.press('Escape');
    // What is typed while the form is drawn anew for the contact is not lost.
    await field(page, 'contactId').getByRole('button', { name: 'Type an ID' }).click();
    await page.getByLabel('Contact: type an ID').fill(id);
    await page.getByLabel('Title').fill('Call back');
    await field(page, 'dueDate').locator('input:visible').fill('2030-01-02T09:00');
    assert.match(await result(page, 'Test action'), /It worked/);

    await page.goto('/operations/complete_contact_task');
    const early = await openList(field(page, 'taskId'));
    assert.match(await textOf(early), /“Contact” is required/);
    await page.keyboard.press('Escape');
    await pick(page, 'contactId', id);
    await pick(page, 'taskId', 'Call back');
    assert.match(await textOf(field(page, 'taskId').locator('[data-shown]')), /Call back/);
    const other = await openList(field(page, 'contactId'));
    await choose(page, 'contactId', other.locator('[data-option]').nth(3));
    await field(page, 'taskId').getByText('Choose…', { exact: true }).waitFor();
  },

  'polls a trigger twice and fires on what is new': async ({ open }) => {
    const page = await open({ colorScheme: 'dark' });
    await page.goto('/operations/search_contacts');
    assert.match(await result(page, 'Test trigger'), /remembers 250 records and fires on none/);
    assert.match(await result(page, 'Poll again'), /Nothing new/);
    await page.getByRole('button', { name: 'New contact' }).click();
    await page.getByText('is a new contact').waitFor();
    // The index does not show it yet; the page says so, counts down, and polls again by itself.
    assert.match(
      await result(page, 'Poll again'),
      /not in HighLevel’s search index yet[\s\S]* s\./,
    );
    await page.locator('#result', { hasText: 'Fires 1 time' }).waitFor();
    const text = await textOf(page.locator('#result'));
    assert.match(text, /Amelia Hart/);
  },

  'shows an error as the user of a Zap would read it': async ({ open }) => {
    const page = await open();
    await page.goto('/operations/create_contact');
    assert.match(
      await result(page, 'Test action'),
      /Zapier would stop this run here[\s\S]*Fill in at least a name, an email or a phone number\./,
    );
    await page.goto('/operations/delete_contact');
    await field(page, 'contactId').getByRole('button', { name: 'Type an ID' }).click();
    await page.getByLabel('Contact: type an ID').fill('nobody');
    const text = await result(page, 'Test action');
    assert.match(text, /The step would fail[\s\S]*HighLevel did not find this/);
    assert.doesNotMatch(text, /What happened|Console logs|Bearer/);
    await page.getByText('What went over the wire (1)').click();
    await page.locator('.exchanges .status.bad').waitFor();
  },

  'fetches and plays a recording': async ({ open }) => {
    const page = await open();
    await page.goto('/operations/get_message_recording');
    const panel = await openList(field(page, 'conversationId'));
    const conversations = await panel.locator('[data-option]').count();
    for (let index = 0; index < conversations; index += 1) {
      if (index > 0) await openList(field(page, 'conversationId'));
      await choose(page, 'conversationId', panel.locator('[data-option]').nth(index));
      const calls = await openList(field(page, 'messageId'));
      if ((await calls.locator('[data-option]').count()) > 0) break;
      await page.keyboard.press('Escape');
    }
    await field(page, 'messageId').locator('[data-option]').first().click();
    await result(page, 'Test trigger');
    await page.getByRole('button', { name: 'Fetch this file' }).click();
    await page.locator('audio').waitFor();
    const seconds = await page.locator('audio').evaluate(
      (audio: HTMLAudioElement) =>
        new Promise<number>((resolve) => {
          if (audio.readyState > 0) resolve(audio.duration);
          audio.addEventListener('loadedmetadata', () => resolve(audio.duration));
          audio.addEventListener('error', () => resolve(0));
        }),
    );
    assert.ok(seconds > 0);
  },
};
