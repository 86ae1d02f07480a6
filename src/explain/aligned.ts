/** A derivation as one chain of equalities, set in aligned lines: what one pastes into a paper. */
import type { Derivation, Stage, Step } from '../core/derivation.js';
import { diff, num, type Expr } from '../core/expr.js';
import { pluggedIn, replacePending } from './plug.js';
import type { Spell } from './spell.js';

/** Levels of pending derivatives that get a line each; what is deeper is answered at once. */
const MOST_LEVELS = 5;

/** `\begin{aligned} d/dx … &= … \\ &= … \end{aligned}`, each derivative of an order n question from the one before. */
export function alignedLatex(d: Derivation, tex: Spell): string {
  const { body, target, order, partial } = d.question;
  const lines = d.stages.flatMap((s) => distinct(stageLines(s).map(tex)));
  const left = tex(diff(body, target, order, partial));
  const right = distinct(d.stages.length > 1 ? stageEnds(d, tex) : lines).filter((l) => l !== left);
  if (right.length === 0) return left;
  return `\\begin{aligned}\n${left} &= ${right.join(' \\\\\n&= ')}\n\\end{aligned}`;
}

/** Of a higher order: each derivative's result, with the rest still to be taken. */
function stageEnds(d: Derivation, tex: Spell): readonly string[] {
  const { target, partial } = d.question;
  const last = d.stages.length - 1;
  return d.stages.flatMap((s, i) =>
    i === last ? [tex(s.root.result), tex(s.result)] : [tex(diff(s.result, target, num(last - i), partial))],
  );
}

const distinct = (lines: readonly string[]): readonly string[] => lines.filter((l, i) => l !== lines[i - 1]);

function stageLines({ root, tidying, result }: Stage): readonly Expr[] {
  const lines: Expr[] = [root.after];
  let open: readonly Step[] = root.substeps;
  for (let level = 0; level < MOST_LEVELS && open.some((s) => s.substeps.length > 0); level++) {
    lines.push(replacePending(lines.at(-1) ?? root.after, open, (s) => s.after));
    open = open.flatMap((s) => s.substeps);
  }
  lines.push(pluggedIn(root), root.result);
  return [...lines, ...tidying.map((t) => t.after), result];
}
