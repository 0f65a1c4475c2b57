import assert from 'node:assert/strict';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { axeFindings, type Started, start } from './tools.ts';

interface Stage {
  open: (options?: BrowserContextOptions) => Promise<Page>;
  workbench: Started;
  /** Where to put the README's picture, if it is wanted. */
  picture?: string;
}

const field = (page: Page | Locator, key: string): Locator => page.locator(`[data-field="${key}"]`);

/** Opens a dropdown and waits for what the app loads. */
const openList = async (within: Locator): Promise<Locator> => {
  await within.locator('[data-open]').first().click();
  const panel = within.locator('.panel').first();
  await panel.locator('[data-option], [role=alert], .empty:visible').first().waitFor();
  return panel;
};

/** Chooses an entry of a dropdown, and waits for the form where it is drawn anew. */
const choose = async (page: Page, key: string, option: Locator): Promise<void> => {
  const redraw = await field(page, key).locator('[data-value]').getAttribute('hx-post');
  await Promise.all([
    redraw && page.waitForResponse((answer) => answer.url().endsWith(redraw)),
    option.click(),
  ]);
  await page.waitForFunction(
    () => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling'),
  );
};

/** Chooses from a dropdown the first entry that has these words. */
const pick = async (page: Page, key: string, words: string): Promise<void> => {
  const panel = await openList(field(page, key));
  await choose(page, key, panel.locator('[data-option]', { hasText: words }).first());
};

const section = (page: Page, name: string): Locator =>
  page.locator('summary', { hasText: new RegExp(`^${name}`) });

const textOf = (locator: Locator): Promise<string> => locator.innerText();

const result = async (page: Page, button: string): Promise<string> => {
  await page.locator('#result').evaluate((element) => {
    for (const old of element.children) old.className = 'old';
  });
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.locator('#result .result').waitFor();
  return textOf(page.locator('#result'));
};

/** Goes through the consent page, as a person does who connects. */
const connect = async (page: Page, kind: RegExp, account: RegExp): Promise<void> => {
  await page.goto('/connect');
  await page.getByLabel(kind).check();
  await page.getByRole('button', { name: 'Continue to the sandbox' }).click();
  await page.getByLabel('Which account should it work with?').waitFor();
  const option = page.locator('option', { hasText: account }).first();
  await page.locator('#account').selectOption((await option.getAttribute('value')) ?? '');
  await page.getByRole('button').last().click();
  await page.locator('.chip.connected').waitFor();
};

/** Fills in the example Zap; the page is loaded anew for it. */
const fillInExample = async (page: Page): Promise<void> => {
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Fill in an example' }).click(),
  ]);
  await page.getByText('From “').waitFor();
};

const createContact = async (page: Page, firstName: string): Promise<string> => {
  await page.goto('/operations/create_contact');
  await page.getByLabel('First Name', { exact: true }).fill(firstName);
  await result(page, 'Test action');
  return textOf(page.locator('#result dd').first());
};

