/** Lines of an equation, aligned at their signs: a = b, = c beneath; stacked where the width does not hold them. */
import { element } from './element.js';
import { formula } from './maths.js';

/** "left = rights[0] = rights[1] …", one sign a line; `marks` are the left side and the first right one with marks. */
export function equation(
  left: string,
  rights: readonly string[],
  display = false,
  marks: readonly [string, string] | null = null,
): HTMLElement {
  const lines = rights.map((tex, i) => {
    const shown = afterSign(i === 0 && marks ? marks[1] : tex);
    return element('div', { class: 'right' }, formula(`{}=${tex}`, display, '', shown));
  });
  return element(
    'div',
    { class: 'equation' },
    element('div', { class: 'left' }, formula(left, display, '', marks?.[0] ?? left)),
    ...lines,
  );
}

/** "= tex" that does not break behind its sign, nor behind a minus that begins it. */
const afterSign = (tex: string): string => `{{}={}}${tex.replace(/^-/, '{-}')}`;

/**
 * Stacks the equations that are wider than their place, and lays the others side by side. Stacked lines break at the
 * signs between their terms; what is still too wide, as a long fraction, is set smaller, and scrolls at last.
 */
export function fitEquations(root: ParentNode): void {
  const all = [...root.querySelectorAll<HTMLElement>('.equation, .option .formula')];
  // All writes, then all reads, then all writes: three layouts, however many equations there are.
  for (const e of all) e.classList.remove('stacked', 'small');
  const wide = all.filter(isTooWide);
  for (const e of wide) e.classList.add('stacked');
  const wider = wide.filter(isTooWide);
  for (const e of wider) e.classList.add('small');
}

const isTooWide = (e: HTMLElement): boolean => e.scrollWidth > e.clientWidth + 1;
