/** A formula in words, for an image's alt text: "derivative by x of x squared times sine x". */
import { type FormulaNode, parsedFormula } from './katexTree.js';
import { LayoutError } from './layoutError.js';
import { FONTS, MARKS, POWERS, operatorWords, signWords } from './spoken.js';

export interface AltOptions {
  /** Macros in KaTeX's form: "\\R" → "\\mathbb{R}". */
  readonly macros?: Readonly<Record<string, string>>;
}

/**
 * The formula in words; the TeX itself, on one line, where it cannot be read. Plain text: whoever puts it into Markdown
 * or HTML escapes it. What this throws is a defect of ours.
 */
export function altText(tex: string, options: AltOptions = {}): string {
  try {
    return tidy(sayAll(parsedFormula(tex, options.macros ?? {}), MAX_DEPTH)) || asWritten(tex);
  } catch (error) {
    if (!(error instanceof LayoutError)) throw error;
    return asWritten(tex);
  }
}

const MAX_LENGTH = 2_000;
const MAX_DEPTH = 60;

function asWritten(tex: string): string {
  return tidy(tex.slice(0, MAX_LENGTH));
}

/** One space between words, none before closing marks, and no comma before another mark or at the end. */
function tidy(words: string): string {
  const text = words
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ([,;:.)\]}])/g, '$1')
    .replace(/([([]) /g, '$1')
    .replace(/,(?=[,;.)\]]|\s*$)/g, '')
    .trim();
  return text.length <= MAX_LENGTH ? text : text.slice(0, MAX_LENGTH - 1) + '…';
}

type Nodes = readonly FormulaNode[];

/** Several nodes in a row; the digits of a number and the letters of a text stay together. */
function sayAll(nodes: Nodes, depth: number): string {
  let words = '';
  let before: Joint = 'apart';
  for (const node of nodes) {
    const joint = jointOf(node);
    words += (joint !== 'apart' && joint === before ? '' : ' ') + say(node, depth);
    before = node.type === 'supsub' ? 'apart' : joint;
  }
  return words.trim();
}

type Joint = 'number' | 'text' | 'apart';

function jointOf({ type, mode, text = '', base }: FormulaNode): Joint {
  if (type === 'supsub') return base && !Array.isArray(base) ? jointOf(base as FormulaNode) : 'apart';
  if (mode === 'text' && (type === 'textord' || type === 'accent')) return 'text';
  return type === 'textord' && /^[\d.]$/.test(text) ? 'number' : 'apart';
}

function say(node: FormulaNode | null | undefined, depth: number): string {
  if (!node) return '';
  if (depth <= 0) return '…';
  const special = SAYINGS.get(node.type);
  return special ? special(node, depth - 1) : sayBody(node, depth - 1);
}

/** Nodes that only dress what they hold: colours, sizes, styles, groups. */
function sayBody(node: FormulaNode, depth: number): string {
  return sayAll(inner(node), depth);
}

function inner({ body, base }: FormulaNode): Nodes {
  const content = body ?? base ?? [];
  return Array.isArray(content)
    ? (content as Nodes)
    : typeof content === 'string'
      ? []
      : [content as FormulaNode];
}

type Saying = (node: FormulaNode, depth: number) => string;
const sign: Saying = ({ text = '' }) => signWords(text);
const silent: Saying = () => '';

const SAYINGS: ReadonlyMap<string, Saying> = new Map<string, Saying>([
  ['atom', sign],
  ['mathord', sign],
  ['textord', sign],
  ['spacing', ({ mode }) => (mode === 'text' ? ' ' : '')],
  ['kern', silent],
  ['rule', silent],
  ['phantom', silent],
  ['vphantom', silent],
  ['internal', silent],
  ['cr', () => ';'],
  ['op', (node, depth) => (node.name === undefined ? sayBody(node, depth) : operatorWords(node.name))],
  ['operatorname', (node, depth) => sayName(inner(node), depth)],
  ['font', (node, depth) => `${FONTS.get(node.font ?? '') ?? ''} ${sayFont(node, depth)}`],
  ['pmb', (node, depth) => `bold ${sayBody(node, depth)}`],
  ['htmlmathml', (node, depth) => sayAll(node.mathml ?? [], depth)],
  ['mathchoice', (node, depth) => sayAll(node.text === undefined ? (node.display ?? []) : [], depth)],
  ['delimsizing', ({ delim = '' }) => sayDelimiter(delim)],
  ['middle', ({ delim = '' }) => sayDelimiter(delim)],
  ['accent', sayMarked],
  ['accentUnder', sayMarked],
  ['overline', (node, depth) => `${bracketed(sayBody(node, depth))} bar`],
  ['underline', (node, depth) => `${bracketed(sayBody(node, depth))} underlined`],
  [
    'enclose',
    (node, depth) =>
      /cancel|sout/.test(node.label ?? '')
        ? `cancelled ${bracketed(sayBody(node, depth))}`
        : sayBody(node, depth),
  ],
  ['xArrow', (node, depth) => `arrow labelled ${sayBody(node, depth)}`],
  ['genfrac', sayFraction],
  ['sqrt', sayRoot],
  ['supsub', sayScripts],
  ['leftright', sayDelimited],
  ['array', (node, depth) => sayRows(rowsOf(node), depth)],
]);

