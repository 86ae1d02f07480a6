/** Formulas typeset by KaTeX in this page, what is in sight first; they are selected as text and copied as TeX. */
import katex, { type KatexOptions } from 'katex';
import { CHANGED } from './changes.js';
import { element } from './element.js';
import { splitProse } from './prose.js';

interface Waiting {
  readonly host: HTMLElement;
  readonly tex: string;
  /** The same with marks, which are seen and not copied. */
  readonly marked: string;
  readonly display: boolean;
}

let waiting: Waiting[] = [];
let onDone: () => void = () => undefined;
// A slice of work that keeps scrolling smooth, in milliseconds.
const SLICE = 10;

/** A formula, typeset a moment later. Until then it is its TeX. */
export function formula(tex: string, display = false, className = '', marked = tex): HTMLElement {
  const host = element('span', { class: `formula ${className}`.trim() }, tex);
  waiting.push({ host, tex, marked, display });
  return host;
}

/** Words with maths between dollar signs. */
export function prose(text: string, className: string): HTMLElement {
  const made = element('p', { class: className });
  splitProse(text).forEach(({ kind, text, closing }) => {
    if (kind === 'words') made.append(text);
    // A comma after a formula stays on its line.
    else made.append(element('span', { class: 'unbroken' }, formula(text), closing));
  });
  return made;
}

/** Typesets what is in sight now and the rest when there is time; then calls `done`. */
export function typeset(done: () => void): void {
  onDone = done;
  waiting = waiting.filter((w) => w.host.isConnected);
  const [now, later] = [waiting.filter(isInSight), waiting.filter((w) => !isInSight(w))];
  waiting = later;
  for (const w of now) render(w);
  if (now.length > 0) done();
  if (later.length > 0) setTimeout(continueTypesetting, 0);
}

function continueTypesetting(): void {
  const end = performance.now() + SLICE;
  while (waiting.length > 0 && performance.now() < end) render(waiting.shift() as Waiting);
  if (waiting.length > 0) setTimeout(continueTypesetting, 0);
  else onDone();
}

function isInSight({ host }: Waiting): boolean {
  const box = host.getBoundingClientRect();
  return box.height > 0 && box.top < window.innerHeight && box.bottom > 0;
}

// What KaTeX cannot set stays its TeX: KaTeX would mark it by a style attribute, which the page's policy forbids.
function render({ host, tex, marked, display }: Waiting): void {
  try {
    katex.render(marked, host, { ...SETTINGS, displayMode: display });
    const source = host.querySelector('annotation');
    if (source && marked !== tex) source.textContent = tex;
  } catch {
    host.textContent = tex;
    host.classList.add('untypeset');
  }
}

const SETTINGS: KatexOptions = {
  throwOnError: true,
  trust: (context) => context.command === '\\htmlClass' && context.class === CHANGED,
  strict: 'ignore',
  output: 'htmlAndMathml',
  maxExpand: 1000,
  maxSize: 100,
};

/** Copies a selection's formulas as TeX: one formula bare, several between dollar signs among their words. */
export function copyAsTex(event: ClipboardEvent): void {
  const range = document.getSelection()?.rangeCount ? document.getSelection()?.getRangeAt(0) : undefined;
  if (!range || !event.clipboardData) return;
  const whole = wholeFormulas(range);
  const fragment = whole.cloneContents();
  const formulas = [...fragment.querySelectorAll('.katex')];
  if (formulas.length === 0) return;
  const isOne = formulas.length === 1 && fragment.textContent === formulas[0]?.textContent;
  for (const f of formulas) {
    const tex = (f.querySelector('annotation')?.textContent ?? '').replace(/^\{\}=/, '= ');
    f.replaceWith(isOne ? tex : `$${tex}$`);
  }
  event.clipboardData.setData('text/plain', lined(fragment));
  event.preventDefault();
}

/** The range made wider, so that it holds every formula that it touches. */
function wholeFormulas(range: Range): Range {
  const wide = range.cloneRange();
  const formulaAt = (node: Node): Element | null =>
    (node instanceof Element ? node : node.parentElement)?.closest('.katex') ?? null;
  const [first, last] = [formulaAt(range.startContainer), formulaAt(range.endContainer)];
  if (first) wide.setStartBefore(first);
  if (last) wide.setEndAfter(last);
  return wide;
}

function lined(fragment: DocumentFragment): string {
  for (const block of fragment.querySelectorAll('p, div, li, tr')) block.append('\n');
  return fragment.textContent.replace(/(?<!\s)\s*\n\s*/g, '\n').trim();
}
