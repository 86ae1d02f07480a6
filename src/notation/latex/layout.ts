/** From KaTeX's tree to pieces. */
import type { Mark } from '../../core/index.js';
import type { Span } from '../notation.js';
import { pairBrackets } from './brackets.js';
import { BINOMIAL } from './opaque.js';
import { accented } from './accents.js';
import { attach, widen, widenAll } from './compose.js';
import { isKnownWord } from './functions.js';
import type {
  ArrayNode,
  FontNode,
  HtmlMathmlNode,
  LeftRightNode,
  ListNode,
  Node,
  SupsubNode,
} from './katexTree.js';
import { withWords } from './letterRuns.js';
import { mergeNumbers } from './numbers.js';
import { place, spanOf, type Piece } from './piece.js';
import { NodeSpans } from './nodeSpans.js';
import { isSubFirst, scriptsOf, stackedPiece, withScripts, type Scripts } from './scripts.js';
import {
  atomPiece,
  delimiterPiece,
  delimiterText,
  lookUp,
  operatorPiece,
  symbolPiece,
} from './symbolPieces.js';
import { isWordBody, plainText, uprightPieces, wordOrProse } from './textPieces.js';
import * as S from './symbols.js';
import { kern, lineBreak, space } from './spaces.js';

/** The pieces of a whole formula. Brackets on the top level and in lines are still unpaired: they may span lines. */
export function layOut(nodes: readonly Node[], text: string, macros: ReadonlySet<string>): Piece[] {
  return new Layout(text, macros).list(nodes);
}

const SIZES =
  /\\(?:tiny|scriptsize|footnotesize|small|normalsize|large|Large|LARGE|huge|Huge|sixptsize)(?![a-zA-Z])/y;
const STYLES = /\\(?:display|text|script|scriptscript)style(?![a-zA-Z])/y;
class Layout {
  private readonly places: NodeSpans;
  /** The font around: a letter in \mathbf{…} is bold. */
  private marks: readonly Mark[] = [];

  constructor(
    private readonly text: string,
    macros: ReadonlySet<string>,
  ) {
    this.places = new NodeSpans(text, macros);
  }

  list(nodes: readonly Node[]): Piece[] {
    const out: Piece[] = [];
    for (const node of nodes) for (const piece of this.node(node)) attach(out, piece);
    return mergeNumbers(withWords(out, this.text));
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
        return [symbolPiece(node.text, this.at(node), this.marks)];
      case 'atom':
        return [atomPiece(node, this.at(node), this.marks)];
      case 'op':
        return node.name === undefined
          ? this.wordGroup(node.body ?? [])
          : [operatorPiece(node.name, this.at(node))];
      case 'ordgroup':
        return this.group(node);
      case 'styling':
        this.places.pass(STYLES);
        return this.list(node.body);
      case 'sizing':
        this.places.pass(SIZES);
        return this.list(node.body);
      case 'color':
        this.places.pass(/\\[a-zA-Z]+\s*\{[^{}]*\}/y);
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
        return kern(this.places, node.dimension.number, node.dimension.unit);
      case 'spacing':
        return space(this.places, node.loc, node.text);
      case 'htmlmathml':
        return [this.composed(node)];
      case 'tag':
        return this.tagged(node.body);
      case 'mathchoice':
        return [];
      case 'cr':
        return [{ kind: 'separator', text: 'line', ...place(lineBreak(this.places)) }];
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
    const written = 'text' in node ? node.text : 'name' in node ? (node.name ?? null) : null;
    return this.places.own(node.loc) ?? this.places.leaf(typeof written === 'string' ? written : null);
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
    return [stackedPiece(body, above, Boolean(node.sub), this.places.closing(from))];
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
    return uprightPieces(text, pieces, this.places.closing(from));
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
    return accented(label, body, this.places.closing(from));
  }

  private enclosed(body: Node): Piece[] {
    const from = this.places.start;
    this.places.pass(/\\[a-zA-Z]+\*?(?:\[[^[\]]*\])?/y);
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
    const headTo = this.places.position;
    const scripts = this.scripts(node);
    const span = { from, to: Math.max(headTo, this.places.position) };
    return withScripts(base, isPlainGroup, scripts, span);
  }
  // The words under or over a brace are a remark.
  private labelled(base: Piece[], node: SupsubNode, from: number): Piece[] {
    this.scripts(node);
    return widenAll(base, this.places.closing(from));
  }
  private scripts(node: SupsubNode): Scripts {
    const first = isSubFirst(node) ? this.script(node.sub) : null;
    const sup = node.sup ? this.script(node.sup) : null;
    return scriptsOf(sup, first ?? (node.sub ? this.script(node.sub) : null));
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
    if (!bar) return { kind: 'unknown', what: BINOMIAL, ...place(span) };
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
    this.places.pass(/\\left\s*(?:\\[a-zA-Z]+|\\?[^])|\\begin\s*\{[^{}]*\}/y);
    const body = this.paired(node.body);
    // The end of an environment has been passed with its rows: the next one is that around it.
    this.places.pass(/\\right\s*(?:\\[a-zA-Z]+|\\?[^])/y);
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
    return delimiterPiece(delim, mclass, span);
  }

  private array(node: ArrayNode): Piece {
    const from = this.places.start;
    this.places.pass(/\\begin\s*\{[^{}]*\}(?:\s*\{[^{}]*\})?|\\[a-zA-Z]+\s*\{/y);
    const lines = node.colSeparationType !== undefined && node.colSeparationType !== 'small';
    const read = (cell: Node): Piece[] => (lines ? this.list([cell]) : pairBrackets(this.list([cell])));
    const rows = node.body.map((row) => row.map(read));
    this.places.pass(/\\end\s*\{[^{}]*\}/y);
    const span = { from: Math.min(from, this.places.position), to: this.places.position };
    return { kind: 'rows', layout: lines ? 'lines' : 'array', rows, ...place(span) };
  }

  private composed(node: HtmlMathmlNode): Piece {
    const span = this.places.leaf();
    const text = plainText(node.mathml);
    if (text === '\u0338') return { kind: 'unknown', what: '\\not', ...place(span) };
    return operatorPiece(text, span);
  }

  private tagged(body: readonly Node[]): Piece[] {
    const pieces = this.list(body);
    this.places.pass(/\\tag\*?\s*\{[^}]{0,200}\}/y);
    return pieces;
  }
}
