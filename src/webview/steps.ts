/**
 * The steps as a tree: each a disclosure, walked by arrow keys. On the page it is a flat list of what is visible,
 * indented by level, so that a derivation a thousand levels deep is no thousand boxes within each other.
 */
import { rightsOf, told, type ToldStep, type Telling } from '../levels.js';
import type { Copies, OutlineStep } from '../protocol.js';
import type { Actions } from './actions.js';
import { withChanges } from './changes.js';
import { button, element } from './element.js';
import { equation } from './equation.js';
import { formula, prose } from './maths.js';
import {
  move,
  nearest,
  openAt,
  toggled,
  visible,
  type TreeBranch,
  type TreeMove,
  type Open,
} from './tree.js';

/** A step's elements on the page. */
interface Item {
  readonly row: HTMLLIElement;
  readonly summary: HTMLElement;
  readonly buttons: readonly HTMLElement[];
  body: HTMLElement | null;
}

/** What of the steps is seen: which are open, and which are told at the next level. */
export interface Folding {
  readonly open: Open;
  readonly unfolded: ReadonlySet<string>;
}

// Deeper steps are indented no further, so that they stay within a narrow panel.
const DEEPEST_INDENT = 8;

export class StepsView {
  readonly root: HTMLElement;
  private readonly items = new Map<string, Item>();
  private readonly tree: HTMLElement;
  private steps: readonly ToldStep[] = [];
  private open: Open;
  private unfolded: ReadonlySet<string>;
  private focus = '0';

  constructor(
    private readonly all: readonly OutlineStep[],
    private readonly telling: Telling,
    folding: Folding | null,
    private readonly onFold: (folding: Folding) => void,
    private readonly actions: Actions,
    /** What stands beside the heading; of another method its title, and what tells its elements from those of others. */
    private readonly beside:
      { readonly control: HTMLElement } | { readonly title: string; readonly prefix: string },
  ) {
    const other = 'title' in beside;
    this.unfolded = folding?.unfolded ?? new Set();
    this.tell();
    this.open = folding?.open ?? openAt(this.steps, telling.level);
    const label = other ? `Steps: ${beside.title}` : 'Steps';
    this.tree = element('ol', { class: 'tree', role: 'tree', 'aria-label': label });
    this.tree.addEventListener('keydown', (event) => this.onKey(event));
    const head = other
      ? []
      : [element('div', { class: 'section-head' }, element('h2', {}, 'Steps'), beside.control)];
    this.root = element('section', { class: 'steps' }, ...head, this.tree);
    this.show();
    this.moveTabStop('0');
  }

  private tell(): void {
    this.steps = told(this.all, { ...this.telling, unfolded: this.unfolded });
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
    const key = ('prefix' in this.beside ? this.beside.prefix : '') + id;
    const title = element('span', { class: 'title', id: `title-${key}` }, step.title);
    const number = element('span', { class: 'number', id: `number-${key}` }, step.number);
    const summary = element('span', { class: 'summary' });
    const buttons = [...this.detailButton(step), this.copyButton(step)];
    const mark = element('span', { class: 'chevron', 'aria-hidden': 'true' });
    const head = element('div', { class: 'head' }, mark, number, title, summary, ...buttons);
    const place = { 'aria-level': level, 'aria-posinset': position, 'aria-setsize': siblings };
    const names = { 'aria-labelledby': `number-${key} title-${key}`, 'data-id': id, 'data-rule': step.rule };
    const row = element('li', { class: 'step', role: 'treeitem', tabindex: -1, ...place, ...names }, head);
    row.style.setProperty('--level', String(Math.min(level - 1, DEEPEST_INDENT)));
    head.addEventListener('click', (event) => this.onClick(event, id));
    const made = { row, summary, buttons, body: null };
    this.items.set(id, made);
    return made;
  }

  private copyButton(step: ToldStep): HTMLElement {
    const label = `Copy step ${step.number}`;
    return button('Copy', { class: 'copy', tabindex: -1, 'aria-label': label }, () =>
      this.actions.copy(ownLines(step), `step ${step.number}`),
    );
  }

  /** Tells the step at the next level, or again as before; none where there is no more to be said. */
  private detailButton({ id, number, hides }: ToldStep): HTMLElement[] {
    const isUnfolded = this.unfolded.has(id);
    if (!hides && !isUnfolded) return [];
    const [words, label] = isUnfolded
      ? ['Less', `Less of step ${number}`]
      : ['More', `More of step ${number}`];
    return [
      button(words, { class: 'copy more', tabindex: -1, 'aria-label': label, title: label }, () =>
        this.unfold(id, !isUnfolded),
      ),
    ];
  }

  private unfold(id: string, more: boolean): void {
    const unfolded = new Set(this.unfolded);
    if (more) unfolded.add(id);
    else unfolded.delete(id);
    this.unfolded = unfolded;
    this.tell();
    // What is told otherwise is built anew.
    this.items.clear();
    this.tree.replaceChildren();
    this.refold(more ? new Set([...this.open, id]) : this.open);
    this.setFocus(id);
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
    const unfolds = event.key === '+' || event.key === '-';
    const to = unfolds ? null : move(this.steps, this.open, this.focus, event.key);
    if (!unfolds && !to) return;
    event.preventDefault();
    if (to) this.apply(to);
    else this.unfoldFocused(event.key === '+');
  }

  private unfoldFocused(more: boolean): void {
    const here = visible(this.steps, this.open).find((b) => b.id === this.focus);
    const can = more
      ? here?.step.hides === true && !this.unfolded.has(here.id)
      : this.unfolded.has(this.focus);
    if (can) this.unfold(this.focus, more);
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
    this.onFold({ open, unfolded: this.unfolded });
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
    for (const e of old ? [old.row, ...old.buttons] : []) e.setAttribute('tabindex', '-1');
    for (const e of now ? [now.row, ...now.buttons] : []) e.setAttribute('tabindex', '0');
    this.focus = id;
  }
}

function bodyOf(step: OutlineStep): HTMLElement {
  const why = step.why === '' ? [] : [prose(step.why, 'why')];
  const lines = step.before === '' ? [] : [equation(step.before, rightsOf(step), true, marksOf(step))];
  return element('div', { class: 'body' }, ...why, ...lines);
}

/** In long lines of tidying what changes is marked; of shorter ones one sees it. */
function marksOf({ phase, before, after }: OutlineStep): readonly [string, string] | null {
  if ((phase !== 'tidy' && phase !== 'recognise') || before.length + after.length < LONG) return null;
  return withChanges(before, after);
}
const LONG = 70;

// A closed step sums itself up in its head; an open one has its rule's formula there.
function inHead(step: OutlineStep, isOpen: boolean): HTMLElement[] {
  if (step.before === '') return [];
  if (!isOpen) return [formula(`${step.before} = ${rightsOf(step).at(-1) ?? step.after}`)];
  return step.formula === null ? [] : [formula(step.formula, false, 'rule')];
}

function ownLines(step: OutlineStep): Copies {
  if (step.before === '') {
    const text = `${step.number}. ${step.title}: ${step.why}`;
    return { latex: step.why, markdown: text, text };
  }
  const tex = [step.before, ...rightsOf(step)].join(' = ');
  return {
    latex: tex,
    markdown: `${step.number}. **${step.title}** $${tex}$`,
    text: `${step.number}. ${step.title}: ${tex}`,
  };
}
