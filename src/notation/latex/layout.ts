/** From KaTeX's tree to pieces. */
import type { Mark } from '../../core/expr.js';
import type { Span } from '../notation.js';
import { pairBrackets } from './brackets.js';
import { isKnownWord } from './functions.js';
import type {
  ArrayNode,
  AtomNode,
  FontNode,
  HtmlMathmlNode,
  LeftRightNode,
  ListNode,
  Node,
  SupsubNode,
} from './katexTree.js';
import { mergeNumbers } from './numbers.js';
import { bare, hasScripts, spanOf, type Piece } from './piece.js';
import { Places } from './places.js';
import * as S from './symbols.js';
import { isProse } from './words.js';

/** The pieces of a whole formula. Brackets on the top level and in lines are still unpaired: they may span lines. */
export function layOut(nodes: readonly Node[], text: string): Piece[] {
  return new Layout(text).list(nodes);
}

const SIZES =
  /\\(?:tiny|scriptsize|footnotesize|small|normalsize|large|Large|LARGE|huge|Huge|sixptsize)(?![a-zA-Z])/y;
const STYLES = /\\(?:display|text|script|scriptscript)style(?![a-zA-Z])/y;
const SPACE =
  /\\(?:[,;:!>\s]|(?:quad|qquad|enspace|thinspace|medspace|thickspace|negthinspace|negmedspace|negthickspace|nobreakspace|space)(?![a-zA-Z])|(?:hspace|hskip|mskip|kern|mkern|hphantom|mspace)\*?\s*(?:\{[^}]*\}|-?[\d.]+\s*[a-z]+)?)/y;

class Layout {
  private readonly places: Places;
  /** The font around: a letter in \mathbf{…} is bold. */
  private marks: readonly Mark[] = [];

  constructor(text: string) {
    this.places = new Places(text);
  }

  list(nodes: readonly Node[]): Piece[] {
    const out: Piece[] = [];
    for (const node of nodes) for (const piece of this.node(node)) attach(out, piece);
    return mergeNumbers(out);
  }

  private paired(nodes: readonly Node[]): Piece[] {
    return pairBrackets(this.list(nodes));
  }
  private inner(node: Node): Piece[] {
    return this.paired(node.type === 'ordgroup' && this.places.own(node.loc) === null ? node.body : [node]);
  }

