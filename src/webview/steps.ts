/**
 * The steps as a tree: each a disclosure, walked by arrow keys. On the page it is a flat list of what is visible,
 * indented by level, so that a derivation a thousand levels deep is no thousand boxes within each other.
 */
import type { Copies, OutlineStep } from '../protocol.js';
import type { Actions } from './actions.js';
import { button, element } from './element.js';
import { equation } from './equation.js';
import { formula, prose } from './maths.js';
import {
  levels,
  move,
  nearest,
  openTo,
  toggled,
  visible,
  type TreeBranch,
  type Depth,
  type TreeMove,
  type Open,
} from './tree.js';

/** A step's elements on the page. */
interface Item {
  readonly row: HTMLLIElement;
  readonly summary: HTMLElement;
  readonly copy: HTMLElement;
  body: HTMLElement | null;
}

// Deeper steps are indented no further, so that they stay within a narrow panel.
const DEEPEST_INDENT = 8;

export class StepsView {
  readonly root: HTMLElement;
  private readonly items = new Map<string, Item>();
  private readonly tree: HTMLElement;
  private readonly depths: HTMLElement;
  private focus = '0';

  constructor(
    private readonly steps: readonly OutlineStep[],
    private open: Open,
    private readonly onFold: (open: Open) => void,
    private readonly actions: Actions,
    /** Of another method: its title, and what tells its elements from those of the other trees. */
    private readonly other: { readonly title: string; readonly prefix: string } | null = null,
  ) {
    const label = other ? `Steps: ${other.title}` : 'Steps';
    this.tree = element('ol', { class: 'tree', role: 'tree', 'aria-label': label });
    this.tree.addEventListener('keydown', (event) => this.onKey(event));
    this.depths = this.depthControl();
    const heading = other ? element('span') : element('h2', {}, 'Steps');
    const head = element('div', { class: 'section-head' }, heading, this.depths);
    this.root = element('section', { class: 'steps' }, head, this.tree);
    this.show();
    this.moveTabStop('0');
  }

  /** Brings the page to what is open: rows and their bodies are built the first time they are seen. */
  private show(): void {
    const rows = visible(this.steps, this.open).map((b) => this.shown(b).row);
    const wanted = new Set<Element>(rows);
    for (const row of [...this.tree.children]) if (!wanted.has(row)) row.remove();
    // Rows that stay are not moved: the one that has the focus keeps it.
    rows.forEach((row, i) => {
      if (this.tree.children[i] !== row) this.tree.insertBefore(row, this.tree.children[i] ?? null);
    });
    this.showDepth();
  }

  private shown(branch: TreeBranch): Item {
    const item = this.items.get(branch.id) ?? this.item(branch);
    const isOpen = this.open.has(branch.id);
    if (item.row.getAttribute('aria-expanded') === String(isOpen)) return item;
    item.row.setAttribute('aria-expanded', String(isOpen));
    item.summary.replaceChildren(...inHead(branch.step, isOpen));
    if (isOpen && item.body === null) {
      item.body = bodyOf(branch.step);
      item.row.append(item.body);
    }
    item.body?.toggleAttribute('hidden', !isOpen);
    return item;
  }

  private item(branch: TreeBranch): Item {
    const { id, step, level, position, siblings } = branch;
    const key = (this.other?.prefix ?? '') + id;
    const title = element('span', { class: 'title', id: `title-${key}` }, step.title);
    const number = element('span', { class: 'number', id: `number-${key}` }, step.number);
    const summary = element('span', { class: 'summary' });
    const copy = button(
      'Copy',
      { class: 'copy', tabindex: -1, 'aria-label': `Copy step ${step.number}` },
      () => this.actions.copy(step.copies ?? ownLines(step), `step ${step.number}`),
    );
    const mark = element('span', { class: 'chevron', 'aria-hidden': 'true' });
    const head = element('div', { class: 'head' }, mark, number, title, summary, copy);
    const place = { 'aria-level': level, 'aria-posinset': position, 'aria-setsize': siblings };
    const names = { 'aria-labelledby': `number-${key} title-${key}`, 'data-id': id, 'data-rule': step.rule };
    const row = element('li', { class: 'step', role: 'treeitem', tabindex: -1, ...place, ...names }, head);
    row.style.setProperty('--level', String(Math.min(level - 1, DEEPEST_INDENT)));
    head.addEventListener('click', (event) => this.onClick(event, id));
    const made = { row, summary, copy, body: null };
    this.items.set(id, made);
    return made;
  }

