/**
 * A plot as SVG: the hover's picture, the panel's plot and the exported file. It has no styles, scripts, ids or
 * references, so that it may stand in a data: address, in a page with a strict policy, and in a file.
 */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Curve, Plot } from '../protocol.js';
import { clipped, thinned, type Pixel } from './stroke.js';
import type { PlotTheme } from './theme.js';
import { numberTicks, piTicks, type Tick } from './ticks.js';

export interface DrawOptions {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly theme: PlotTheme;
  /** A line above the plot that names the curves; without it the curves' names are in the label only. */
  readonly legend?: boolean;
  /** Paints the theme's background first, for a picture that stands by itself. */
  readonly ground?: boolean;
  /** Least room left of the frame, so that it stays in its place while the numbers change; in pixels. */
  readonly margin?: number;
  /** Of words and numbers, in pixels; 10 unless told. */
  readonly fontSize?: number;
}

/** Where the curves are drawn, in pixels of the picture, and how numbers map there. */
export interface PlotFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** Pixels from numbers, and numbers from pixels. */
  readonly x: Scale;
  readonly y: Scale;
}

export interface Scale {
  (value: number): number;
  invert(pixel: number): number;
}

/** The SVG of a plot. A plot whose ranges are no intervals of numbers gives an empty picture. */
export function draw(plot: Plot, options: DrawOptions): string {
  const { width, height, theme } = options;
  const size = `width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}"`;
  const font = `font-family="system-ui,'Segoe UI',sans-serif" font-size="${px(fontSize(options))}"`;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${font} fill="${color(theme.foreground)}" role="img" aria-label="${escaped(describe(plot))}">`;
  if (!isUsable(plot.x) || !isUsable(plot.y)) return `${head}</svg>`;
  const frame = frameOf(plot, options);
  return [
    head,
    ground(options),
    axes(plot, frame, options),
    curves(plot, frame, theme),
    legend(plot, frame, options),
    '</svg>',
  ].join('');
}

function ground({ ground, theme, width, height }: DrawOptions): string {
  if (ground !== true || theme.background === null) return '';
  return `<path d="M0,0H${px(width)}V${px(height)}H0z" fill="${color(theme.background)}"/>`;
}

/** Whether doubles can count off ticks between the ends. */
function isUsable([from, to]: readonly [number, number]): boolean {
  const largest = Math.max(Math.abs(from), Math.abs(to));
  return largest < 1e200 && to - from > largest * 1e-12 && to - from > 1e-200;
}

/** The frame that `draw` makes for the same plot and options. */
export function frameOf(plot: Plot, options: DrawOptions): PlotFrame {
  const font = fontSize(options);
  const top = options.legend === false ? font * 0.7 : font * 1.7;
  const height = Math.max(1, options.height - top - font * 1.7);
  const yTicks = numberTicks(plot.y, Math.max(2, Math.round(height / (font * 3))));
  const left = Math.max(
    options.margin ?? 0,
    font * 0.9 + Math.max(1, ...yTicks.map((t) => t.label.length)) * font * 0.58,
  );
  const width = Math.max(1, options.width - left - font * 1.5);
  const xTicks = fittingTicks(plot, width, font);
  const x = scaleLinear([...plot.x], [left, left + width]);
  const y = scaleLinear([...plot.y], [top + height, top]);
  return { left, top, width, height, xTicks, yTicks, x, y };
}

/** As many ticks as leave air between their labels. */
function fittingTicks(plot: Plot, width: number, font: number): Tick[] {
  const ticksFor = plot.xUnit === 'pi' ? piTicks : numberTicks;
  for (let count = Math.max(2, Math.round(width / (font * 4))); count > 1; count--) {
    const ticks = ticksFor(plot.x, count);
    const longest = Math.max(0, ...ticks.map((t) => t.label.length));
    if (ticks.length * (longest * 0.58 + 1.2) * font <= width) return ticks;
  }
  return ticksFor(plot.x, 1);
}

/** A plot in words, for those who do not see it. */
export function describe(plot: Plot): string {
  const names = plot.curves.map((c) => c.name).join(' and ');
  if (!isUsable(plot.x)) return `Plot of ${names}`;
  const short = (n: number): string => String(Number(n.toPrecision(3))).replace('-', '−');
  return `Plot of ${names} for ${plot.variable} from ${short(plot.x[0])} to ${short(plot.x[1])}`;
}

const fontSize = (options: DrawOptions): number => options.fontSize ?? 10;

function axes(plot: Plot, frame: PlotFrame, options: DrawOptions): string {
  const { left, top, width, height, x, y } = frame;
  const [right, bottom] = [left + width, top + height];
  const font = fontSize(options);
  const verticals = frame.xTicks.map((t) => `M${px(x(t.at))},${px(top)}V${px(bottom)}`).join('');
  const horizontals = frame.yTicks.map((t) => `M${px(left)},${px(y(t.at))}H${px(right)}`).join('');
  const zeros = [
    isInside(0, plot.x) ? `M${px(x(0))},${px(top)}V${px(bottom)}` : '',
    isInside(0, plot.y) ? `M${px(left)},${px(y(0))}H${px(right)}` : '',
  ].join('');
  const below = frame.xTicks.map((t) => label(x(t.at), bottom + font * 1.25, t.label)).join('');
  const beside = frame.yTicks.map((t) => label(left - font * 0.4, y(t.at) + font * 0.35, t.label)).join('');
  return [
    stroke(verticals + horizontals, options.theme.grid, 1),
    stroke(zeros, options.theme.axis, 1),
    `<g text-anchor="middle">${below}</g><g text-anchor="end">${beside}</g>`,
    `<text x="${px(right + font * 0.45)}" y="${px(bottom + font * 0.3)}" font-style="italic">${escaped(plot.variable.slice(0, 3))}</text>`,
  ].join('');
}

const label = (x: number, y: number, text: string): string =>
  `<text x="${px(x)}" y="${px(y)}">${escaped(text)}</text>`;

const MOST_ASYMPTOTES = 16;
const MOST_DOTS = 60;

function curves(plot: Plot, frame: PlotFrame, theme: PlotTheme): string {
  // A nested picture clips what it holds to its frame.
  const { left, top, width, height } = frame;
  const box = `x="${px(left)}" y="${px(top)}" width="${px(width)}" height="${px(height)}" viewBox="${px(left)} ${px(top)} ${px(width)} ${px(height)}"`;
  // The dashed derivative lies on top, so that a function that is its own derivative shows both.
  const drawn = plot.curves.map((c) => curve(c, frame, theme));
  return `<svg ${box}>${asymptotes(plot, frame, theme)}${drawn.join('')}</svg>`;
}

function asymptotes(plot: Plot, frame: PlotFrame, theme: PlotTheme): string {
  const poles = plot.curves.flatMap((c) => c.poles).filter((p) => p !== 0 && isInside(p, plot.x));
  // The function's poles and its derivative's may differ in their last digit.
  const places = [...new Set(poles.map((p) => px(frame.x(p))))];
  if (places.length > MOST_ASYMPTOTES) return '';
  return stroke(
    places.map((x) => `M${x},${px(frame.top)}v${px(frame.height)}`).join(''),
    theme.axis,
    1,
    '1 3',
  );
}

function curve(c: Curve, frame: PlotFrame, theme: PlotTheme): string {
  const isDerivative = c.role === 'derivative';
  const ink = isDerivative ? theme.derivative : theme.function;
  const paths = c.runs.map((run) => path(run, frame)).join('');
  const dots = c.dots.length > MOST_DOTS ? [] : c.dots;
  return (
    stroke(paths, ink, 1.7, isDerivative ? DASH : '') + dots.map((d) => dot(d, frame, ink, theme)).join('')
  );
}

const DASH = '5 3';
const toPath = line<Pixel>().digits(1);

function path(run: Curve['runs'][number], frame: PlotFrame): string {
  const pixels = run
    .map(([x, y]): Pixel => [frame.x(x), frame.y(y)])
    .filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  const band = { top: frame.top - 0.2 * frame.height - 9, bottom: frame.top + 1.2 * frame.height + 9 };
  return clipped(pixels, band)
    .map((part) => toPath(thinned(part)) ?? '')
    .join('');
}

function dot(d: Curve['dots'][number], frame: PlotFrame, ink: string, theme: PlotTheme): string {
  const [x, y] = [frame.x(d.x), frame.y(d.y)];
  if (!Number.isFinite(x) || !Number.isFinite(y) || y < frame.top - 4 || y > frame.top + frame.height + 4)
    return '';
  const fill = d.open ? (theme.background === null ? 'none' : color(theme.background)) : color(ink);
  return `<circle cx="${px(x)}" cy="${px(y)}" r="2.6" fill="${fill}" stroke="${color(ink)}" stroke-width="1.3"/>`;
}

function legend(plot: Plot, frame: PlotFrame, options: DrawOptions): string {
  if (options.legend === false) return '';
  const font = fontSize(options);
  const y = font * 1.05;
  let x = frame.left;
  const words = (text: string): string => {
    const shown = fitted(text, (options.width - x) / (font * LETTER));
    const made = shown === '' ? '' : label(x, y, shown);
    x += font * (1.1 + shown.length * LETTER);
    return made;
  };
  const names = plot.curves.map((c) => {
    const isDerivative = c.role === 'derivative';
    const ink = isDerivative ? options.theme.derivative : options.theme.function;
    const mark = stroke(
      `M${px(x)},${px(y - font * 0.35)}h${px(font * 1.9)}`,
      ink,
      1.7,
      isDerivative ? DASH : '',
    );
    x += font * 2.3;
    return mark + words(c.name);
  });
  return names.join('') + words(plot.parameters);
}

// The width of a letter, as a share of the size of the font: somewhat generous.
const LETTER = 0.56;

function fitted(text: string, most: number): string {
  return text.length <= most ? text : most < 3 ? '' : `${text.slice(0, Math.floor(most) - 1)}…`;
}

function stroke(d: string, ink: string, width: number, dash = ''): string {
  if (d === '') return '';
  const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  return `<path d="${d}" fill="none" stroke="${color(ink)}" stroke-width="${width}"${dashes} stroke-linejoin="round"/>`;
}

const isInside = (value: number, [from, to]: readonly [number, number]): boolean =>
  value >= from && value <= to;

// A tenth of a pixel is as much as anyone sees; what is not a number is drawn nowhere.
function px(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 10) / 10 + 0) : '0';
}

/** A colour, or grey for anything that is not one: nothing else gets into an attribute. */
function color(text: string): string {
  return /^(#[\da-f]{3,8}|rgba?\([\d\s.,%/]+\)|[a-z]{1,30})$/i.test(text) ? text : '#808080';
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[^\P{C}\t]/gu, '');
}