  private node(node: Node): Piece[] {
    switch (node.type) {
      case 'mathord':
      case 'textord':
        return [this.symbol(node.text, this.at(node))];
      case 'atom':
        return [this.atom(node)];
      case 'op':
        return node.name === undefined
          ? this.wordGroup(node.body ?? [])
          : [this.operator(node.name, this.at(node))];
      case 'ordgroup':
        return this.group(node);
      case 'styling':
        this.places.pass(STYLES);
        return this.list(node.body);
      case 'sizing':
        this.places.pass(SIZES);
        return this.list(node.body);
      case 'color':
        this.places.pass(/\\[a-zA-Z]+\s*\{[^}]*\}/y);
        return this.list(node.body);
      case 'pmb':
        return this.withMark('bold', node.body);
      case 'href':
      case 'html':
        return this.list(node.body);
      case 'mclass':
        return this.classed(node);
      case 'text':
      case 'hbox':
        return this.words(node);
      case 'operatorname':
        return this.wordGroup(node.body);
      case 'font':
        return this.font(node);
      case 'accent':
      case 'accentUnder':
        return this.accent(node.label, node.base);
      case 'overline':
      case 'underline':
        return this.accent(node.type === 'overline' ? '\\overline' : '\\underline', node.body);
      case 'horizBrace':
        return this.enclosed(node.base);
      case 'enclose':
        return /cancel|sout/.test(node.label) ? this.struck(node.body) : this.enclosed(node.body);
      case 'lap':
      case 'smash':
      case 'vcenter':
      case 'raisebox':
      case 'reflectbox':
        return this.enclosed(node.body);
      case 'phantom':
        return this.dropped(node.body);
      case 'vphantom':
        return this.dropped([node.body]);
      case 'supsub':
        return this.scripted(node);
      case 'genfrac':
        return [this.fraction(node.numer, node.denom, node.hasBarLine)];
      case 'sqrt':
        return [this.root(node.index, node.body)];
      case 'leftright':
        return [this.leftRight(node)];
      case 'delimsizing':
        return [this.sized(node.delim, node.mclass)];
      case 'middle':
        return [{ kind: 'unknown', what: 'A bar in the middle', ...place(this.places.leaf()) }];
      case 'array':
        return [this.array(node)];
      case 'kern':
        return this.kern(node.dimension.number, node.dimension.unit);
      case 'spacing':
        this.places.own(node.loc);
        return [];
      case 'htmlmathml':
        return [this.composed(node)];
      case 'tag':
        return this.tagged(node.body);
      case 'mathchoice':
        return [];
      case 'cr':
        return [{ kind: 'separator', text: 'line', ...place(this.lineBreak()) }];
      case 'xArrow':
        return [
          {
            kind: 'relation',
            op: '->',
            text: '\\to',
            ...place(this.places.closing(this.places.leaf().from)),
          },
        ];
      case 'internal':
      case 'rule':
        return [];
      default:
        return [{ kind: 'unknown', what: `“${node.type}”`, ...place(this.at(node)) }];
    }
  }

  private at(node: Node): Span {
    return this.places.own(node.loc) ?? this.places.leaf();
  }

  private symbol(text: string, span: Span): Piece {
    const p = place(span);
    if (/^[0-9.]$/.test(text)) return { kind: 'number', text, ...p };
    const name = S.letterName(text);
    if (name !== null) return { kind: 'name', base: name, marks: this.marks, ...p };
    const delimiter = lookUp(S.DELIMITERS, text);
    if (delimiter) return { kind: 'delimiter', ...delimiter, ...p };
    const primes = ['′', '″', '‴'].indexOf(text === '\\prime' ? '′' : text);
    if (primes >= 0) return { kind: 'name', base: '′', marks: [], ...p, primes };
    return this.operator(text, span);
  }

  private operator(text: string, span: Span): Piece {
    const p = place(span);
    const big = lookUp(S.BIG_OPERATORS, text);
    if (big || S.OTHER_BIG.has(text)) return { kind: 'big', op: big ?? 'other', text, ...p };
    const op = lookUp(S.OPERATORS, text);
    if (op) return operatorPiece(op, p);
    const relation = lookUp(S.RELATIONS, text);
    if (relation) return { kind: 'relation', op: relation, text, ...p };
    const symbol = lookUp(S.PLAIN_SYMBOLS, text);
    if (symbol) return { kind: 'symbol', name: symbol, ...p };
    const logic = lookUp(S.LOGIC, text);
    if (logic) return { kind: 'logic', op: logic, ...p };
    if (/^\\[a-zA-Z]+$/.test(text) && isKnownWord(text.slice(1)))
      return { kind: 'word', text: text.slice(1), ...p };
    return { kind: 'unknown', what: text.startsWith('\\') ? text : `“${text}”`, ...p };
  }

  private atom(node: AtomNode): Piece {
    const span = this.at(node);
    if (node.text === '\\mid') return { kind: 'relation', op: null, text: '\\mid', ...place(span) };
    if (node.family === 'punct' || node.text === ':') return this.punctuation(node.text, span);
    const piece = this.symbol(node.text, span);
    if (piece.kind !== 'unknown' || node.family !== 'rel') return piece;
    return { kind: 'relation', op: null, text: node.text, ...place(span) };
  }
  private punctuation(text: string, span: Span): Piece {
    if (text === ',' || text === ';' || text === ':') return { kind: 'separator', text, ...place(span) };
    return this.operator(text, span);
  }

  private group(node: ListNode): Piece[] {
    const start = this.places.own(node.loc) ? null : this.places.start;
    const own = node.loc && start === null ? { from: node.loc.start, to: node.loc.end } : null;
    if (own) this.places.position = own.from + 1;
    const body = this.list(node.body);
    if (own) this.places.position = Math.max(this.places.position, own.to);
    // A comma in braces of its own is a decimal or thousands sign.
    if (own && body.length === 1 && body[0]?.kind === 'separator')
      return [{ ...body[0], from: own.from, to: own.to }];
    return own && body.length === 1 && body[0] ? [widen(body[0], own)] : body;
  }

  /** \mathbin, \mathrel and the like; a symbol stacked on a relation leaves the relation. */
  private classed(node: ListNode): Piece[] {
    const from = this.places.start;
    const only = node.body[0];
    if (node.body.length === 1 && only?.type === 'supsub' && only.base?.type === 'op' && only.base.body) {
      return this.stacked(only, only.base.body, from);
    }
    const body = this.list(node.body);
    const word = body[0];
    if (body.length === 1 && word?.kind === 'word' && word.text === 'mod')
      return [{ ...word, kind: 'symbol', name: 'mod' }];
    return body;
  }
  private stacked(node: SupsubNode, base: readonly Node[], from: number): Piece[] {
    this.places.pass(/\\[a-zA-Z]+/y);
    const label = node.sup ?? node.sub;
    const above = label ? this.list([label]) : [];
    const body = this.list(base);
    const only = body[0];
    const span = this.places.closing(from);
    if (body.length !== 1 || !only) return [{ kind: 'unknown', what: 'A stacked symbol', ...place(span) }];
    const defines = above.some((p) => (p.kind === 'word' || p.kind === 'prose') && /^def/i.test(p.text));
    if (only.kind === 'relation')
      return [{ ...only, op: defines && only.op === '=' ? ':=' : only.op, ...place(span) }];
    return [{ kind: 'unknown', what: 'A stacked symbol', ...place(span) }];
  }

  private font(node: FontNode): Piece[] {
    const mark = lookUp(S.FONT_MARKS, node.font) ?? 'none';
    if (mark === 'none') return this.enclosed(node.body);
    const body = node.body.type === 'ordgroup' ? node.body.body : [node.body];
    const spellsWords = mark === 'roman' || mark === 'sans' || mark === 'mono';
    if (isWordBody(body) && (spellsWords || isKnownWord(plainText(body)))) return this.wordGroup(body);
    return this.withMark(mark, body);
  }
  private withMark(mark: Mark, body: readonly Node[]): Piece[] {
    const from = this.places.start;
    this.places.pass(/\\[a-zA-Z]+/y);
    const outer = this.marks;
    if (!outer.includes(mark)) this.marks = [...outer, mark];
    const pieces = this.list(body);
    this.marks = outer;
    return widenAll(pieces, this.places.closing(from));
  }

  /** Letters that spell one word: \operatorname{softmax}, \mathrm{ReLU}. */
  private wordGroup(body: readonly Node[]): Piece[] {
    const from = this.places.start;
    this.places.pass(/\\[a-zA-Z]+\*?/y);
    const text = plainText(body).trim();
    const pieces = this.list(body);
    const span = this.places.closing(from);
    if (/^[A-Za-z][A-Za-z0-9 ]*$/.test(text) && (text.length > 1 || isKnownWord(text)))
      return splitDifferential(text, span);
    const only = pieces[0];
    if (pieces.length === 1 && only?.kind === 'name') {
      return [
        {
          ...only,
          ...place(span),
          marks: only.marks.includes('roman') ? only.marks : [...only.marks, 'roman'],
        },
      ];
    }
    return widenAll(pieces, span);
  }

  /** \text{…}: a word that is a name, or prose, with the formulas inside it. */
  private words(node: ListNode): Piece[] {
    const from = this.places.start;
    this.places.pass(/\\[a-zA-Z]+/y);
    const out: Piece[] = [];
    let text = '';
    let textFrom = this.places.start;
    const flush = (to: number): void => {
      const span = { from: textFrom, to: Math.max(textFrom, to) };
      if (text.trim() !== '') out.push(wordOrProse(text, span, node.type === 'text' ? node.font : undefined));
      text = '';
    };
    for (const n of node.body) {
      const at = this.places.position;
      if (n.type === 'styling') {
        flush(at);
        out.push(...this.list(n.body));
        textFrom = this.places.position;
      } else {
        text += plainText([n]);
        this.list([n].filter((m) => m.loc));
      }
    }
    flush(this.places.position);
    return widenAll(out, this.places.closing(from));
  }

  private accent(label: string, base: Node): Piece[] {
    const from = this.places.start;
    this.places.pass(/\\[a-zA-Z]+|\\[^a-zA-Z]/y);
    const body = pairBrackets(this.list([base]));
    const span = this.places.closing(from);
    const dots = lookUp(S.DOTS, label);
    if (dots) return [{ kind: 'dotted', dots, body, ...place(span) }];
    const mark = label === '\\overline' ? 'overline' : lookUp(S.ACCENT_MARKS, label);
    const only = body[0];
    if (mark && body.length === 1 && only && (only.kind === 'name' || only.kind === 'word'))
      return [marked(only, mark, span)];
    return [{ kind: 'unknown', what: `${label} over more than one letter`, ...place(span) }];
  }

  private enclosed(body: Node): Piece[] {
    const from = this.places.start;
    this.places.pass(/\\[a-zA-Z]+\*?(?:\[[^\]]*\])?/y);
    return widenAll(this.list(body.type === 'ordgroup' ? body.body : [body]), this.places.closing(from));
  }
  private struck(body: Node): Piece[] {
    const from = this.places.start;
    this.enclosed(body);
    return [{ kind: 'unknown', what: 'A part that is struck out', ...place(this.places.closing(from)) }];
  }
  private dropped(body: readonly Node[]): Piece[] {
    const from = this.places.start;
    this.places.pass(/\\[a-zA-Z]+/y);
    this.list(body);
    this.places.closing(from);
    return [];
  }

  private scripted(node: SupsubNode): Piece[] {
    const from = this.places.start;
    const isPlainGroup = node.base?.type === 'ordgroup' && node.base.body.length !== 1;
    const base = node.base ? this.node(node.base) : [];
    if (node.base?.type === 'horizBrace') return this.labelled(base, node, from);
    const only = base.at(-1);
    const simple = only && !hasScripts(only) && (base.length === 1 || !isPlainGroup);
    const head: Piece | null = simple ? only : base.length > 0 ? grouped(base) : null;
    const headTo = this.places.position;
    const scripts = this.scripts(node);
    const to = Math.max(headTo, this.places.position);
    if (!head)
      return [
        { kind: 'group', body: [], from: Math.min(from, to), to, headTo: Math.min(from, to), ...scripts },
      ];
    return [
      ...(simple ? base.slice(0, -1) : []),
      { ...head, ...scripts, headTo: head.to, to: Math.max(head.to, to) },
    ];
  }
  // The words under or over a brace are a remark.
  private labelled(base: Piece[], node: SupsubNode, from: number): Piece[] {
    this.scripts(node);
    return widenAll(base, this.places.closing(from));
  }
  private scripts(node: SupsubNode): Pick<Piece, 'primes' | 'sup' | 'sub'> {
    const first = node.sub && node.sup && startOf(node.sup) > startOf(node.sub) ? 'sub' : 'sup';
    let sub: Piece[] | null = null;
    let sup: Piece[] | null = null;
    if (first === 'sub' && node.sub) sub = this.script(node.sub);
    if (node.sup) sup = this.script(node.sup);
    if (first === 'sup' && node.sub) sub = this.script(node.sub);
    const primes = sup ? sup.findIndex((p) => !isPrime(p)) : 0;
    const signs = sup && primes < 0 ? sup.length : primes;
    const rest = sup ? sup.slice(signs) : null;
    const count = (sup ?? []).slice(0, signs).reduce((n, p) => n + 1 + p.primes, 0);
    return {
      primes: count,
      sup: rest && rest.length > 0 ? pairBrackets(rest) : null,
      sub: sub ? pairBrackets(sub) : null,
    };
  }
  private script(node: Node): Piece[] {
    this.places.pass(/[\^_]/y);
    const outer = this.marks;
    this.marks = [];
    const pieces = this.list(node.type === 'ordgroup' && !node.loc ? node.body : [node]);
    this.marks = outer;
    return pieces;
  }

  private fraction(numer: Node, denom: Node, bar: boolean): Piece {
    const from = this.places.start;
    this.places.pass(/\\[a-zA-Z]+/y);
    const [top, below] = [this.inner(numer), this.inner(denom)];
    const span = this.places.closing(from);
    if (!bar) return { kind: 'unknown', what: 'A binomial coefficient', ...place(span) };
    const start = Math.min(span.from, spanOf(top, span).from);
    return { kind: 'fraction', numer: top, denom: below, ...place({ from: start, to: span.to }) };
  }

  private root(index: Node | null, body: Node): Piece {
    const from = this.places.start;
    this.places.pass(/\\[a-zA-Z]+/y);
    const n = index ? this.inner(index) : null;
    const radicand = this.inner(body);
    return { kind: 'root', body: radicand, index: n, ...place(this.places.closing(from)) };
  }

  private leftRight(node: LeftRightNode): Piece {
    const from = this.places.start;
    this.places.pass(/\\left\s*(?:\\[a-zA-Z]+|\\?[^])|\\begin\s*\{[^}]*\}/y);
    const body = this.paired(node.body);
    this.places.pass(/\\right\s*(?:\\[a-zA-Z]+|\\?[^])|\\end\s*\{[^}]*\}/y);
    const span = { from: Math.min(from, spanOf(body, { from, to: from }).from), to: this.places.position };
    const [left, right] = [delimiterText(node.left), delimiterText(node.right)];
    const rows = body[0];
    if (left === '{' && right === '.' && body.length === 1 && rows?.kind === 'rows') {
      return { ...rows, layout: rows.layout === 'lines' ? 'lines' : 'cases', ...place(span) };
    }
    return { kind: 'fence', left, right, body, ...place(span) };
  }

  private sized(delim: string, mclass: string): Piece {
    const from = this.places.start;
    this.places.pass(/\\[bB]igg?[lrm]?\s*(?:\\[a-zA-Z]+|\\?[^])/y);
    const span = { from, to: Math.max(from, this.places.position) };
    const known = lookUp(S.DELIMITERS, delim);
    if (delim === '/') return { kind: 'slash', ...place(span) };
    if (!known) return { kind: 'unknown', what: `The delimiter ${delim}`, ...place(span) };
    const side =
      known.side !== 'either'
        ? known.side
        : mclass === 'mopen'
          ? 'open'
          : mclass === 'mclose'
            ? 'close'
            : 'either';
    return { kind: 'delimiter', text: known.text, side, ...place(span) };
  }

  private array(node: ArrayNode): Piece {
    const from = this.places.start;
    this.places.pass(/\\begin\s*\{[^}]*\}(?:\s*\{[^}]*\})?|\\[a-zA-Z]+\s*\{/y);
    const lines = node.colSeparationType !== undefined && node.colSeparationType !== 'small';
    const read = (cell: Node): Piece[] => (lines ? this.list([cell]) : pairBrackets(this.list([cell])));
    const rows = node.body.map((row) => row.map(read));
    this.places.pass(/\\end\s*\{[^}]*\}/y);
    const span = { from: Math.min(from, this.places.position), to: this.places.position };
    return { kind: 'rows', layout: lines ? 'lines' : 'array', rows, ...place(span) };
  }

  private lineBreak(): Span {
    const from = this.places.position;
    this.places.pass(/(?:\\\\|\\newline|\\cr)\s*(?:\[[^\]]*\])?/y);
    return { from, to: this.places.position };
  }

  private kern(size: number, unit: string): Piece[] {
    const from = this.places.start;
    this.places.pass(SPACE);
    const span = place({ from: Math.min(from, this.places.position), to: this.places.position });
    if (size >= 1 && unit === 'em') return [{ kind: 'separator', text: 'gap', ...span }];
    // A thin space may separate groups of digits; numbers look for it.
    return [{ kind: 'separator', text: 'gap', ...span, primes: -1 }];
  }

  private composed(node: HtmlMathmlNode): Piece {
    const span = this.places.leaf();
    const text = plainText(node.mathml);
    if (text === '\u0338') return { kind: 'unknown', what: '\\not', ...place(span) };
    return this.operator(text, span);
  }

  private tagged(body: readonly Node[]): Piece[] {
    const pieces = this.list(body);
    this.places.pass(/\\tag\*?\s*\{[^}]*\}/y);
    return pieces;
  }
}

