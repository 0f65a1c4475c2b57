import {
  add,
  enter,
  field,
  flip,
  insert,
  minutes,
  press,
  start,
  trigger,
  type,
  typeChoice,
} from '../keys.ts';
import { reads, type Stories, settle } from '../stage.ts';

/** The recipes of the README, built from nothing, by keyboard. */
export const keyboard: Stories = {
  'builds “New lead to appointment follow-up” by keyboard': async ({ open }) => {
    const page = await open();
    await minutes(page, async () => {
      await start(page);
      await trigger(page, 'new lead', /A new lead/);
      await add(page, 1, 'upsert contact', /Upsert Contact/);
      await field(page, /^Full Name/);
      await insert(page, 'full name');
      await field(page, /^Email/);
      await insert(page, 'email');
      await field(page, /^Phone/);
      await insert(page, 'phone');
      await add(page, 2, 'create contact task', /Create Contact Task/);
      await field(page, /^Contact/);
      await insert(page, 'contact id');
      await field(page, /^Title/);
      await type(page, 'Call ');
      await insert(page, 'full name');
      await type(page, ' and book');
      await field(page, /^Due Date/);
      await insert(page, 'created at');
      await page.locator('.zap-name').focus();
      await enter(page, /^Run once/);
      await reads(page.locator('.run').first(), /Success\s+Rosa Lind/);
    });
  },

  'builds the second Zap of “New lead to appointment follow-up” by keyboard': async ({ open }) => {
    const page = await open();
    await minutes(page, async () => {
      await start(page);
      await trigger(page, 'appointment booked', /Appointment Booked/);
      await field(page, /^Calendar/);
      await press(page, 'Enter');
      await page.locator('.panel [data-option]').first().waitFor();
      await settle(page);
      await press(page, 'Enter');
      await settle(page);
      await add(page, 1, 'delay until', /Delay until/);
      await field(page, /^Until/);
      await insert(page, 'end time');
      await add(page, 2, 'create contact task', /Create Contact Task/);
      await field(page, /^Contact/);
      await insert(page, 'contact id');
      await field(page, /^Title/);
      await type(page, 'Follow up: ');
      await insert(page, 'title');
      await field(page, /^Due Date/);
      await insert(page, 'end time');
      await flip(page);
      await enter(page, /^Booked appointment/);
      const run = page.locator('.run').first();
      await run.waitFor({ timeout: 20_000 });
      await reads(run, /Waiting[\s\S]*at step 2, goes on/);
      await enter(page, /^To the next waiting run/);
      await reads(run, /Success[\s\S]*Create Contact Task/);
    });
  },

  'builds “Missed call to task” by keyboard': async ({ open }) => {
    const page = await open();
    await minutes(page, async () => {
      await start(page);
      await trigger(page, 'missed call', /Missed Call/);
      await add(page, 1, 'find contact by id', /Find Contact by ID/);
      await field(page, /^Contact/);
      await insert(page, 'contact id');
      await add(page, 2, 'create task', /Create Contact Task/);
      await field(page, /^Contact/);
      await insert(page, 'contact id');
      await field(page, /^Title/);
      await type(page, 'Call ');
      await insert(page, 'full name');
      await type(page, ' back');
      await field(page, /^Due Date/);
      await insert(page, 'date added');
      await flip(page);
      await enter(page, /^Missed call/);
      await page.locator('.run').first().waitFor({ timeout: 20_000 });
      await reads(page.locator('.run').first(), /Success/);
    });
  },

  'builds “Won opportunity to onboarding workflow” by keyboard': async ({ open }) => {
    const page = await open();
    await minutes(page, async () => {
      await start(page);
      await trigger(page, 'opportunity status changed', /Opportunity Status Changed/);
      await field(page, /^New Status/);
      await typeChoice(page, 'Won');
      await add(page, 1, 'filter', /Only continue if/);
      await field(page, /^Only continue if/);
      await insert(page, 'contact tags');
      await field(page, /^Condition/);
      await typeChoice(page, 'does not contain');
      await field(page, /^Compared with/);
      await type(page, 'customer');
      await add(page, 2, 'contact to workflow', /Add Contact to Workflow/);
      await field(page, /^Contact/);
      await insert(page, 'contact id');
      await field(page, /^Workflow/);
      await press(page, 'Enter');
      await page.locator('.panel [data-option]').first().waitFor();
      await settle(page);
      await press(page, 'Enter');
      await settle(page);
      await add(page, 3, 'add tags', /Add Tags to Contact/);
      await field(page, /^Contact/);
      await insert(page, 'contact id');
      await field(page, /Type a value/);
      await press(page, 'Enter');
      await type(page, 'customer');
      await add(page, 4, 'create contact note', /Create Contact Note/);
      await field(page, /^Contact/);
      await insert(page, 'contact id');
      await field(page, /^Note/);
      await type(page, 'Won: ');
      await insert(page, 'value');
      await flip(page);
      await enter(page, /^Won opportunity/);
      await page.locator('.run').first().waitFor({ timeout: 20_000 });
      await reads(page.locator('.run').first(), /Success/);
    });
  },
};
