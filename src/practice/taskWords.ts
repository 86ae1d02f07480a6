/** Tasks and their answers in words. */
import type { Exercise, Task } from './exercise.js';
import { WORDS } from './words.js';

/** What is asked, in words. */
export function wordsFor({ tex, question }: Exercise, task: Task): string {
  switch (task.kind) {
    case 'rule':
      return WORDS.whichRule(tex(task.of));
    case 'part':
      return partWords(tex(task.name), task);
    case 'slope':
      return WORDS.slope(tex(task.name), tex(task.of));
    case 'whole':
      return WORDS.whole(tex(question));
    case 'tidy':
      return WORDS.tidy(tex(task.from));
    case 'line':
      return WORDS.findLine;
    case 'mend':
      return WORDS.mendLine(tex(task.flaw.lines[task.flaw.wrong] ?? question));
  }
}

function partWords(name: string, { step, name: { id } }: Extract<Task, { kind: 'part' }>): string {
  if (step.substitution) return WORDS.inner(name);
  if (step.rule !== 'quotient') return WORDS.factor(name);
  return id === step.parts[0]?.name.id ? WORDS.top(name) : WORDS.bottom(name);
}

/** The right answer, as one writes it. */
export function answerOf({ tex }: Exercise, task: Task): string {
  switch (task.kind) {
    case 'rule':
      return task.right.title;
    case 'part': {
      const [first] = task.accepted;
      return first ? `$${tex(first)}$` : '';
    }
    case 'slope':
    case 'whole':
    case 'tidy':
    case 'mend':
      return `$${tex(task.right)}$`;
    case 'line':
      return WORDS.lineNumber(task.flaw.wrong);
  }
}
