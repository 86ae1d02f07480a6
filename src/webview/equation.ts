/** Lines of an equation, aligned at their signs: a = b, = c beneath; stacked where the width does not hold them. */
import { element } from './element.js';
import { formula } from './maths.js';

/** "left = rights[0] = rights[1] …", one sign a line. */
export function equation(left: string, rights: readonly string[], display = false): HTMLElement {
  const lines = rights.map((tex) => element('div', { class: 'right' }, formula(`{}=${tex}`, display)));
  return element(
    'div',
    { class: 'equation' },
    element('div', { class: 'left' }, formula(left, display)),
    ...lines,
  );
}

/** Stacks the equations that are wider than their place, and lays the others side by side. */
export function fitEquations(root: ParentNode): void {
  const all = [...root.querySelectorAll<HTMLElement>('.equation')];
  // All writes, then all reads, then all writes: one layout, however many equations there are.
  for (const e of all) e.classList.remove('stacked');
  const wide = all.filter((e) => e.scrollWidth > e.clientWidth + 1);
  for (const e of wide) e.classList.add('stacked');
}
