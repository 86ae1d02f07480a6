/** Sheets of exercises for the command line. */
import { FAMILIES, sheet, sheetMarkdown, type SheetOrder } from '../practice/index.js';
import { budgetFor } from '../service/budgets.js';
import { flatSteps } from '../explain/index.js';
import { rightsOf, STANDARD, told } from '../levels.js';

export const PRACTICE_FAMILIES: readonly string[] = FAMILIES.map(({ name }) => name);

const made = (order: SheetOrder): ReturnType<typeof sheet> => sheet(order, () => budgetFor('command'));

/** The sheet as Markdown, its solutions folded. */
export const practiceMarkdown = (order: SheetOrder): string => sheetMarkdown(made(order), order);

/** The same as data: question, answer and the steps of the standard telling. */
export const practiceJson = (order: SheetOrder): readonly object[] =>
  made(order).map(({ family, text, question, answer, outline }) => ({
    family,
    text,
    question,
    answer,
    conditions: outline.conditions,
    steps: flatSteps({ steps: told(outline.steps, STANDARD) }).map(({ step, depth }) => ({
      title: step.title,
      why: step.why,
      lines: step.before === '' ? [] : [step.before, ...rightsOf(step)],
      depth,
    })),
  }));
