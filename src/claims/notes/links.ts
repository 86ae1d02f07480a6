/** From a chain to its claims, a link each. */
import { wordsBehind } from '../../notation/latex/plainWords.js';
import { lineAround } from '../../notation/latex/glance.js';
import { same, TWO, type Expr } from '../../core/index.js';
import type { Formula } from '../../documents/formula.js';
import type { Seen } from '../../notation/notation.js';
import { relationSign } from '../../notation/latex/printStructures.js';
import type { Link } from './link.js';
import { isName, sidesIn, type Chain, type Side } from './chain.js';
import type { NablaSquared } from '../../meaning/nablaSquared.js';
import { isBareHead, isDerivative, isImplied } from '../../meaning/operator.js';
import { asksWhether, isMarkedWrong } from './quoted.js';
import { isSupposed } from './aroundFormula.js';

/** What is known round a chain. */
export interface Surroundings {
  readonly text: string;
  readonly group: number;
  readonly conditions: readonly Expr[];
  readonly said: readonly Expr[];
  /** It stands in text that is struck through. */
  readonly struck: boolean;
  /** It is one of several answers to choose from. */
  readonly unsure: boolean;
  readonly near: number;
  /** Whether it is said before a file offset, and near, that σ is the sigmoid. */
  saysSigmoid(before: number): boolean;
  /** What its section says that ∇² is. */
  readonly nablaSquared: () => NablaSquared | null;
  /** Where the definition stands that the derivative follows directly; null where there is none. */
  readonly definedAt: number | null;
  /** Where the question stands that the chain answers; null where it asks nothing. */
  readonly asked: { readonly from: number; readonly echo: boolean } | null;
}

/** The links of the chain from its first derivative on, up to a relation that is no equality. */
export function linksOf(chain: Chain, round: Surroundings): readonly Link[] {
  const sides = ordered(chain.sides);
  const [head, ...rest] = sides;
  if (!head || rest.length === 0 || isOnlyAsked(head, round)) return [];
  const end = rest.findIndex((s) => s.op !== '=' && s.op !== '!=');
  const rights = end < 0 ? rest : rest.slice(0, end);
  return rights.map((right, i) => claimOf(chain, round, head, rights, i, right));
}

/** The same as far back as formulas are only joined by "and" and the like. */
function sentenceBefore(side: Side, text: string): string {
  const words = wordsBefore(side, text);
  if (!JOINS.test(words.replace(/[\s,]+/g, ''))) return words;
  const before = text.slice(Math.max(0, side.item.formula.outerFrom - LATER), side.item.formula.outerFrom);
  return before.slice(before.lastIndexOf('\n\n') + 1).replace(/\$[^$]*\$/g, ' ');
}
const JOINS = /^(?:and|or|und|oder|et|ou|y|o|e|и|или|和|或)?$/;

/** One of several answers to choose from, or what a question asks: "is it true that". */
const isOnlyAsked = (head: Side, { unsure, text }: Surroundings): boolean =>
  unsure || (head.item.nth === 0 && asksWhether(sentenceBefore(head, text)) && !isQuoted(head, head, text));

const isQuoted = (head: Side, end: Side, text: string): boolean =>
  isMarkedWrong(
    wordsBefore(head, text),
    wordsWithin(end) + end.item.after,
    asksWhether(sentenceBefore(head, text)) ? laterIn(end.item.formula, text) : null,
  );

/** What the formula itself says behind its last side: (WRONG). */
const wordsWithin = ({ item: { formula }, to }: Side): string =>
  wordsBehind(formula.tex.slice(formula.toTex(to)));

/** The derivative in front: 2x = d/dx x² is turned round, and what only names the derivative is left out. */
function ordered(sides: readonly Side[]): readonly Side[] {
  const at = sides.findIndex((s) => isDerivative(s.expr));
  const [head, before] = [sides[at], sides.slice(0, Math.max(0, at))];
  if (!head) return [];
  const said = before.filter((s) => !isName(s.expr));
  const turned = said.map((s, i): Side => ({ ...s, op: (i === 0 ? head.op : s.op) ?? '=' }));
  return [head, ...turned, ...sides.slice(at + 1)];
}

function claimOf(
  chain: Chain,
  round: Surroundings,
  head: Side,
  rights: readonly Side[],
  i: number,
  right: Side,
): Link {
  const left = rights[i - 1] ?? head;
  const from = Math.min(round.asked?.from ?? head.from, head.from, right.from);
  const to = Math.max(head.to, left.to, right.to);
  const { item } = right;
  const supposed = isSupposed(head.item.gap);
  return {
    kind: 'link',
    head: headOf(head, rights.slice(0, i)),
    left: left.expr,
    right: right.expr,
    op: right.op === '!=' ? '!=' : '=',
    chain: [head.expr, ...rights.map((r) => r.expr)],
    link: i + 1,
    links: rights.length,
    group: round.group,
    conditions: round.conditions,
    said: round.said,
    variable: chain.variable,
    quoted: round.struck || isQuoted(head, right, round.text),
    tentative: chain.tentative,
    echo: round.asked?.echo ?? false,
    doubtful: supposed || problemsIn(head) || problemsIn(right),
    supposed,
    isWritten: isWritten(chain, head, rights.slice(0, i + 1)),
    choices: choicesIn([head, right], () => round.saysSigmoid(from)),
    from,
    to,
    tex: texOf(head, right),
    seen: seenIn(head, right),
    ...(isOfSecondOrder(head.expr) ? { nablaSquared: round.nablaSquared() } : {}),
    outerFrom: Math.min(round.definedAt ?? from, from, head.item.formula.outerFrom),
    outerTo: Math.max(to, head.item.formula.outerTo, item.formula.outerTo),
    style: item.reading.style,
    rightPlace: standsAlone(right, round.text) ? { from: right.from, to: right.to } : null,
    at: item.formula.to,
    near: round.near,
    beside: Math.min(round.definedAt ?? from, head.item.formula.block.from),
  };
}

