import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import {
  connect,
  consent,
  field,
  openRecipe,
  pick,
  reads,
  result,
  type Stories,
  textOf,
} from '../stage.ts';

/** Makes a token on the sandbox's settings page, which opens in a tab of its own; gives it with the ID of the account. */
const makeToken = async (page: Page, account: string, without?: string) => {
  const [settings] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: 'a page on which you make such a token' }).click(),
  ]);
  const other = settings.getByRole('link', { name: account });
  if ((await other.count()) > 0) await other.click();
  if (without) await settings.getByLabel(without, { exact: true }).uncheck();
  await settings.getByRole('button', { name: 'Create' }).click();
  const token = await settings.getByLabel('Private Integration Token').inputValue();
  const id = await settings.getByLabel(/ID$/).inputValue();
  await settings.close();
  return { token, id };
};

const connectWithToken = async (page: Page, token: string, label: string, id: string) => {
  await page.getByLabel(/^Private Integration Token/).fill(token);
  await page.getByLabel(label, { exact: true }).fill(id);
  await page.getByRole('button', { name: 'Connect with the token' }).click();
};

/** Connecting accounts. */
export const connections: Stories = {
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
    assert.match(await guessed.text(), /does not belong to a connection that you started here/);
  },

  'leads right whoever chose the other kind of account': async ({ open }) => {
    const page = await open();
    await page.goto('/operations/filter_users_by_email');
    await page.getByRole('button', { name: 'Connect the agency' }).click();
    await page.locator('link[rel=icon][href^="data:image/svg"]').waitFor({ state: 'attached' });
    // The person takes a sub-account, where an agency was asked for.
    await consent(page, /Bright Smile/);
    await page.getByText('You asked to connect the whole agency').waitFor();
    await page.getByRole('button', { name: 'Connect the whole agency' }).click();
    await consent(page, /all sub-accounts/);
    await page.getByRole('heading', { level: 1, name: 'Filter Users by Email' }).waitFor();
    assert.match(await textOf(page.locator('.chip')), /agency/);
  },

  'connects with a private token, and says what is wrong with one': async ({ open }) => {
    const page = await open();
    await page.goto('/connect?back=/operations/create_contact');
    const { token, id } = await makeToken(page, 'Bright Smile Dental', 'contacts.write');
    await connectWithToken(page, `${token}x`, 'Sub-Account ID', id);
    const alert = page.getByRole('alert').first();
    await reads(alert, /HighLevel does not accept the token/);
    assert.equal(await page.getByLabel('Sub-Account ID', { exact: true }).inputValue(), id);
    assert.equal(await page.getByLabel(/^Private Integration Token/).inputValue(), '');
    await connectWithToken(page, token, 'Sub-Account ID', '');
    await reads(alert, /Fill in “Sub-Account ID”/);
    await connectWithToken(page, token, 'Sub-Account ID', id);
    await page.getByRole('heading', { level: 1, name: 'Create Contact' }).waitFor();
    await reads(page.locator('.chip.connected'), /Bright Smile Dental \(sub-account\), by token/);
    await page.getByLabel('First Name', { exact: true }).fill('Toni');
    assert.match(
      await result(page, 'Test action'),
      /the scope “contacts\.write” is missing.*Private Integrations/,
    );
    assert.doesNotMatch(await page.content(), new RegExp(token));
  },

  'works in the agency with its token, and in no sub-account': async ({ open }) => {
    const page = await open();
    await page.goto('/connect?back=/operations/list_locations');
    const { token, id } = await makeToken(page, 'Northstar Marketing (agency)');
    await connectWithToken(page, token, 'Agency ID', id);
    await page.getByRole('heading', { level: 1, name: 'List Locations' }).waitFor();
    assert.match(await result(page, 'Test trigger'), /Bright Smile Dental/);
    await page.goto('/operations/create_contact');
    await page.getByText('This works in a sub-account, but the token').waitFor();
    await openRecipe(page, 'Create a contact and tag it');
    await page.locator('.step-card').nth(2).click();
    const account = page.getByLabel('Account', { exact: true });
    await account.waitFor();
    assert.deepEqual(await account.locator('option').allInnerTexts(), [
      'Bright Smile Dental (sub-account)',
      'Northstar Marketing (agency), by token',
    ]);
    await account.selectOption({ label: 'Northstar Marketing (agency), by token' });
    await reads(page.locator('#problems'), /the token of this account belongs to the agency/);
  },

  'keeps several accounts side by side, one for each step': async ({ open }) => {
    const page = await open();
    await connect(page, /whole agency/, /all sub-accounts/);
    await page.goto('/connect');
    assert.equal(await page.locator('.connection').count(), 2);
    await openRecipe(page, 'Create a contact and tag it');
    await page.locator('.step-card').nth(2).click();
    const account = page.getByLabel('Account', { exact: true });
    await account.waitFor();
    assert.equal(await field(page, 'locationId').count(), 1);
    await Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith('/form')),
      account.selectOption({ label: 'Bright Smile Dental (sub-account)' }),
    ]);
    await field(page, 'locationId').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Run once' }).click();
    await reads(page.locator('.run').first(), /Success/);
  },
};