/** Adds a piece; a \not joins the relation after it, scripts on nothing and lone primes join the piece before. */
function attach(out: Piece[], piece: Piece): void {
  const last = out.at(-1);
  if (last?.kind === 'unknown' && last.what === '\\not' && piece.kind === 'relation') {
    out[out.length - 1] = { ...piece, op: piece.op === '=' ? '!=' : null, from: last.from };
  } else if (
    piece.kind === 'relation' &&
    piece.op === '=' &&
    last?.kind === 'separator' &&
    last.text === ':'
  ) {
    out[out.length - 1] = { ...piece, op: ':=', text: ':=', from: last.from };
  } else if (piece.kind === 'group' && piece.body.length === 0 && last && canTake(last, piece)) {
    const sup = piece.sup ?? last.sup;
    const sub = piece.sub ?? last.sub;
    out[out.length - 1] = {
      ...last,
      primes: last.primes + piece.primes,
      sup,
      sub,
      to: Math.max(last.to, piece.to),
    };
  } else if (isPrime(piece) && last && last.sup === null && isOperand(last) && !isPrime(last)) {
    out[out.length - 1] = { ...last, primes: last.primes + 1 + piece.primes, sup: piece.sup, to: piece.to };
  } else if (!(piece.kind === 'group' && piece.body.length === 0 && !hasScripts(piece))) {
    out.push(piece);
  }
}
const canTake = (last: Piece, piece: Piece): boolean =>
  isOperand(last) && !(last.sup && piece.sup) && !(last.sub && piece.sub) && !(last.sup && piece.primes > 0);
