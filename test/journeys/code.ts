import * as assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { test, type Test } from '../host/suite.js';
import { THEMES } from './journeys.js';
import type { Workbench } from './workbench.js';

/** Journeys through code: hovers, what the light bulb writes, and the check of a hand-written derivative. */
export function codeJourneys(workbench: Workbench, pictures: string): readonly Test[] {
  const picture = (name: string): Promise<void> => workbench.picture(join(pictures, `code-${name}.png`));
  const squiggle = workbench.page.locator('.squiggly-warning').first();
  const menu = workbench.page.locator('.action-widget');
  const offered = async (at: string, title: string): Promise<void> => {
    const item = menu.getByText(title, { exact: true }).first();
    // The menu closes again when problems change while it opens.
    for (let tries = 0; tries < 6 && !(await item.isVisible()); tries++) {
      await workbench.click(at);
      await workbench.page.keyboard.press('ControlOrMeta+.');
      await item.waitFor({ timeout: 3_000 }).catch(() => undefined);
    }
    await item.waitFor();
  };
  const taken = async (at: string, title: string): Promise<void> => {
    await offered(at, title);
    await menu.getByText(title, { exact: true }).first().click();
  };
  /** A hover once the language's own part is there: while its server starts it says so, and stays as it is. */
  const loaded = async (at: string): Promise<Locator> => {
    for (let tries = 0; tries < 10; tries++) {
      const hover = await workbench.hover(at);
      if ((await hover.getByText('loading').count()) === 0) return hover;
      await workbench.away();
      await workbench.page.waitForTimeout(1_000);
    }
    return workbench.hover(at);
  };
  const undone = async (before: string): Promise<void> => {
    await workbench.page.keyboard.press('ControlOrMeta+z');
    await workbench.textBecomes((text) => text === before);
  };
  return [
    ...Object.entries(THEMES).map(([name, label]) =>
      test(`a hover on a function's name, below the language's own, in the ${name} theme`, async () => {
        await workbench.colorTheme(label);
        const hover = await loaded('loss');
        await hover.getByText('function loss').first().waitFor();
        const text = await hover.innerText();
        assert.ok(text.indexOf('function loss') < text.indexOf('Show steps'), text);
        assert.match(text, /with respect to w/);
        assert.match(text, /Write derivative/);
        await workbench.page.waitForTimeout(400);
        await picture(`hover-${name}`);
        await workbench.away();
      }),
    ),
    test('a hover on a formula in a doc comment', async () => {
      await workbench.colorTheme(THEMES.light);
      const hover = await workbench.hover('frac{1}');
      assert.match(await hover.innerText(), /Show steps/);
      await picture('comment-light');
      await workbench.away();
    }),
    test('a hover on a parameter derives by it', async () => {
      const hover = await workbench.hover('b:');
      assert.match(await hover.innerText(), /with respect to b|by b/);
      await workbench.away();
    }),
    ...Object.entries(THEMES).map(([name, label]) =>
      test(`a wrong hand-written derivative is underlined, in the ${name} theme`, async () => {
        await workbench.colorTheme(label);
        await squiggle.waitFor();
        const hover = await workbench.hover('sigmoidDerivative');
        assert.match(await hover.innerText(), /not the derivative of sigmoid with respect to x: at x = /);
        await workbench.page.waitForTimeout(400);
        await picture(`wrong-${name}`);
        await workbench.away();
      }),
    ),
    test('a quick fix puts its body right, and undo brings it back', async () => {
      await workbench.colorTheme(THEMES.light);
      const before = await workbench.text();
      await offered('sigmoidDerivative', 'Replace sigmoidDerivative by the right derivative');
      await picture('quick-fix-light');
      await workbench.page.keyboard.press('Enter');
      await squiggle.waitFor({ state: 'detached' });
      assert.match(await workbench.text(), /return sigmoid\(x\) \* sigmoid\(-x\)/);
      await undone(before);
      await squiggle.waitFor();
    }),
    test('a hand-written derivative is ignored by a comment', async () => {
      const before = await workbench.text();
      await taken('sigmoidDerivative', 'Ignore this claim');
      await squiggle.waitFor({ state: 'detached' });
      assert.match(
        await workbench.text(),
        /\/\/ leibniz-ignore-next-line\n *export function sigmoidDerivative/,
      );
      await undone(before);
      await squiggle.waitFor();
    }),
    test('Write derivative function', async () => {
      const before = await workbench.text();
      await taken('loss', 'Write derivative function with respect to w');
      await workbench.textBecomes((text) =>
        text.includes('function lossDerivative(w: number, b: number): number'),
      );
      await picture('derivative-light');
      await undone(before);
    }),
    test('Write gradient', async () => {
      const before = await workbench.text();
      await offered('loss', 'Write gradient');
      await picture('actions-light');
      await menu.getByText('Write gradient', { exact: true }).first().click();
      await workbench.textBecomes((text) => text.includes('function lossGradient(w: number, b: number)'));
      await picture('gradient-light');
      await undone(before);
    }),
    test('Write gradient test opens a test beside', async () => {
      await taken('loss', 'Write gradient test');
      await workbench.page
        .locator('.view-line', { hasText: 'agrees with central differences' })
        .first()
        .waitFor();
      await picture('gradient-test-light');
    }),
  ];
}