/**
 * The derivative that a side is held against: where the chain begins with a name alone, as dL/dw, the last derivative before
 * the side that is spelled out. What the name stands for need not be known then.
 */
function headOf(head: Side, between: readonly Side[]): Expr {
  if (!isNamedDerivative(head.expr)) return head.expr;
  if (between.some((s) => s.op !== '=')) return head.expr;
  const spelledOut = between.filter((s) => isDerivative(s.expr) && !isNamedDerivative(s.expr));
  return spelledOut.at(-1)?.expr ?? head.expr;
}
/** f′(x), dL/dw, ∂J_i/∂p_i. */
const isNamedDerivative = (e: Expr): boolean =>
  isBareHead(e) || (e.kind === 'diff' && e.body.kind === 'component');

/** ∇²f and Δf, of which words near by say what the sign means. */
const isOfSecondOrder = (e: Expr): boolean =>
  (e.kind === 'call' && e.fn === 'laplacian') || (e.kind === 'diff' && isImplied(e.target) && isTwo(e.order));
const isTwo = (e: Expr): boolean => same(e, TWO);

/** Its place holds nothing but the side: no macro stands for the equals sign, or what is before it, as well. */
function standsAlone({ expr, item, from, to }: Side, text: string): boolean {
  if (item.formula.cell !== null && from >= to) return false;
  const sides = sidesIn(item);
  const k = sides.findIndex((s) => s.expr === expr && s.from === from);
  if (k < 0 || (k === 0 && item.statement.leading === null)) return true;
  const end = sides[k - 1]?.to ?? item.from;
  return end <= from && text.slice(end, from).trim() !== '';
}

/** The words before on its line, other formulas left out. */
function wordsBefore(side: Side, text: string): string {
  const { formula, gap } = side.item;
  const line = text.lastIndexOf('\n', formula.outerFrom - 1) + 1;
  const words = gap.slice(gap.lastIndexOf('\n') + 1);
  return formula.outerFrom - line > words.length ? words : text.slice(line, formula.outerFrom);
}

/** The rest of the paragraph, as far as it may say something of the formula. */
function laterIn({ outerTo }: Formula, text: string): string {
  const later = text.slice(outerTo, outerTo + LATER);
  const end = later.search(/\n[ \t]*\n/);
  return end < 0 ? later : later.slice(0, end);
}
const LATER = 400;

/** Whether something in its line could not be read. */
function problemsIn({ item }: Side): boolean {
  const { problems } = item.reading;
  if (problems.length === 0) return false;
  const { tex } = item.formula;
  const { from, to } = item.statement;
  const line = lineAround(tex, from, to);
  return problems.some((p) => p.to > line.from && p.from < line.to);
}

function isWritten(chain: Chain, head: Side, rights: readonly Side[]): boolean {
  const { formula } = head.item;
  const isRead = sidesIn(head.item).some((s) => s.expr === head.expr);
  return isRead && !chain.tentative && rights.every((s) => s.item.formula === formula);
}

function choicesIn(sides: readonly Side[], saysSigmoid: () => boolean): Link['choices'] {
  const found = new Set<'slash' | 'log' | 'sigma'>();
  for (const { item } of sides) {
    for (const a of item.reading.assumptions) {
      if (a.kind === 'fraction-slash') found.add('slash');
      if (a.kind === 'log-natural') found.add('log');
      if (a.kind === 'sigma-sigmoid' && !saysSigmoid()) found.add('sigma');
    }
  }
  return found;
}

/** What the readers of both ends saw there: all between them where they stand in one formula. */
function seenIn(left: Side, right: Side): readonly Seen[] {
  const within = ({ item }: Side, from: number, to: number): readonly Seen[] =>
    item.reading.seen.filter((s) => from <= item.formula.toFile(s.from) && item.formula.toFile(s.to) <= to);
  if (left.item.formula === right.item.formula)
    return within(left, Math.min(left.from, right.from), Math.max(left.to, right.to));
  return [left, right].flatMap((s) => within(s, s.from, s.to));
}

/** All of the chain up to the link where it stands in one formula, else both ends of it. */
function texOf(left: Side, right: Side): string {
  const part = (s: Side): string => piece(s.item.formula, s.from, s.to);
  if (left.item.formula === right.item.formula)
    return piece(left.item.formula, Math.min(left.from, right.from), Math.max(left.to, right.to));
  return `${part(left)} ${relationSign(right.op ?? '=')} ${part(right)}`;
}
const piece = (f: Formula, from: number, to: number): string => f.tex.slice(f.toTex(from), f.toTex(to));

/** Conditions as they were read, those that restrict a name. */
export const isRestriction = (e: Expr): boolean =>
  e.kind === 'relation' &&
  e.ops.every((op) => op === '<' || op === '<=' || op === '>' || op === '>=' || op === '!=') &&
  e.sides.some((s) => s.kind === 'sym');
export const asRestrictions = (e: Expr): readonly Expr[] =>
  e.kind === 'logic' && e.op === 'and' ? e.args.filter(isRestriction) : isRestriction(e) ? [e] : [];
