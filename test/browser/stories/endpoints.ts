import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { found, loadDocuments, requestFindings } from '../../contract/documents.ts';
import { choose, field, openList, pick, result, type Stories, textOf } from '../stage.ts';

/** Chooses an area and what to do in it. */
const chooseEndpoint = async (page: Page, area: string, title: string): Promise<void> => {
  for (const [key, words] of [
    ['apiArea', area],
    ['apiEndpoint', title],
  ] as const) {
    const panel = await openList(field(page, key));
    const exact = panel.locator('[data-option] > span', { hasText: new RegExp(`^${words}$`) });
    await choose(page, key, exact.first());
  }
  await field(page, 'moreFields').waitFor();
};

/** Opens the form of an endpoint. */
const openForm = async (page: Page, area: string, title: string, reads = false): Promise<void> => {
  await page.goto(`/operations/${reads ? 'api_look_up' : 'api_request'}`);
  await chooseEndpoint(page, area, title);
};

const write = (within: Page | Locator, key: string, text: string): Promise<void> =>
  field(within, key).locator('input:visible, textarea:visible').first().fill(text);

const select = async (page: Page, key: string, words: string): Promise<void> => {
  await field(page, key).locator('select:visible').selectOption({ label: words });
};

/** Sends it; gives the answer, after the documents, if they are there, have judged the request that is shown. */
const sendValid = async (page: Page): Promise<{ shown: string; sandbox: string }> => {
  const shown = await result(page, /look_up/.test(page.url()) ? 'Test search' : 'Test action');
  assert.match(shown, /It worked|found/i);
  await page
    .locator('#result')
    .getByText(/^HTTP \(\d+\)$/)
    .click();
  const exchange = page.locator('.exchanges > li').last();
  await exchange.locator('summary').first().click();
  assert.match(await textOf(exchange.locator('.status')), /^20/);
  const head = await textOf(exchange.getByLabel('Request', { exact: true }));
  const [, method = '', address = ''] = /^(\w+) (\S+)/.exec(head) ?? [];
  const [, version = ''] = /^version: (\S+)/im.exec(head) ?? [];
  const body = exchange.locator('pre[aria-label="Request body"]');
  const bodyText = (await body.count()) > 0 ? await textOf(body) : '';
  // The page shows the line ends of a form as its own.
  const requestBody = bodyText.startsWith('--') ? bodyText.replaceAll('\n', '\r\n') : bodyText;
  const { pathname, searchParams, origin } = new URL(address);
  const query = Object.fromEntries(searchParams);
  const sent = { method, path: pathname, query, version, requestBody, status: 200, answer: '{}' };
  if (found) assert.deepEqual(requestFindings(sent), []);
  return { shown, sandbox: origin };
};