const isOperand = (p: Piece): boolean =>
  ['number', 'name', 'word', 'fence', 'delimiter', 'group', 'fraction', 'root', 'big'].includes(p.kind);
const isPrime = (p: Piece): boolean => p.kind === 'name' && p.base === '′';

const place = (span: Span): ReturnType<typeof bare> => bare(span.from, span.to);
const widen = (p: Piece, span: Span): Piece =>
  hasScripts(p)
    ? { ...p, from: Math.min(p.from, span.from), to: Math.max(p.to, span.to) }
    : { ...p, ...place({ from: Math.min(p.from, span.from), to: Math.max(p.to, span.to) }) };

/** The first and last piece widened to the command and braces around them. */
function widenAll(pieces: readonly Piece[], span: Span): Piece[] {
  const only = pieces[0];
  if (pieces.length === 1 && only) return [widen(only, span)];
  return pieces.map((p, i) => {
    const from = i === 0 ? Math.min(span.from, p.from) : p.from;
    const to = i === pieces.length - 1 ? Math.max(span.to, p.to) : p.to;
    return widen(p, { from, to });
  });
}
function grouped(body: readonly Piece[]): Piece {
  const only = body[0];
  const span = spanOf(body, { from: 0, to: 0 });
  if (body.length === 1 && only && !hasScripts(only)) return only;
  return { kind: 'group', body: pairBrackets(body), ...place(span) };
}

