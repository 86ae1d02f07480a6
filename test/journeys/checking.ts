import * as assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type Test } from '../host/suite.js';
import { THEMES } from './journeys.js';
import type { Workbench } from './workbench.js';

/** Journeys through checking and writing, on a note with claims; in a window of their own. */
export function checkingJourneys(workbench: Workbench, pictures: string): readonly Test[] {
  const picture = (name: string): Promise<void> => workbench.picture(join(pictures, `${name}.png`));
  const squiggle = workbench.page.locator('.squiggly-warning').first();
  return [
    test('a false derivative is underlined', async () => {
      await squiggle.waitFor();
      await workbench.page.locator('.statusbar-item', { hasText: /∂ 1 ✓ 1 ✗/ }).waitFor();
      await picture('squiggle-light');
    }),
    ...Object.entries(THEMES).map(([name, label]) =>
      test(`what is said of a false derivative, in the ${name} theme`, async () => {
        await workbench.colorTheme(label);
        const hover = await workbench.hover('sin(x^2)');
        assert.match(await hover.innerText(), /Nearly right/);
        await picture(`false-${name}`);
        await workbench.away();
      }),
    ),
    test('the hover over a true derivative says so', async () => {
      await workbench.colorTheme(THEMES.light);
      const hover = await workbench.hover('x^5');
      assert.match(await hover.innerText(), /✓ Checked/);
      await picture('true-light');
      await workbench.away();
    }),
    test('a definition’s link jumps to its line', async () => {
      const hover = await workbench.hover('ln(g');
      await picture('definition-light');
      await hover.getByText('line 7').click();
      await workbench.page.locator('.statusbar-item', { hasText: /Ln 7,/ }).waitFor();
      await workbench.away();
    }),
    test('a quick fix mends the note, and undo brings it back', async () => {
      await workbench.click('sin(x^2)');
      await workbench.page.keyboard.press('ControlOrMeta+.');
      const menu = workbench.page.locator('.action-widget');
      await menu.getByText('Replace by').waitFor();
      await picture('quick-fix-light');
      await workbench.page.keyboard.press('Enter');
      await squiggle.waitFor({ state: 'detached' });
      assert.match(await workbench.text(), /2x\s*\\cos/);
      await picture('mended-light');
      await workbench.page.keyboard.press('ControlOrMeta+z');
      await squiggle.waitFor();
    }),
    test('a claim is ignored by a comment', async () => {
      await workbench.click('sin(x^2)');
      await workbench.page.keyboard.press('ControlOrMeta+.');
      await workbench.page.locator('.action-widget').getByText('Ignore this claim').click();
      await squiggle.waitFor({ state: 'detached' });
      assert.match(await workbench.text(), /leibniz-ignore-next-line/);
      await workbench.page.keyboard.press('ControlOrMeta+z');
      await squiggle.waitFor();
    }),
    test('the result is offered behind the equals sign, and written by Tab', async () => {
      await workbench.click('(x^3 + x) =');
      await workbench.page.keyboard.press('End');
      await workbench.page.keyboard.press('ArrowLeft');
      await workbench.page.keyboard.press('Backspace');
      await workbench.page.keyboard.type('=');
      await workbench.page.locator('.ghost-text, .ghost-text-decoration').first().waitFor();
      await picture('completion-light');
      await workbench.page.keyboard.press('Tab');
      await workbench.page.waitForFunction(
        `document.querySelector('.view-lines').textContent.replace(/\\s/g, '').includes('(x^3+x)=3x^2+1$')`,
      );
    }),
    test('Leibniz: Check Derivatives in Workspace fills the problems', async () => {
      await workbench.command('Leibniz: Check Derivatives in Workspace');
      await workbench.command('Problems: Focus on Problems View');
      await workbench.page
        .locator('.markers-panel .monaco-list-row', { hasText: 'Nearly right' })
        .first()
        .waitFor();
      await picture('problems-light');
    }),
  ];
}
