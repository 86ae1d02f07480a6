/** The plot: zoomed and panned by wheel, drag and keys, with a read-out, a table of values, and files to keep. */
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior, type ZoomTransform } from 'd3-zoom';
import { describe, draw, frameOf, type DrawOptions, type PlotFrame } from '../plot/draw.js';
import { numberTicks, piTicks } from '../plot/ticks.js';
import type { Plot } from '../protocol.js';
import type { Actions } from './actions.js';
import { button, element, svgElement } from './element.js';
import { saveAs } from './export.js';
import { plotTheme } from './theme.js';
import { reading, rowsOf, valueAt } from './values.js';

const KEYS = 'Arrow keys move the read-out, with Shift they pan; plus and minus zoom, 0 resets.';
const RESAMPLE_AFTER = 120;

export class PlotView {
  readonly root: HTMLElement;
  private readonly canvas = element('div', {
    class: 'canvas',
    tabindex: 0,
    role: 'group',
    'aria-roledescription': 'interactive plot',
  });
  private readonly readout = element('output', { class: 'readout' });
  private readonly table = element('div', { class: 'values' });
  private readonly zooming: ZoomBehavior<HTMLDivElement, unknown>;
  private readonly resizing: ResizeObserver;
  /** The plot at rest, and as it is seen now. */
  private readonly base: Plot;
  private seen: Plot;
  private size = { width: 0, height: 0 };
  private margin = 0;
  private cursor: number | null = null;
  private isPointerHere = false;
  private timer = 0;

  constructor(
    plot: Plot,
    private showTable: boolean,
    private readonly onTable: (shown: boolean) => void,
    private readonly actions: Actions,
  ) {
    this.base = plot;
    this.seen = plot;
    this.zooming = zoom<HTMLDivElement, unknown>()
      .scaleExtent([1e-3, 1e6])
      .duration(0)
      .filter((event: MouseEvent) => this.isMeant(event))
      .on('zoom', (event: D3ZoomEvent<HTMLDivElement, unknown>) => this.onZoom(event.transform));
    select(this.canvas).call(this.zooming).on('dblclick.zoom', null);
    this.listen();
    this.root = element('section', { class: 'plot' }, this.head(), this.canvas, this.readout, this.table);
    this.resizing = new ResizeObserver(() => this.resize());
    this.resizing.observe(this.canvas);
  }

  /** Fresh curves for the window in sight. */
  receive(plot: Plot): void {
    this.seen = { ...this.seen, curves: plot.curves, parameters: plot.parameters };
    this.redraw();
  }

  /** Draws again, in the colours of the page as they are now. */
  redraw(): void {
    if (this.size.width === 0) return;
    const options = this.options();
    this.margin = frameOf(this.seen, options).left;
    const picture = svgElement(draw(this.seen, { ...options, margin: this.margin }));
    picture.setAttribute('aria-hidden', 'true');
    this.canvas.replaceChildren(picture);
    this.canvas.setAttribute('aria-label', `${describe(this.seen)}. ${KEYS}`);
    this.drawCursor();
    this.fillTable();
  }

  dispose(): void {
    this.resizing.disconnect();
    window.clearTimeout(this.timer);
  }

  private options(): DrawOptions {
    return { ...this.size, theme: plotTheme(), fontSize: 11, margin: this.margin };
  }

  private frame(): PlotFrame {
    return frameOf(this.seen, this.options());
  }

  private head(): HTMLElement {
    const tool = (words: string, title: string, onClick: () => void): HTMLButtonElement =>
      button(words, { class: 'tool', title, 'aria-label': title }, onClick);
    const table = button(
      'Table',
      { class: 'tool', title: 'Table of values', 'aria-pressed': String(this.showTable) },
      () => {
        this.showTable = !this.showTable;
        table.setAttribute('aria-pressed', String(this.showTable));
        this.fillTable();
        this.onTable(this.showTable);
      },
    );
    return element(
      'div',
      { class: 'section-head' },
      element('h2', {}, 'Plot'),
      element(
        'div',
        { class: 'tools' },
        tool('−', 'Zoom out', () => this.zoomBy(1 / 1.5)),
        tool('+', 'Zoom in', () => this.zoomBy(1.5)),
        tool('Reset', 'Show the first window again', () => this.reset()),
        table,
        tool('SVG', 'Save the plot as SVG', () => void saveAs('svg', this.seen, this.actions)),
        tool('PNG', 'Save the plot as PNG', () => void saveAs('png', this.seen, this.actions)),
      ),
    );
  }