/** Letters that stand together as a name. */
function sayName(nodes: Nodes, depth: number): string {
  return nodes.map((node) => say(node, depth)).join('');
}

/** Letters of a text font are a name (mod, diff); those of other fonts are letters of their own. */
function sayFont(node: FormulaNode, depth: number): string {
  const nodes = inner(node);
  const group = nodes.length === 1 && nodes[0]?.type === 'ordgroup' ? inner(nodes[0]) : nodes;
  return /^math(rm|it|sf|tt)$/.test(node.font ?? '') ? sayName(group, depth) : sayAll(group, depth);
}

function sayMarked(node: FormulaNode, depth: number): string {
  const { label = '' } = node;
  const body = sayBody(node, depth);
  const combining = COMBINING.get(label);
  if (combining !== undefined) return (body.replace('ı', 'i').replace('ȷ', 'j') + combining).normalize('NFC');
  return `${bracketed(body)} ${MARKS.get(label) ?? signWords(label)}`;
}

/** Accents of a text, which letters have as characters of their own. */
const COMBINING: ReadonlyMap<string, string> = new Map([
  ['\\`', '\u0300'],
  ["\\'", '\u0301'],
  ['\\^', '\u0302'],
  ['\\~', '\u0303'],
  ['\\=', '\u0304'],
  ['\\u', '\u0306'],
  ['\\.', '\u0307'],
  ['\\"', '\u0308'],
  ['\\r', '\u030a'],
  ['\\H', '\u030b'],
  ['\\v', '\u030c'],
  ['\\c', '\u0327'],
]);

function sayDelimiter(delimiter: string): string {
  return delimiter === '.' ? '' : signWords(delimiter);
}

/** One word, or a bracketed one: needs no end mark. */
const isShort = (words: string): boolean => !/\s/.test(words.trim());

const bracketed = (words: string): string => (isShort(words) ? words : `(${words})`);

function sayFraction(node: FormulaNode, depth: number): string {
  const [over, under] = [say(node.numer, depth), say(node.denom, depth)];
  if (node.hasBarLine === false) return `${over} choose ${under}`;
  const derivative = /^(d|partial)( squared| cubed)?$/.exec(over);
  const by = derivative ? sayDerivative(derivative[1] ?? 'd', derivative[2] ?? '', under) : null;
  if (by !== null) return by;
  if (DIFFERENTIAL.test(over) && /^(d|partial) /.test(under)) return `${over} by ${under}`;
  return isShort(over) && isShort(under)
    ? `${over} over ${under}`
    : `fraction ${over} over ${under}, end fraction,`;
}

/** The upper part of dy/dx, ∂²f/∂x∂y: one letter after the d. */
const DIFFERENTIAL = /^(d|partial)( squared| cubed)?( calligraphic| bold)? \S+$/;

/** d/dx and ∂²/∂x² with nothing above but the d: an operator. */
function sayDerivative(d: string, order: string, under: string): string | null {
  const name = under.startsWith(`${d} `)
    ? under.slice(d.length + 1)
    : d === 'd' && /^d\S/.test(under)
      ? under.slice(1)
      : null;
  if (name === null) return null;
  const kind = d === 'partial' ? 'partial derivative' : 'derivative';
  const which = order === '' ? kind : `${order === ' squared' ? 'second' : 'third'} ${kind}`;
  return `${which} by ${order !== '' && name.endsWith(order) ? name.slice(0, -order.length) : name} of`;
}