/** What a person does at the workbench; each story has a workbench of its own. */
export const stories: Record<string, (stage: Stage) => Promise<void>> = {
  'searches the catalog with the keyboard alone': async ({ open }) => {
    const page = await open();
    await page.goto('/');
    await page.getByRole('searchbox', { name: 'Search the operations' }).focus();
    await page.keyboard.type('create contact note');
    await page.getByText('1 operation', { exact: true }).waitFor();
    assert.equal(await page.locator('[data-entry]').count(), 1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Create Contact Note' }).waitFor();
    assert.match(page.url(), /\/operations\/create_contact_note$/);
    assert.equal(await page.locator('[data-entry][aria-current]').count(), 1);
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Try HighLevel' }).waitFor();
  },

  'narrows the catalog to one kind': async ({ open }) => {
    const page = await open();
    await page.goto('/');
    await page.getByText('126 operations', { exact: true }).waitFor();
    await page.getByText('Searches', { exact: true }).click();
    await page.getByText('2 operations', { exact: true }).waitFor();
    await page.getByText('Triggers', { exact: true }).click();
    await page.getByText('55 operations', { exact: true }).waitFor();
    await page.getByRole('searchbox').fill('xyzzy');
    await page.getByText('No operation has these words').waitFor();
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
    await tags.getByRole('button', { name: 'Type an ID' }).click();
    await tags.getByRole('textbox').fill('browser');
    await tags.getByRole('button', { name: 'Add another' }).click();
    await tags.getByRole('button', { name: 'Type an ID' }).click();
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

  'fills dropdowns page by page, and searches what is loaded': async ({ open, picture }) => {
    const page = await open();
    await page.goto('/operations/create_contact_note');
    const panel = await openList(field(page, 'contactId'));
    if (picture) await page.screenshot({ path: picture });
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
    await page.keyboard.press('Enter');
    assert.match(await textOf(field(page, 'contactId').locator('[data-shown]')), /hugo/i);
    // The form is drawn anew for the chosen contact; the keyboard goes on where it was.
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('Enter');
    await panel.waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await panel.isVisible(), false);
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
    await page.waitForTimeout(2_500);
    const text = await result(page, 'Poll again');
    assert.match(text, /Fires 1 time/);
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

  'connects an agency, whose forms ask for the sub-account first': async ({ open }) => {
    const page = await open();
    await connect(page, /whole agency/, /all sub-accounts/);
    assert.match(await textOf(page.locator('.chip')), /Northstar Marketing \(agency\)/);
    await page.goto('/operations/create_contact');
    assert.equal(await page.getByLabel('Preferred Contact', { exact: true }).count(), 0);
    await pick(page, 'locationId', 'Bright Smile');
    await page.getByLabel('Preferred Contact', { exact: true }).waitFor();
    await page.getByLabel('First Name', { exact: true }).fill('Agnes');
    assert.match(await result(page, 'Test action'), /It worked/);
    await page.goto('/operations/filter_users_by_email');
    assert.equal(await page.getByText('This needs an agency connection').count(), 0);
  },

  'connects a sub-account, and tells what needs an agency': async ({ open }) => {
    const page = await open();
    await page.goto('/connect');
    await page.getByRole('button', { name: 'Disconnect' }).click();
    await page.getByText('Not connected').waitFor();
    await page.goto('/operations/create_contact');
    assert.equal(await page.getByRole('button', { name: 'Test action' }).isDisabled(), true);
    await connect(page, /One sub-account/, /Bright Smile/);
    assert.match(await textOf(page.locator('.chip')), /Bright Smile Dental \(sub-account\)/);
    const guessed = await page.request.get('/connect/return?state=guessed&code=guessed');
    assert.equal(guessed.status(), 400);
    assert.match(await guessed.text(), /belongs to no connection that was begun here/);
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

  'fires the example Zap within a minute': async ({ open }) => {
    const began = performance.now();
    const page = await open();
    await page.goto('/');
    await page.getByRole('link', { name: /See a Zap fire/ }).click();
    await fillInExample(page);
    await page.getByRole('switch', { name: 'The Zap is off' }).click();
    await page.getByRole('switch', { name: 'The Zap is on' }).waitFor();
    await page.getByRole('button', { name: 'New contact' }).click();
    await page.locator('.run.good').waitFor({ timeout: 20_000 });
    assert.ok(performance.now() - began < 60_000);
    await page.locator('.run > details > summary').click();
    await page
      .locator('.run dd', { hasText: 'Say hello to Amelia Hart: amelia.hart@example.com' })
      .first()
      .waitFor();
    await page.waitForTimeout(4_000);
    assert.equal(await page.locator('.run').count(), 1);
    await page.getByRole('switch', { name: 'The Zap is on' }).click();
    await page.getByRole('switch', { name: 'The Zap is off' }).waitFor();
  },

  'maps the fields of a trigger into an action by clicking them': async ({ open }) => {
    const page = await open();
    await page.goto('/zap');
    await page.getByLabel('Trigger', { exact: true }).selectOption('search_contacts');
    await page.getByLabel('Search Text').waitFor();
    await page.getByRole('button', { name: 'Find a record to map from' }).click();
    await page.locator('.tokens').waitFor();
    await page.getByLabel('Action', { exact: true }).selectOption('add_contact_tags');
    const action = page.locator('#zap-action');
    await field(action, 'contactId').locator('[data-open]').focus();
    await page.locator('[data-insert="{{trigger.id}}"]').click();
    await field(action, 'tags').getByRole('button', { name: 'Type an ID' }).click();
    await field(action, 'tags').getByRole('textbox').fill('from ');
    await page.locator('[data-insert="{{trigger.source}}"]').click();
    assert.equal(
      await field(action, 'tags').getByRole('textbox').inputValue(),
      'from {{trigger.source}}',
    );
    await page.getByRole('switch').click();
    await page.getByRole('switch', { name: 'The Zap is on' }).waitFor();
    await page.getByRole('button', { name: 'New contact' }).click();
    await page.locator('.run.good').waitFor({ timeout: 20_000 });
    await page.locator('.run > details > summary').click();
    await page.locator('.run dd', { hasText: 'from website form' }).first().waitFor();
  },

  'makes every thing happen that its buttons promise': async ({ open }) => {
    const page = await open();
    await page.goto('/zap');
    const box = page.locator('.happen');
    for (const name of await box.getByRole('button').allInnerTexts()) {
      await page.locator('#happened').evaluate((element) => element.replaceChildren());
      await box.getByRole('button', { name }).click();
      await page.locator('#happened .mark').waitFor();
      assert.match(await textOf(page.locator('#happened')), /^done/, name);
    }
  },

  'reads well in both colour schemes, on a wide and on a narrow window': async ({ open }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1280, 390]) {
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
        await page.goto('/zap');
        await fillInExample(page);
        await check('the Zap');
        await page.close();
      }
    }
  },

  'opens every operation of the catalog': async ({ open }) => {
    const page = await open();
    await page.goto('/');
    const paths = await page
      .locator('[data-entry]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    assert.equal(paths.length, 126);
    for (const path of paths) {
      await page.goto(path);
      assert.equal(await page.locator('#fields [role=alert]').count(), 0, path);
      assert.equal(await page.locator('#fields').count(), 1, path);
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
};
