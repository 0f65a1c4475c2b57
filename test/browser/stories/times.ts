import assert from 'node:assert/strict';
import {
  addStep,
  choose,
  field,
  fillIn,
  newZap,
  openList,
  reads,
  result,
  type Stories,
} from '../stage.ts';

/** Times that people mean. */
export const times: Stories = {
  'shows every time in the zone of the sub-account, which is named': async ({ open }) => {
    const page = await open({ timezoneId: 'Asia/Tokyo' });
    await page.goto('/operations/search_contacts');
    await reads(page.locator('.zone'), /America\/New_York, the zone of Bright Smile Dental/);
    await result(page, 'Test trigger');
    await reads(page.locator('#result time'), /^\w{3}, \w{3} \d+, \d{4}, \d+:\d\d [AP]M E[SD]T$/);
  },

  'offers the free times of a calendar, and books one': async ({ open }) => {
    const page = await open();
    await page.goto('/operations/create_appointment');
    const calendars = await openList(field(page, 'calendarId'));
    await choose(page, 'calendarId', calendars.locator('[data-option]').first());
    const contacts = await openList(field(page, 'contactId'));
    await choose(page, 'contactId', contacts.locator('[data-option]').first());
    await page.getByRole('button', { name: 'Show free times' }).click();
    const slot = page.locator('[data-slot]').first();
    await reads(slot, /^\w{3}, \w{3} \d+, \d+:\d\d [AP]M$/);
    const words = await slot.innerText();
    await slot.click();
    const typed = await field(page, 'startTime').locator('input:visible').inputValue();
    assert.match(typed, /^20\d\d-\d\d-\d\dT/);
    const text = await result(page, 'Test action');
    assert.ok(text.includes('It worked') || /meeting/i.test(text), text);
    assert.ok(words.length > 0);
  },

  'titles free slots by their time': async ({ open }) => {
    const page = await open();
    await page.goto('/operations/get_free_slots');
    const calendars = await openList(field(page, 'calendarId'));
    await calendars.locator('[data-option]').first().click();
    await result(page, 'Test trigger');
    await reads(page.locator('.one-record summary'), /^\w{3}, \w{3} \d+, \d+:\d\d [AP]M/);
  },

  'converts a typed date as Zapier does, or refuses it as the app does': async ({ open }) => {
    const page = await open();
    await newZap(page);
    await addStep(page, 'create contact task', 'Create Contact Task');
    await field(page, 'dueDate').getByRole('button', { name: 'Type a date' }).click();
    await fillIn(page, 'Due Date: type a date', 'Dec 5, 2026 9:30');
    const preview = page.locator('[data-field="dueDate"] .preview');
    await reads(preview, /2026-12-05T09:30:00-05:00/);
    await fillIn(page, 'Due Date: type a date', 'as soon as you can');
    await page.locator('[data-field="dueDate"] .preview.bad').waitFor();
    await reads(preview, /“Due Date” must be a date and time\. For example “tomorrow at 3pm”/);
  },
};
