/** A derivation as one chain of equalities, set in aligned lines: what one pastes into a paper. */
import { done, type Steps } from '../steps.js';
import { diff, num, type Derivation, type Expr, type Stage, type Step } from '../core/index.js';
import { pluggedIn, replacePending } from './plug.js';
import { spelled, type Spell } from './spell.js';

/** Levels of pending derivatives that get a line each; what is deeper is answered at once. */
const MOST_LEVELS = 5;

/** `\begin{aligned} d/dx … &= … \\ &= … \end{aligned}`, each derivative of an order n question from the one before. */
export function alignedLatex(d: Derivation, tex: Spell): string {
  return done(alignedLatexInSteps(d, tex));
}

/** The same in steps: a line at a time. */
export function* alignedLatexInSteps(d: Derivation, tex: Spell): Steps<string> {
  const { body, target, order, partial } = d.question;
  const lines: string[] = [];
  for (const s of d.stages) lines.push(...distinct(yield* spelled(stageLines(s), tex)));
  const left = tex(diff(body, target, order, partial));
  const right = distinct(d.stages.length > 1 ? yield* spelled(stageEnds(d), tex) : lines).filter(
    (l) => l !== left,
  );
  if (right.length === 0) return left;
  return `\\begin{aligned}\n${left} &= ${right.join(' \\\\\n&= ')}\n\\end{aligned}`;
}

/** Of a higher order: each derivative's result, with the rest still to be taken. */
function stageEnds(d: Derivation): readonly Expr[] {
  const { target, partial } = d.question;
  const last = d.stages.length - 1;
  return d.stages.flatMap((s, i) =>
    i === last ? [s.root.result, s.result] : [diff(s.result, target, num(last - i), partial)],
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