function sayRoot(node: FormulaNode, depth: number): string {
  const body = sayBody(node, depth);
  const index = say(node.index, depth);
  const root = index === '' ? 'square root' : index === '3' ? 'cube root' : `root of order ${index}`;
  return isShort(body) ? `${root} of ${body}` : `${root} of ${body}, end root,`;
}

function sayScripts(node: FormulaNode, depth: number): string {
  const base = Array.isArray(node.base) ? null : (node.base as FormulaNode | null | undefined);
  const [below, above] = [say(node.sub, depth), say(node.sup, depth)];
  if (base?.type === 'op' && base.name === undefined) return sayStacked(say(base, depth), below, above);
  if (isOperator(base)) return sayLimits(say(base, depth), below, above);
  if (base?.type === 'horizBrace') return `${say(base, depth)} (${below || above})`;
  if (base?.type === 'leftright' && base.left === '.' && base.right === '|')
    return sayEvaluated(base, below, above, depth);
  const indexed =
    below === ''
      ? say(base, depth)
      : `${say(base, depth)} sub ${isShort(below) ? below : `${below}, end sub,`}`;
  return `${indexed} ${sayExponent(above)}`;
}

function isOperator(base: FormulaNode | null | undefined): boolean {
  return (
    (base?.type === 'op' && (base.symbol === true || base.limits === true)) ||
    (base?.type === 'operatorname' && base.limits === true)
  );
}

function sayLimits(operator: string, below: string, above: string): string {
  if (operator === 'limit') return `limit as ${below} of`;
  const from = below === '' ? '' : above === '' ? ` over ${below}` : ` from ${below}`;
  return `${operator}${from}${above === '' ? '' : ` to ${above}`} of`;
}

/** \overset and \underset. */
function sayStacked(base: string, below: string, above: string): string {
  return base + (above && ` with ${above} above`) + (below && ` with ${below} below`);
}

function sayEvaluated(base: FormulaNode, below: string, above: string, depth: number): string {
  const where = above === '' ? `at ${below}` : `from ${below} to ${above}`;
  return `${sayBody(base, depth)}, evaluated ${where}`;
}

function sayExponent(above: string): string {
  if (above === '') return '';
  const primes = /^prime(?: prime)*$/.exec(above);
  if (primes) return PRIMES[(above.length + 1) / 6] ?? above;
  if (above === 'composed with') return 'degrees';
  const known = POWERS.get(above);
  if (known !== undefined) return known;
  return isShort(above) ? `to the ${above}` : `to the power ${above}, end power,`;
}
const PRIMES: readonly string[] = ['', 'prime', 'double prime', 'triple prime'];

/** \left … \right: an array in it is a matrix, or cases where the right side is open. */
function sayDelimited(node: FormulaNode, depth: number): string {
  const nodes = inner(node);
  const table = nodes.length === 1 && nodes[0]?.type === 'array' ? rowsOf(nodes[0]) : null;
  if (!table)
    return `${sayDelimiter(node.left ?? '.')} ${sayAll(nodes, depth)} ${sayDelimiter(node.right ?? '.')}`;
  if (node.right === '.') return `cases ${sayRows(table, depth)}, end cases`;
  return `matrix ${sayRows(table, depth)}, end matrix`;
}

function rowsOf(array: FormulaNode): readonly Nodes[] {
  return Array.isArray(array.body) ? (array.body as readonly Nodes[]) : [];
}

function sayRows(rows: readonly Nodes[], depth: number): string {
  return rows
    .map((cells) => joinCells(cells.map((cell) => say(cell, depth))))
    .filter(Boolean)
    .join('; ');
}

/** Cells with a comma between, but for those that go on with a relation, as at an alignment mark. */
function joinCells(cells: readonly string[]): string {
  return cells.reduce((row, cell) => {
    const goesOn = row === '' || cell === '' || STARTS_RELATION.test(cell) || ENDS_RELATION.test(row);
    return row + (goesOn ? ' ' : ', ') + cell;
  }, '');
}
const STARTS_RELATION = /^(equals|at most|at least|less than|greater than|approximately|not equal to)\b/;
const ENDS_RELATION = /\b(equals|at most|at least|less than|greater than|approximately|not equal to)\s*$/;