  private listen(): void {
    this.canvas.addEventListener('pointermove', (event) => {
      this.isPointerHere = true;
      this.moveCursor(this.frame().x.invert(event.clientX - this.canvas.getBoundingClientRect().left));
    });
    this.canvas.addEventListener('pointerleave', () => {
      this.isPointerHere = false;
      this.moveCursor(null);
    });
    this.canvas.addEventListener('blur', () => this.moveCursor(null));
    this.canvas.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !this.onKey(event.key, event.shiftKey)) return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  /** The wheel zooms where the pointer was moved to, not where the page was scrolled under it. */
  private isMeant(event: MouseEvent): boolean {
    if (event.type !== 'wheel') return event.button === 0 && !event.ctrlKey;
    return this.isPointerHere || event.ctrlKey;
  }

  /** Forgets the pointer: the page has moved beneath it. */
  pageScrolled(): void {
    this.isPointerHere = false;
  }

  private onKey(key: string, shift: boolean): boolean {
    const { width, height } = this.size;
    const step = (this.seen.x[1] - this.seen.x[0]) / 100;
    const ways: Readonly<Record<string, () => void>> = {
      '+': () => this.zoomBy(1.5),
      '=': () => this.zoomBy(1.5),
      '-': () => this.zoomBy(1 / 1.5),
      _: () => this.zoomBy(1 / 1.5),
      '0': () => this.reset(),
      ArrowLeft: () => (shift ? this.panBy(width / 10, 0) : this.stepCursor(-step)),
      ArrowRight: () => (shift ? this.panBy(-width / 10, 0) : this.stepCursor(step)),
      ArrowUp: () => this.panBy(0, height / 10),
      ArrowDown: () => this.panBy(0, -height / 10),
      Home: () => this.moveCursor(this.seen.x[0]),
      End: () => this.moveCursor(this.seen.x[1]),
      Escape: () => this.moveCursor(null),
    };
    const way = Object.hasOwn(ways, key) ? ways[key] : undefined;
    way?.();
    return way !== undefined;
  }

  private zoomBy(factor: number): void {
    this.zooming.scaleBy(select(this.canvas), factor);
  }

  private panBy(dx: number, dy: number): void {
    const { k } = this.transform();
    this.zooming.translateBy(select(this.canvas), dx / k, dy / k);
  }

  private reset(): void {
    this.margin = 0;
    this.seen = this.base;
    this.zooming.transform(select(this.canvas), zoomIdentity);
    this.seen = this.base;
    this.redraw();
  }

  private transform(): ZoomTransform {
    return (this.canvas as { __zoom?: ZoomTransform }).__zoom ?? zoomIdentity;
  }