  private onClick(event: MouseEvent, id: string): void {
    const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
    // Selecting a formula in the head is not folding.
    const isSelecting = document.getSelection()?.isCollapsed === false;
    if (!isOnButton && !isSelecting) this.apply(toggled(id, this.open));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Buttons and long formulas, which scroll, have their own keys.
    if (!(event.target instanceof Element) || event.target.getAttribute('role') !== 'treeitem') return;
    const to = move(this.steps, this.open, this.focus, event.key);
    if (!to) return;
    event.preventDefault();
    this.apply(to);
  }

  private apply({ focus, open }: TreeMove): void {
    if (open !== this.open) this.refold(open);
    this.setFocus(focus);
  }

  private refold(open: Open): void {
    this.open = open;
    this.show();
    this.moveTabStop(nearest(this.steps, open, this.focus));
    this.actions.typeset();
    this.onFold(open);
  }

  private setFocus(id: string): void {
    this.moveTabStop(id);
    const row = this.items.get(id)?.row;
    row?.focus({ preventScroll: true });
    row?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }

  /** One step at a time is in the page's tab order, with its button. */
  private moveTabStop(id: string): void {
    const [old, now] = [this.items.get(this.focus), this.items.get(id)];
    for (const e of [old?.row, old?.copy]) e?.setAttribute('tabindex', '-1');
    for (const e of [now?.row, now?.copy]) e?.setAttribute('tabindex', '0');
    this.focus = id;
  }

  private depthControl(): HTMLElement {
    const count = levels(this.steps);
    const choices: (readonly [Depth, string, string])[] = [
      [0, 'Titles', 'Titles only'],
      [1, '1', 'Open one level'],
    ];
    if (count > 1) choices.push([2, '2', 'Open two levels']);
    if (count > 2) choices.push(['all', 'All', 'Open everything']);
    const buttons = choices.map(([depth, words, title]) =>
      button(words, { class: 'choice', title, 'data-depth': depth }, () => {
        this.refold(openTo(this.steps, depth));
      }),
    );
    return element(
      'div',
      { class: 'choices', role: 'group', 'aria-label': 'Depth' },
      element('span', { class: 'caption' }, 'depth'),
      ...buttons,
    );
  }

  private showDepth(): void {
    for (const b of this.depths.querySelectorAll('button')) {
      const depth = b.dataset['depth'] === 'all' ? 'all' : Number(b.dataset['depth']);
      const wanted = openTo(this.steps, depth);
      const isAsWanted = wanted.size === this.open.size && [...wanted].every((id) => this.open.has(id));
      b.setAttribute('aria-pressed', String(isAsWanted));
    }
  }
}

function bodyOf(step: OutlineStep): HTMLElement {
  if (step.before === '') return element('div', { class: 'body' }, prose(step.why, 'why'));
  const lines = step.result === null ? [step.after] : [step.after, step.result];
  return element('div', { class: 'body' }, prose(step.why, 'why'), equation(step.before, lines, true));
}

// A closed step sums itself up in its head; an open one has its rule's formula there.
function inHead(step: OutlineStep, isOpen: boolean): HTMLElement[] {
  if (step.before === '') return [];
  if (!isOpen) return [formula(`${step.before} = ${step.result ?? step.after}`)];
  return step.formula === null ? [] : [formula(step.formula, false, 'rule')];
}

function ownLines(step: OutlineStep): Copies {
  if (step.before === '') {
    const text = `${step.number}. ${step.title}: ${step.why}`;
    return { latex: step.why, markdown: text, text };
  }
  const lines = [step.before, step.after, ...(step.result === null ? [] : [step.result])];
  const tex = lines.join(' = ');
  return {
    latex: tex,
    markdown: `${step.number}. **${step.title}** $${tex}$`,
    text: `${step.number}. ${step.title}: ${tex}`,
  };
}
