import * as assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type Test } from '../host/suite.js';
import type { Workbench } from './workbench.js';

/** Practice in the panel, by keyboard alone from the moment it is there. */
export function practiceJourneys(workbench: Workbench, pictures: string): readonly Test[] {
  const { keyboard } = workbench.page;
  const picture = (name: string): Promise<void> => workbench.picture(join(pictures, `${name}.png`));
  const shows = async (expected: RegExp): Promise<void> => {
    await workbench.panel().locator('body', { hasText: expected }).waitFor();
  };
  const isAsked = async (expected: RegExp): Promise<void> => {
    await workbench.panel().locator('.task', { hasText: expected }).waitFor();
  };
  /** The next question is there once that many are answered: what is typed before goes to the one before. */
  const isDone = async (count: number): Promise<void> => {
    await workbench
      .panel()
      .locator('.answered > li')
      .nth(count - 1)
      .waitFor();
  };
  /** Types an answer into the field that has the focus. */
  const say = async (text: string): Promise<void> => {
    await workbench.panel().locator('.field:focus').waitFor();
    await keyboard.type(text);
    await keyboard.press('Enter');
  };
  return [
    test('Practise in the hover begins a practice', async () => {
      const hover = await workbench.hover('\\sin x');
      await hover.getByText('Practise', { exact: true }).click();
      await workbench.away();
      await isAsked(/Which rule comes first/);
      await picture('practice-rule');
    }),
    test('a wrong rule is answered with what it is for', async () => {
      await workbench.panel().locator('.option', { hasText: 'Quotient rule' }).click();
      await shows(/A fraction with the variable above and below/);
    }),
    test('digits choose, and formulas are typed', async () => {
      await workbench.panel().locator('.option:focus').waitFor();
      await keyboard.press('4');
      await isAsked(/What is/);
      await say('sin x');
      await isDone(2);
      await say('cos x');
      await isDone(3);
      await say('2x');
      await isDone(4);
    }),
    test('a wrong answer is told as the check of notes would tell it', async () => {
      await isAsked(/Put it together/);
      await say('2x cos x');
      await shows(/f′g′/);
      await picture('practice-wrong');
    }),
    test('hints are asked for by keyboard, and the right answer is taken in any form', async () => {
      await workbench.panel().locator('.field:focus').waitFor();
      await keyboard.press('Tab');
      await keyboard.press('Tab');
      await keyboard.press('Enter');
      await workbench.panel().locator('.hints li').waitFor();
      await say('cos x * x^2 + 2 x sin x');
      await isAsked(/Tidy it/);
      await say('x(2 sin x + x cos x)');
      await shows(/Done: \d of \d at the first try. Hints taken: 1/);
      await picture('practice-done');
    }),
    test('what was missed is asked again', async () => {
      await workbench.panel().getByText('What was missed').click();
      await isAsked(/Which rule comes first/);
    }),
    test('Escape leaves the practice', async () => {
      await workbench.panel().locator('.option:focus').waitFor();
      await keyboard.press('Escape');
      await shows(/Brief\s*Standard\s*Beginner/);
    }),
    test('Leibniz: Find the Error hides one, which is found by its line', async () => {
      await workbench.click('\\sin x');
      await workbench.command('Leibniz: Find the Error');
      await isAsked(/One of these lines is wrong/);
      await picture('find-the-error');
      const lines = workbench.panel().locator('.option');
      for (let i = 1; i < (await lines.count()); i++) {
        await lines.nth(i).click();
        await workbench.panel().locator('.feedback:not([hidden])').waitFor();
        if (await workbench.panel().locator('.right-answer').isVisible()) break;
      }
      await isAsked(/What is the derivative/);
      await say('x^2 cos x + 2x sin x');
      await shows(/Done:/);
    }),
    test('a level that is chosen tells more, and a step unfolds', async () => {
      await keyboard.press('Escape');
      const panel = workbench.panel();
      await panel.getByText('Brief', { exact: true }).click();
      assert.equal(await panel.locator('.step').count(), 1);
      await panel.locator('.more').first().click();
      await panel.locator('.why').first().waitFor();
      await panel.getByText('Beginner', { exact: true }).click();
      await panel.locator('.step').nth(2).waitFor();
      await panel.locator('.toolbar').getByText('Copy', { exact: true }).click();
      await workbench.page.waitForTimeout(500);
      assert.match(await workbench.clipboard(), /^\\begin\{aligned\}/);
      await picture('level-beginner');
    }),
  ];
}
