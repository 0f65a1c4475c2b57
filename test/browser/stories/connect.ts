import assert from 'node:assert/strict';
import { connect, field, openRecipe, pick, reads, result, type Stories, textOf } from '../stage.ts';

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
    assert.match(await guessed.text(), /belongs to no connection that was begun here/);
  },

  'leads right whoever chose the other kind of account': async ({ open }) => {
    const page = await open();
    await page.goto('/operations/filter_users_by_email');
    await page.getByRole('button', { name: 'Connect the agency' }).click();
    // The person takes a sub-account, where an agency was asked for.
    const subAccount = page.locator('option', { hasText: 'Bright Smile' }).first();
    await page.locator('#account').selectOption((await subAccount.getAttribute('value')) ?? '');
    await page.getByRole('button').last().click();
    await page.getByText('You asked to connect the whole agency').waitFor();
    await page.getByRole('button', { name: 'Connect the whole agency' }).click();
    const agency = page.locator('option', { hasText: 'all sub-accounts' }).first();
    await page.locator('#account').selectOption((await agency.getAttribute('value')) ?? '');
    await page.getByRole('button').last().click();
    await page.getByRole('heading', { level: 1, name: 'Filter Users by Email' }).waitFor();
    assert.match(await textOf(page.locator('.chip')), /agency/);
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