/** What people do with endpoints that have no operation of their own, without writing JSON. */
export const endpoints: Stories = {
  'finds areas and endpoints by what people say': async ({ open }) => {
    const page = await open();
    await page.goto('/operations/api_request');
    for (const [words, area] of [
      ['bill', 'Invoices'],
      ['money', 'Payments'],
      ['photos', 'Media Library'],
      ['facebook post', 'Social Planner'],
      ['appointment', 'Calendars'],
      ['gift card', 'Payments'],
      ['review', 'Products'],
      ['lead', 'Contacts'],
    ] as const) {
      const panel = await openList(field(page, 'apiArea'));
      await panel.getByRole('searchbox').fill(words);
      const found = panel.locator('[data-option]:visible');
      const labels = await found.allInnerTexts();
      assert.ok(labels.includes(area), `“${words}” finds ${labels.join(', ')}`);
      assert.ok(labels.length < 8, `“${words}” finds ${labels.length} areas`);
      await page.keyboard.press('Escape');
    }
    await pick(page, 'apiArea', 'Payments');
    const panel = await openList(field(page, 'apiEndpoint'));
    await panel.getByRole('searchbox').fill('gift card');
    await panel.locator('[data-option]:visible', { hasText: 'Create Coupon' }).waitFor();
    await panel.getByRole('searchbox').fill('xyzzy');
    await panel.locator('[data-none]:visible').waitFor();
  },

  'creates and sends an invoice with two line items by API Request': async ({ open }) => {
    if (found) await loadDocuments();
    const page = await open();
    await openForm(page, 'Invoices', 'Create Invoice');
    await write(page, 'name', 'Whitening');
    await write(page, 'businessDetails__name', 'Bright Smile Dental');
    await write(page, 'currency', 'USD');
    const items = field(page, 'items');
    for (const [index, name] of ['Whitening', 'Check-up'].entries()) {
      await items.getByRole('button', { name: 'Add an item' }).click();
      const item = items.locator('.item').nth(index);
      await write(item, 'name', name);
      await write(item, 'currency', 'USD');
      await write(item, 'amount', '80.5');
      await write(item, 'qty', '2');
      await field(item, 'type').locator('select').selectOption('one_time');
    }
    await write(page, 'discount__value', '0');
    await select(page, 'discount__type', 'Percentage');
    await pick(page, 'contactDetails__id', '');
    await write(page, 'contactDetails__name', 'Maria Alvarez');
    await write(page, 'contactDetails__phoneNo', '+14155550134');
    await write(page, 'contactDetails__email', 'maria@example.com');
    await write(page, 'issueDate', '2030-01-02');
    await write(page, 'sentTo__email', 'maria@example.com');
    await field(page, 'liveMode').getByText('Yes', { exact: true }).click();
    assert.match((await sendValid(page)).shown, /draft/i);

    await openForm(page, 'Invoices', 'Send invoice');
    await pick(page, 'invoiceId', 'Whitening');
    await pick(page, 'userId', '');
    await select(page, 'action', 'Email');
    await field(page, 'liveMode').getByText('Yes', { exact: true }).click();
    assert.match((await sendValid(page)).shown, /sent/i);
  },

  'schedules a social post, uploads a file and records a payment by API Request': async ({
    open,
  }) => {
    if (found) await loadDocuments();
    const page = await open();
    await openForm(page, 'Social Planner', 'Create post');
    await pick(page, 'accountIds', '');
    await select(page, 'type', 'Post');
    await pick(page, 'userId', '');
    await write(page, 'summary', 'We open at nine.');
    await select(page, 'status', 'Scheduled');
    await write(page, 'scheduleDate', '2030-01-02T09:00:00.000Z');
    assert.match((await sendValid(page)).shown, /scheduled/i);

    await openForm(page, 'Payments', 'Record Order Payment');
    await pick(page, 'orderId', '');
    await select(page, 'mode', 'Cash');
    await write(page, 'amount', '20');
    const { sandbox } = await sendValid(page);

    await openForm(page, 'Media Library', 'Upload File into Media Storage');
    await write(page, 'file', `${sandbox}/__sandbox/dot.png`);
    await write(page, 'name', 'dot.png');
    assert.match((await sendValid(page)).shown, /storage\.example\.com/);
  },

  'creates a product with a price, and lists form submissions by API Request and API Look-Up':
    async ({ open }) => {
      if (found) await loadDocuments();
      const page = await open();
      await openForm(page, 'Products', 'Create Product');
      await write(page, 'name', 'Whitening Pen');
      await select(page, 'productType', 'PHYSICAL');
      assert.match((await sendValid(page)).shown, /Whitening Pen/);
      await openForm(page, 'Products', 'Create Price for a Product');
      await pick(page, 'productId', 'Whitening Pen');
      await write(page, 'name', 'Once');
      await select(page, 'type', 'One Time');
      await write(page, 'currency', 'USD');
      await write(page, 'amount', '19.5');
      assert.match((await sendValid(page)).shown, /19\.5/);
      await openForm(page, 'Products', 'List Prices for a Product', true);
      await pick(page, 'productId', 'Whitening Pen');
      assert.match((await sendValid(page)).shown, /Once/);
      await openForm(page, 'Forms', 'Get Forms Submissions', true);
      await write(page, 'limit', '5');
      assert.match((await sendValid(page)).shown, /Count[\s\S]*5[\s\S]*Results Email/);
    },
};