  private onZoom(transform: ZoomTransform): void {
    const frame = frameOf(this.base, { ...this.options(), margin: this.margin });
    const { left, top, width, height } = frame;
    const window_ = (
      a: number,
      b: number,
      scale: PlotFrame['x'],
      invert: (p: number) => number,
    ): readonly [number, number] => [scale.invert(invert(a)), scale.invert(invert(b))];
    const x = window_(left, left + width, frame.x, (p) => transform.invertX(p));
    const y = window_(top + height, top, frame.y, (p) => transform.invertY(p));
    this.seen = { ...this.seen, x, y };
    this.redraw();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.actions.post({ type: 'resample', x }), RESAMPLE_AFTER);
  }

  private resize(): void {
    const width = this.canvas.clientWidth;
    if (width === this.size.width || width === 0) return;
    const { k, x, y } = this.transform();
    const before = this.size;
    this.size = { width, height: Math.round(Math.min(Math.max(width * 0.56, 180), 380)) };
    this.margin = 0;
    this.zooming.extent([
      [0, 0],
      [width, this.size.height],
    ]);
    if (k !== 1 || x !== 0 || y !== 0) {
      const moved: [number, number] = [(x * width) / before.width, (y * this.size.height) / before.height];
      this.zooming.transform(select(this.canvas), zoomIdentity.translate(...moved).scale(k));
    }
    this.redraw();
  }

  private stepCursor(by: number): void {
    const [from, to] = this.seen.x;
    const x = this.cursor === null ? (from + to) / 2 : this.cursor + by;
    this.moveCursor(Math.min(Math.max(x, from), to));
    this.readout.setAttribute('aria-live', 'polite');
  }

  private moveCursor(x: number | null): void {
    const [from, to] = this.seen.x;
    this.cursor = x !== null && x >= from && x <= to ? x : null;
    this.readout.setAttribute('aria-live', 'off');
    this.drawCursor();
  }

  /** A line at the cursor with a mark on each curve, and the numbers in words below. */
  private drawCursor(): void {
    this.canvas.querySelector('.cursor')?.remove();
    const { cursor, seen } = this;
    this.readout.replaceChildren(...(cursor === null ? [this.hint()] : this.numbers(cursor)));
    if (cursor === null) return;
    const frame = this.frame();
    const theme = plotTheme();
    const at = frame.x(cursor);
    const marks = seen.curves.flatMap((c) => {
      const value = valueAt(c, cursor);
      if (value === null || value < seen.y[0] || value > seen.y[1]) return [];
      const ink = c.role === 'derivative' ? theme.derivative : theme.function;
      return [`<circle cx="${at}" cy="${frame.y(value)}" r="3.5" fill="${ink}"/>`];
    });
    const line = `<path d="M${at},${frame.top}v${frame.height}" stroke="${theme.foreground}" stroke-opacity="0.5"/>`;
    const { width, height } = this.size;
    const overlay = svgElement(
      `<svg xmlns="http://www.w3.org/2000/svg" class="cursor" aria-hidden="true" width="${width}" height="${height}">${line}${marks.join('')}</svg>`,
    );
    this.canvas.append(overlay);
  }

  private hint(): HTMLElement {
    return element('span', { class: 'hint' }, 'Drag to pan, scroll to zoom, point to read.');
  }

  private numbers(x: number): (Node | string)[] {
    const { seen } = this;
    const pair = (name: string, value: string, role: string): HTMLElement =>
      element('span', { class: `number ${role}` }, element('i', {}, name), ` = ${value}`);
    const values = seen.curves.map((c) => pair(c.name, reading(valueAt(c, x), seen.y), c.role));
    // Spaces keep the numbers apart when they are read aloud or copied.
    return [pair(seen.variable, reading(x, seen.x), 'variable'), ...values].flatMap((e) => [e, ' ']);
  }

  private fillTable(): void {
    this.table.toggleAttribute('hidden', !this.showTable);
    if (!this.showTable) return;
    const { seen } = this;
    const places = seen.xUnit === 'pi' ? piTicks(seen.x, 12) : numberTicks(seen.x, 12);
    const cells = (kind: 'th' | 'td', texts: readonly string[]): HTMLElement[] =>
      texts.map((t) => element(kind, kind === 'th' ? { scope: 'col' } : {}, t));
    const head = element('tr', {}, ...cells('th', [seen.variable, ...seen.curves.map((c) => c.name)]));
    const rows = rowsOf(seen, places).map((r) =>
      element('tr', {}, element('th', { scope: 'row' }, r.x), ...cells('td', r.values)),
    );
    const made = element(
      'table',
      { 'aria-label': 'Table of values' },
      element('thead', {}, head),
      element('tbody', {}, ...rows),
    );
    this.table.replaceChildren(made);
  }
}