function marked(piece: Piece & { kind: 'name' | 'word' }, mark: Mark, span: Span): Piece {
  const scripts = hasScripts(piece) ? { primes: piece.primes, sup: piece.sup, sub: piece.sub } : {};
  if (piece.kind === 'word')
    return { kind: 'name', base: piece.text, marks: ['word', mark], ...place(span), ...scripts };
  // A hat over a bold letter and a bold hat are one symbol: fonts stand before accents.
  return { ...piece, marks: [...piece.marks, mark], ...place(span), ...scripts };
}

function operatorPiece(op: (typeof S.OPERATORS)[string], p: ReturnType<typeof bare>): Piece {
  switch (op) {
    case '+':
    case '-':
    case '±':
    case '∓':
      return { kind: 'sign', op, ...p };
    case '/':
      return { kind: 'slash', ...p };
    default:
      return { kind: 'times', op, ...p };
  }
}

function wordOrProse(text: string, span: Span, font: string | undefined): Piece {
  const word = text.trim();
  if (isKnownWord(word)) return { kind: 'word', text: word, ...place(span) };
  if (/^[A-Za-z][A-Za-z0-9_-]*$/.test(text) && !isProse(text)) {
    const mark = font === '\\textbf' ? 'bold' : 'roman';
    if (word.length === 1) return { kind: 'name', base: word, marks: [mark], ...place(span) };
    return { kind: 'word', text: word, ...place(span) };
  }
  return { kind: 'prose', text: word, ...place(span) };
}

