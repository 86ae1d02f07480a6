/** The top of the panel: question and answer, the rules at work, where it holds, and how far it is to be trusted. */
import { STANDARD, told } from '../levels.js';
import type { CopyFormat, Outline, PanelModel } from '../protocol.js';
import type { Actions } from './actions.js';
import { button, element } from './element.js';
import { equation } from './equation.js';
import { formula, prose } from './maths.js';
import { rulesOf } from './tree.js';

export interface ToolSettings {
  readonly pinned: boolean;
  readonly copyFormat: CopyFormat;
  readonly onPin: (pinned: boolean) => void;
  readonly onFormat: (format: CopyFormat) => void;
  /** Copies the whole derivation as it is told. */
  readonly onCopy: () => void;
}

/** The tools, and the answer with everything that is said about it. */
export function answerView(model: PanelModel, tools: ToolSettings, actions: Actions): HTMLElement {
  const { outline } = model;
  return element(
    'section',
    { class: 'answer', 'aria-label': 'Answer' },
    toolbar(model, tools, actions),
    element('div', { class: 'headline' }, equation(outline.question, [outline.answer], true)),
    rulesLine(outline),
    notes(outline),
  );
}

function toolbar(model: PanelModel, tools: ToolSettings, actions: Actions): HTMLElement {
  return element(
    'div',
    { class: 'toolbar' },
    variableChooser(model, actions),
    element('span', { class: 'spacer' }),
    button('Practise', { class: 'tool practise', title: 'Take the steps yourself, with hints' }, () =>
      actions.post({ type: 'practise', what: 'steps' }),
    ),
    element(
      'span',
      { class: 'joined' },
      button('Copy', { class: 'tool', title: 'Copy the whole derivation' }, tools.onCopy),
      formatChooser(tools),
    ),
    model.source
      ? button('Show source', { class: 'tool', title: 'Show the formula in its document' }, () =>
          actions.post({ type: 'reveal' }),
        )
      : '',
    pin(tools),
  );
}

function pin({ pinned, onPin }: ToolSettings): HTMLElement {
  const title = 'Keep this derivation while others are asked for';
  const made = button(
    pinned ? 'Pinned' : 'Pin',
    { class: 'tool', title, 'aria-pressed': String(pinned) },
    () => {
      const now = made.getAttribute('aria-pressed') !== 'true';
      setPinned(made, now);
      onPin(now);
    },
  );
  made.classList.add('pin');
  return made;
}

/** Shows on the pin's button whether the panel is pinned. */
export function setPinned(made: Element, pinned: boolean): void {
  made.setAttribute('aria-pressed', String(pinned));
  made.textContent = pinned ? 'Pinned' : 'Pin';
}

const FORMATS: readonly (readonly [CopyFormat, string])[] = [
  ['latex', 'as LaTeX'],
  ['markdown', 'as Markdown'],
  ['text', 'as plain text'],
];

function formatChooser({ copyFormat, onFormat }: ToolSettings): HTMLElement {
  const options = FORMATS.map(([value, name]) =>
    element('option', { value, selected: value === copyFormat }, name),
  );
  const made = element('select', { class: 'tool', 'aria-label': 'Copy as' }, ...options);
  made.addEventListener('change', () => {
    const chosen = FORMATS.find(([value]) => value === made.value);
    if (chosen) onFormat(chosen[0]);
  });
  return made;
}

function variableChooser(model: PanelModel, actions: Actions): HTMLElement {
  const others = model.variables.filter((v) => v.name !== model.variable);
  if (others.length === 0) return element('span');
  const choices = model.variables.map(({ name, tex }) => {
    const isChosen = name === model.variable;
    const made = button(
      '',
      { class: 'choice', 'aria-pressed': String(isChosen), 'aria-label': `by ${name}` },
      () => {
        if (!isChosen) actions.post({ type: 'variable', name });
      },
    );
    made.append(formula(tex));
    return made;
  });
  const label = 'Differentiate with respect to';
  return element(
    'div',
    { class: 'choices', role: 'group', 'aria-label': label, title: label },
    element('span', { class: 'caption' }, 'by'),
    ...choices,
  );
}

function rulesLine(outline: Outline): HTMLElement {
  const rules = rulesOf(told(outline.steps, STANDARD));
  return element('p', { class: 'rules', hidden: rules.length === 0 }, rules.join(' · '));
}

function notes(outline: Outline): HTMLElement {
  const { also, conditions, check, verdict, assumptions } = outline;
  const rows: HTMLElement[] = [];
  if (also !== null) rows.push(note('also', formula(also)));
  if (conditions.length > 0)
    rows.push(note('where', ...conditions.flatMap((c, i) => [i > 0 ? ', ' : '', formula(c)])));
  assumptions.forEach((a, i) => rows.push(note(i === 0 ? 'assuming' : '', prose(a, 'inline'))));
  if (check !== '') rows.push(note(CHECK_MARKS[verdict ?? 'none'], prose(check, 'inline')));
  return element('div', { class: 'notes' }, ...rows);
}
const CHECK_MARKS = { agrees: '✓ checked', undecided: '? unchecked', none: 'checked' } as const;

function note(label: string, ...content: readonly (Node | string)[]): HTMLElement {
  return element(
    'div',
    { class: 'note' },
    element('span', { class: 'caption' }, label),
    ' ',
    element('span', {}, ...content),
  );
}
