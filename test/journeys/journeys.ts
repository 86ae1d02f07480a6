import * as assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type Test } from '../host/suite.js';
import type { Workbench } from './workbench.js';

/** Colour themes by the names of their pictures. */
export const THEMES = { light: 'Light 2026', dark: 'Dark 2026', 'high-contrast': 'Dark High Contrast' };

/** The journeys, in an order in which one leaves the window as the next one wants it. */
export function journeys(workbench: Workbench, pictures: string): readonly Test[] {
  const picture = (name: string): Promise<void> => workbench.picture(join(pictures, `${name}.png`));
  const panelText = async (expected: RegExp): Promise<void> => {
    await workbench.panel().locator('body', { hasText: expected }).waitFor();
  };
  return [
    test('a hover shows the derivative of the formula under the mouse', async () => {
      const hover = await workbench.hover('\\sin x');
      const alt = await hover.locator('img').first().getAttribute('alt');
      assert.ok(alt !== null && alt.length > 5, 'no words for the picture');
      const text = await hover.innerText();
      assert.match(text, /Product rule/);
      assert.match(text, /with respect to x/);
      assert.match(text, /Show steps · Practise · Copy LaTeX · Insert/);
      assert.equal(await hover.locator('img').count(), 2);
      await picture('hover-light');
    }),
    test('no hover where there is no mathematics', async () => {
      await workbench.away();
      await workbench.point('it costs');
      await workbench.page.waitForTimeout(1_500);
      assert.equal(
        await workbench.page.locator('.monaco-hover:not(.hidden)', { hasText: 'Show steps' }).count(),
        0,
      );
      await workbench.away();
    }),
    test('Show steps in the hover opens the panel', async () => {
      const hover = await workbench.hover('\\sin x');
      await hover.getByText('Show steps').click();
      await workbench.away();
      await panelText(/Product rule/);
      await workbench.panel().locator('.katex').first().waitFor();
      await workbench.panel().locator('svg').first().waitFor();
      await picture('panel-light');
    }),
    test('reloading the window restores the panel', async () => {
      await workbench.reload();
      await panelText(/Product rule/);
    }),
    ...Object.entries(THEMES).map(([name, label]) =>
      test(`hover and panel in the ${name} theme`, async () => {
        await workbench.colorTheme(label);
        await panelText(/Product rule/);
        await workbench.hover('\\sin x');
        await workbench.page.waitForTimeout(300);
        await picture(`both-${name}`);
        await workbench.away();
      }),
    ),
    test('Leibniz: Show Derivation shows the formula at the cursor', async () => {
      await workbench.click('2x');
      await workbench.command('Leibniz: Show Derivation');
      await panelText(/power rule/i);
    }),
    test('Leibniz: Copy Derivative as LaTeX', async () => {
      await workbench.click('2x');
      await workbench.command('Leibniz: Copy Derivative as LaTeX');
      assert.equal((await workbench.clipboard()).replace(/\s/g, ''), '3x^2-2');
    }),
    test('Leibniz: Insert Derivative is one undo step', async () => {
      const before = await workbench.text();
      await workbench.click('2x');
      await workbench.command('Leibniz: Insert Derivative');
      await workbench.textBecomes((text) => text.replace(/\s/g, '').includes('(x^3-2x\\right)=3x^2-2'));
      await workbench.page.keyboard.press('ControlOrMeta+z');
      await workbench.textBecomes((text) => text === before);
    }),
    test('Leibniz: Differentiate With Respect To… asks, and shows', async () => {
      await workbench.click('-k t');
      await workbench.command('Leibniz: Differentiate With Respect To…');
      await workbench.choices().first().waitFor();
      const offered = await workbench.choices().allInnerTexts();
      assert.ok(
        offered.some((label) => label.startsWith('k')),
        offered.join(),
      );
      await workbench.choices().filter({ hasText: /^k/ }).first().click();
      await panelText(/k/);
      const hover = await workbench.hover('-k t');
      assert.match(await hover.innerText(), /with respect to k/);
    }),
    test('Leibniz: Differentiate Selection reads a plain expression in any file', async () => {
      await workbench.openFile('plain.txt');
      await workbench.select('3x^3 - 2x^2 + 5');
      await workbench.command('Leibniz: Differentiate Selection');
      await panelText(/power rule/i);
    }),
    test('an unreadable selection gets a message that says what and where', async () => {
      await workbench.select('2 * (x + ');
      await workbench.command('Leibniz: Differentiate Selection');
      assert.match(await workbench.message(), /line 2, column \d+/);
    }),
    test('the panel says when its source has changed, and asks again', async () => {
      await workbench.openFile('slopes.md');
      await workbench.click('2x');
      await workbench.command('Leibniz: Show Derivation');
      await panelText(/power rule/i);
      await workbench.click('2x');
      await workbench.page.keyboard.type('0');
      await panelText(/source has changed/);
      await workbench.panel().getByText('Show again').click();
      await workbench
        .panel()
        .locator('body', { hasNotText: /source has changed/ })
        .waitFor();
      await panelText(/- ?20/);
      await workbench.click('x^3');
      await workbench.page.keyboard.press('ControlOrMeta+z');
    }),
    test('a pinned panel stays, and another question opens another', async () => {
      await workbench.panel().getByText('Pin', { exact: true }).click();
      await workbench.click('\\sin x');
      await workbench.command('Leibniz: Show Derivation');
      await workbench.page.locator('.tab', { hasText: 'Derivation' }).nth(1).waitFor();
      await panelText(/Product rule/);
    }),
  ];
}
