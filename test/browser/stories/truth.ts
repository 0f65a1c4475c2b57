import assert from 'node:assert/strict';
import {
  addStep,
  chooseStep,
  field,
  fillIn,
  newZap,
  openRecipe,
  pick,
  reads,
  result,
  type Stories,
  settle,
} from '../stage.ts';

/** The page says what is so. */
export const truth: Stories = {
  'does not switch on a Zap with empty required fields, and says which': async ({ open }) => {
    const page = await open();
    await newZap(page);
    await page.getByRole('switch').click();
    await reads(page.locator('.notice.bad'), /cannot run yet[\s\S]*No event is chosen/);
    await page.getByRole('button', { name: 'Choose a trigger' }).click();
    await chooseStep(page, 'search contacts', 'Search Contacts');
    await addStep(page, 'create contact task', 'Create Contact Task');
    await page.getByRole('switch').click();
    const notice = page.locator('.notice.bad[role=alert]');
    await reads(
      notice,
      /Step 2: “Contact” is empty[\s\S]*“Title” is empty[\s\S]*“Due Date” is empty/,
    );
    await page.getByRole('switch', { name: 'The Zap is off' }).waitFor();
    await reads(page.locator('.step-card').nth(1), /3 to fix/);
  },

  'clears the stage when the pipeline changes': async ({ open }) => {
    const page = await open();
    await newZap(page);
    await addStep(page, 'create opportunity', 'Create Opportunity');
    await page.locator('details.group').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
    await pick(page, 'pipelineId', '');
    await pick(page, 'pipelineStageId', '');
    const stage = field(page, 'pipelineStageId').locator('[data-value]');
    assert.notEqual(await stage.inputValue(), '');
    const panel = field(page, 'pipelineId');
    await panel.locator('[data-open]').click();
    await panel.locator('[data-option]').nth(1).click();
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLInputElement>('[data-field="pipelineStageId"] [data-value]')
          ?.value === '',
    );
    await settle(page);
    await page.reload();
    assert.equal(await stage.inputValue(), '');
  },

  'warns of an update that changes nothing': async ({ open }) => {
    const page = await open();
    await openRecipe(page, 'Get a contact');
    await addStep(page, 'update contact', 'Update Contact');
    await page.getByText('Nothing to change is filled in').waitFor();
    await fillIn(page, 'First Name', 'Ada');
    await page.getByText('Nothing to change is filled in').waitFor({ state: 'detached' });
  },

  'says so if the test of an update changed nothing': async ({ open }) => {
    const page = await open();
    await page.goto('/operations/update_contact');
    await pick(page, 'contactId', '');
    assert.match(
      await result(page, 'Test action'),
      /changed nothing[\s\S]*Nothing to change is filled in/,
    );
    await page.getByLabel('First Name', { exact: true }).fill('Ada');
    assert.doesNotMatch(await result(page, 'Test action'), /changed nothing/);
  },

  'warns of a filter that can match nothing': async ({ open }) => {
    const page = await open();
    await openRecipe(page, 'Get a contact');
    await addStep(page, 'filter', 'Filter: Only Continue If');
    await fillIn(page, 'Only continue if required', '{{1.Phone}}');
    await field(page, 'holds').locator('select').selectOption('is greater than');
    await fillIn(page, 'Compared with required', '$1,500.50');
    await reads(page.locator('#problems'), /“\$1,500\.50” is not a number[\s\S]*1500\.50/);
  },

  'lets a list be typed into while it draws the form again': async ({ open }) => {
    const page = await open();
    await newZap(page);
    await addStep(page, 'filter', 'Filter: Only Continue If');
    const list = field(page, 'holds').locator('select');
    await list.focus();
    // A list that loses the focus, if only for a moment, forgets which letters were typed into it.
    const left = await list.evaluateHandle((element) => {
      const seen = { element, count: 0 };
      element.addEventListener('blur', () => {
        seen.count += 1;
      });
      return seen;
    });
    const drawn = page.waitForResponse((answer) => answer.url().endsWith('/form'));
    await page.keyboard.press('d');
    await drawn;
    await settle(page);
    assert.equal(await list.inputValue(), 'does not contain');
    const { isSame, count } = await left.evaluate(({ element, count }) => ({
      isSame: element === document.activeElement,
      count,
    }));
    assert.deepEqual({ isSame, count }, { isSame: true, count: 0 });
    await list.selectOption('exists');
    await field(page, 'other').waitFor({ state: 'detached' });
  },
};
