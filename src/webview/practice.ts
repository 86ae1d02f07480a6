/** A practice in the panel: what was answered, what is asked now, hints, and what was said to the last answer. */
import type { FromPanel, PracticeModel, PracticeTask } from '../protocol.js';
import { button, element } from './element.js';
import { formula, prose } from './maths.js';

type Post = (message: FromPanel) => void;

/** The page of a practice; it has all keys: digits choose, Enter answers, Escape goes back to the derivation. */
export function practiceView(model: PracticeModel, post: Post): HTMLElement {
  const { title, question, at, of, answered, asked, closing } = model;
  const place = asked === null ? '' : `${at} of ${of}`;
  const leave = button('Back to the steps', { class: 'tool', title: 'Back to the steps (Escape)' }, () =>
    post({ type: 'practise', what: 'leave' }),
  );
  const head = element(
    'div',
    { class: 'toolbar' },
    element('h1', { class: 'practice-title' }, title),
    element('span', { class: 'caption' }, place),
    element('span', { class: 'spacer' }),
    leave,
  );
  const done = answered.map(({ words, answer }) =>
    element('li', {}, prose(words, 'why'), prose(answer, 'given')),
  );
  const made = element(
    'section',
    { class: 'practice', 'aria-label': title },
    head,
    element('div', { class: 'headline' }, formula(question, true)),
    element('ol', { class: 'answered', hidden: done.length === 0 }, ...done),
    feedbackView(model),
    ...(asked ? [taskView(asked, model.hints, post)] : []),
    ...(closing === null ? [] : [closingView(closing, post)]),
  );
  made.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave.click();
  });
  return made;
}

/** Where typing and choosing go on: at the choice that was wrong, where there is one. */
export function focusPractice(root: ParentNode, chosen: string | null): void {
  const options = [...root.querySelectorAll<HTMLElement>('.option')];
  const again = options.find((o) => chosen !== null && o.dataset['name'] === chosen);
  const first = again ?? root.querySelector<HTMLElement>('[data-first]');
  first?.focus();
  if (first instanceof HTMLInputElement) first.select();
}

function feedbackView({ feedback }: PracticeModel): HTMLElement {
  const made = element('div', { class: 'feedback', hidden: feedback === null });
  if (feedback === null) return made;
  const mark = element('span', { class: 'mark', 'aria-hidden': 'true' }, feedback.isRight ? '✓' : '✗');
  made.classList.add(feedback.isRight ? 'right-answer' : 'wrong-answer');
  made.append(mark, prose(feedback.words, 'words'));
  return made;
}

function taskView(task: PracticeTask, hints: readonly string[], post: Post): HTMLElement {
  const words = prose(task.words, 'task');
  words.id = 'task';
  const answer = task.kind === 'formula' ? formulaField(task.typed, post) : choiceList(task, post);
  const given = hints.map((h) => element('li', {}, prose(h, 'hint-words')));
  return element(
    'div',
    { class: 'asked' },
    words,
    answer,
    element('ol', { class: 'hints', 'aria-label': 'Hints', hidden: given.length === 0 }, ...given),
    hintButton(task.hintsLeft, post),
  );
}

function hintButton(left: number, post: Post): HTMLElement {
  const words = left > 0 ? `Hint (${left} left)` : 'Go on';
  return button(words, { class: 'tool hint-button' }, () => post({ type: 'hint' }));
}

function formulaField(typed: string, post: Post): HTMLElement {
  const field = element('input', {
    type: 'text',
    class: 'field',
    'aria-labelledby': 'task',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    placeholder: '2x*cos(x^2) or LaTeX',
    value: typed,
    'data-first': true,
  });
  const form = element(
    'form',
    { class: 'typed' },
    field,
    element('button', { type: 'submit', class: 'primary' }, 'Answer'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    post({ type: 'answer', text: field.value });
  });
  return form;
}

/** Buttons that digits press and arrows walk. */
function choiceList(task: PracticeTask, post: Post): HTMLElement {
  const isLines = task.kind === 'line';
  const buttons = task.choices.map(({ name, words }, i) => {
    const made = button(
      '',
      { class: 'option', 'data-name': name, 'data-first': i === (isLines ? 1 : 0) },
      () => post({ type: 'answer', text: name }),
    );
    const label = isLines ? String(i) : String(i + 1);
    made.append(
      element('kbd', {}, label),
      ' ',
      isLines ? formula(i === 0 ? words : `{}=${words}`, true) : words,
    );
    // The first line is the question: it is as it is.
    if (isLines && i === 0) made.disabled = true;
    return made;
  });
  const list = element(
    'div',
    { class: isLines ? 'options lines' : 'options', role: 'group', 'aria-labelledby': 'task' },
    ...buttons,
  );
  list.addEventListener('keydown', (event) => onKey(event, buttons, isLines ? 0 : 1));
  return list;
}

function onKey(event: KeyboardEvent, buttons: readonly HTMLButtonElement[], first: number): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const digit = /^\d$/.test(event.key) ? buttons[Number(event.key) - first] : undefined;
  const at = buttons.findIndex((b) => b === document.activeElement);
  const step = STEP[event.key] ?? 0;
  const next = digit ?? (step === 0 ? undefined : buttons[at + step]);
  if (!next || next.disabled) return;
  event.preventDefault();
  next.focus();
  if (digit) digit.click();
}
const STEP: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

const NEXT = [
  ['error', 'Find the error', 'The same derivation with a wrong line'],
  ['steps', 'Once more', 'The same steps again'],
  ['missed', 'What was missed', 'A question that went wrong before'],
] as const;

function closingView(words: string, post: Post): HTMLElement {
  const buttons = NEXT.map(([what, label, title], i) =>
    button(label, { class: i === 0 ? 'primary' : 'tool', title, 'data-first': i === 0 }, () =>
      post({ type: 'practise', what }),
    ),
  );
  return element(
    'div',
    { class: 'closing' },
    prose(words, 'words'),
    element('div', { class: 'toolbar' }, ...buttons),
  );
}