// \mathrm{dx} is a differential, d and x.
function splitDifferential(text: string, span: Span): Piece[] {
  if (!/^d[xyztuvw]$/.test(text)) return [{ kind: 'word', text, ...place(span) }];
  const mid = Math.max(span.from, span.to - 1);
  const d: Piece = { kind: 'name', base: 'd', marks: ['roman'], ...bare(span.from, mid) };
  return [d, { kind: 'name', base: text.slice(1), marks: [], ...bare(mid, span.to) }];
}

function isWordBody(body: readonly Node[]): boolean {
  const text = plainText(body);
  return (
    text.trim().length > 1 &&
    /^[A-Za-z][A-Za-z0-9 ]*$/.test(text.trim()) &&
    body.every((n) => n.type !== 'supsub')
  );
}

/** The characters of symbols, spaces kept; a formula inside counts for nothing. */
function plainText(nodes: readonly Node[]): string {
  return nodes.map(nodeText).join('');
}
function nodeText(n: Node): string {
  if (n.type === 'mathord' || n.type === 'textord' || n.type === 'atom') return n.text;
  if (n.type === 'spacing' || n.type === 'kern') return ' ';
  if (n.type === 'op') return n.name ?? plainText(n.body ?? []);
  if (n.type === 'accent') return nodeText(n.base);
  if (n.type === 'font') return nodeText(n.body);
  if (n.type === 'ordgroup' || n.type === 'mclass' || n.type === 'text' || n.type === 'hbox')
    return plainText(n.body);
  return n.type === 'styling' ? '' : '\uFFFD';
}

function startOf(node: Node): number {
  if (node.loc) return node.loc.start;
  if ('body' in node && Array.isArray(node.body)) {
    for (const n of node.body as readonly Node[]) if (startOf(n) >= 0) return startOf(n);
  }
  return -1;
}
const delimiterText = (d: string): string => lookUp(S.DELIMITERS, d)?.text ?? d;

function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
