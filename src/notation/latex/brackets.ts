/** Pairs brackets and bars: a list with fences instead of delimiters. */
import { takesCondition } from '../../customs/usually.js';
import { CONDITION } from './opaque.js';
import { bare, hasScripts, spanOf, type DelimiterPiece, type Piece } from './piece.js';
import { fail } from './unreadable.js';

interface Level {
  readonly open: DelimiterPiece | null;
  readonly body: Piece[];
}

/** The list with its brackets paired, bars by depth and doubled ones first. Fails at a bracket without partner. */
export function pairBrackets(pieces: readonly Piece[]): Piece[] {
  if (!pieces.some((p) => p.kind === 'delimiter')) return [...pieces];
  const stack: Level[] = [{ open: null, body: [] }];
  for (const p of pieces) {
    const top = stack.at(-1);
    if (!top) break;
    if (p.kind !== 'delimiter' || isBar(p)) top.body.push(p);
    else if (p.side === 'open') stack.push({ open: p, body: [] });
    else close(stack, p);
  }
  const unclosed = stack.length > 1 ? stack.at(-1)?.open : null;
  if (unclosed) fail(unclosed, `The bracket ${unclosed.text} is not closed.`, 'syntax');
  return pairBars(stack[0]?.body ?? []);
}

/** Whether every bracket of the list is closed in it. */
export function isBalanced(pieces: readonly Piece[]): boolean {
  let depth = 0;
  for (const p of pieces) if (p.kind === 'delimiter' && !isBar(p)) depth += p.side === 'open' ? 1 : -1;
  return depth <= 0;
}

interface Bar extends DelimiterPiece {
  readonly text: '|' | '‖' | '.';
}
const isBar = (p: Piece): p is Bar =>
  p.kind === 'delimiter' && (p.text === '|' || p.text === '‖' || p.text === '.');

const PARTNERS: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '⌊': '⌋',
  '⌈': '⌉',
  '⟨': '⟩',
};

function close(stack: Level[], p: DelimiterPiece): void {
  const top = stack.pop();
  const outer = stack.at(-1);
  if (!top?.open || !outer) return fail(p, `The bracket ${p.text} closes nothing.`, 'syntax');
  const { open } = top;
  if (PARTNERS[open.text] !== p.text && !isInterval(open, p, top.body)) {
    fail(p, `The bracket ${p.text} does not match ${open.text}.`, 'syntax');
  }
  outer.body.push(fence(open, p, pairBars(givenAs(top.body, outer.body.at(-1)))));
}

/** f(y | θ): what stands behind the bar are arguments too; in P(A | B) they are events. */
function givenAs(body: readonly Piece[], before: Piece | undefined): readonly Piece[] {
  const bars = body.filter(isGiven);
  const [bar] = bars;
  if (!bar || bars.length > 1 || (bar.kind === 'delimiter' && body.some((p) => p.kind === 'evaluation')))
    return body;
  if (before?.kind !== 'name' || takesCondition(before.base))
    return [{ kind: 'unknown', what: CONDITION, ...bare(bar.from, bar.to) }];
  const separator: Piece = { kind: 'separator', text: ';', ...bare(bar.from, bar.to) };
  return body.map((p) => (p === bar ? separator : p));
}
const isGiven = (p: Piece): boolean =>
  !hasScripts(p) &&
  ((p.kind === 'delimiter' && p.text === '|') || (p.kind === 'relation' && p.text === '\\mid'));

// [0, 1) and (0, 1]: a comma stands between.
const isInterval = (open: DelimiterPiece, end: DelimiterPiece, body: readonly Piece[]): boolean =>
  '(['.includes(open.text) &&
  ')]'.includes(end.text) &&
  body.filter((p) => p.kind === 'separator' && p.text === ',').length === 1;

const fence = (open: DelimiterPiece, end: DelimiterPiece, body: readonly Piece[]): Piece => ({
  ...end,
  kind: 'fence',
  left: open.text,
  right: end.text,
  body,
  from: open.from,
});

function pairBars(pieces: readonly Piece[]): Piece[] {
  if (!pieces.some(isBar)) return [...pieces];
  const marked = pieces.map((p): Piece => (isBar(p) && isEvaluation(p) ? { ...p, kind: 'evaluation' } : p));
  const paired = pairBy(marked, true) ?? pairBy(marked, false) ?? pairBy(marked.map(asEvaluation), true);
  if (paired) return paired;
  const bar = marked.find(isBar);
  return fail(bar ?? spanOf(pieces, { from: 0, to: 0 }), 'This bar has no partner.', 'syntax');
}
const asEvaluation = (p: Piece): Piece => (isBar(p) && p.sub ? { ...p, kind: 'evaluation' } : p);
const isEvaluation = (p: Piece): boolean => p.sub?.some((s) => s.kind === 'relation') ?? false;

/** The bars paired, two single ones in a row taken as a double one where `doubled`; null where one is left over. */
function pairBy(pieces: readonly Piece[], doubled: boolean): Piece[] | null {
  const stack: Level[] = [{ open: null, body: [] }];
  for (let i = 0; i < pieces.length; i++) {
    const p = pieces[i];
    const top = stack.at(-1);
    if (!p || !top) return null;
    if (!isBar(p)) {
      top.body.push(p);
      continue;
    }
    const bar = doubled ? doubleBar(pieces, i, top) : p;
    if (bar !== p) i++;
    if (closes(bar, top)) {
      stack.pop();
      stack.at(-1)?.body.push(fence(top.open, bar, top.body));
    } else stack.push({ open: bar, body: [] });
  }
  return stack.length === 1 ? (stack[0]?.body ?? []) : null;
}

function doubleBar(pieces: readonly Piece[], i: number, top: Level): DelimiterPiece {
  const [p, next] = [pieces[i], pieces[i + 1]];
  if (!p || !isBar(p)) throw new Error('a bar');
  if (!next || !isBar(next) || p.text !== '|' || next.text !== '|' || hasScripts(p) || next.from !== p.to)
    return p;
  if (top.open?.text === '|' && endsOperand(top.body)) return p;
  return { ...next, text: '‖', from: p.from };
}

function closes(bar: DelimiterPiece, top: Level): top is Level & { open: DelimiterPiece } {
  if (top.open?.text !== bar.text || bar.side === 'open') return false;
  return bar.side === 'close' || endsOperand(top.body);
}
function endsOperand(body: readonly Piece[]): boolean {
  const last = body.at(-1);
  if (!last) return false;
  return !['sign', 'times', 'slash', 'relation', 'separator', 'big', 'logic'].includes(last.kind);
}
