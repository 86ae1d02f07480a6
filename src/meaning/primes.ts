/**
 * Where a prime names another quantity and no derivative: the next state s′, a rotated frame's x′, the map A → A′. What
 * shows it is written, a row each; it holds for that name's bare primes in the section or exercise that it stands in, and for
 * those of other names in the paragraphs round it.
 */
import { someNode, type Apply, type Expr, type Sym } from '../core/index.js';
import type { Formula, FormulaIndex } from '../documents/formula.js';
import { runAt } from '../documents/offsetMap.js';
import type { DocumentScope, DocumentScopes } from '../documents/scopes.js';
import { hasPrime } from '../notation/latex/glance.js';
import type { PrimedNames, Reading } from '../notation/notation.js';
import type { Steps } from '../steps.js';
import { hasPartialsByName } from '../customs/usually.js';
import { isFunctionLetter, isUsualVariable } from './symbolCustoms.js';

/** What one formula and the words round it have to say. */
interface Said {
  readonly statements: readonly Expr[];
  /** The names that it writes with one prime and no argument. */
  readonly names: readonly Sym[];
  readonly before: string;
  readonly after: string;
}

export interface PrimeEvidence {
  readonly reason: string;
  readonly shows: (said: Said) => boolean;
}

export const PRIME_EVIDENCE: readonly PrimeEvidence[] = [
  {
    reason: 'a list holds it beside the name without a prime: r(s, a, s′)',
    shows: (s) => s.statements.some(isInList),
  },
  { reason: 'a map leads to it: A → A′', shows: (s) => s.statements.some(isMapped) },
  { reason: 'it is one of a set: s′ ∈ S', shows: (s) => s.statements.some(isMember) },
  { reason: 'it is a set: A′ = ℤ', shows: (s) => s.statements.some(isSet) },
  { reason: 'its letters are the axes of a frame: Ox′y′', shows: (s) => s.statements.some(areAxes) },
  {
    reason: 'the words speak of a frame, of axes or of a transformation',
    shows: (s) => s.names.some(isCoordinate) && FRAME.some((f) => f.test(s.before) || f.test(s.after)),
  },
  {
    reason: 'the words directly before it say that it is another one of its kind',
    shows: (s) => ANOTHER.some((a) => a.test(s.before)),
  },
  {
    reason:
      'it is explained by the name without a prime and by other coordinates: where x′ = (x − a) cos τ + …',
    shows: (s) => EXPLAINS.test(s.before) && !SYSTEM.test(s.before) && s.statements.some(isMoved),
  },
];

/** What stands against all of it: the name's derivative is written otherwise, too. */
const FRAME: readonly RegExp[] = [
  /\b(?:rotated|moving|primed|inertial|reference|boosted|shifted|rotating) (?:frame|axes|axis|coordinates?|system)|\bnew (?:axes|coordinates)\b|\bchange of coordinates|\bcoordinate transform|\b(?:galile|lorentz)\p{L}* (?:transform|boost)/iu,
  /\b(?:gedrehte|bewegte)\p{L}* (?:koordinaten|bezugs)?system|\bkoordinatentransformation|\b(?:galilei|lorentz)-?transformation/iu,
  /\brepère (?:tourné|mobile)|\bchangement (?:de repère|de coordonnées)|\bsistema (?:rotado|girado|móvil|ruotato|mobile)|\bcambio de coordenadas/iu,
  /(?:повёрнут|подвижн|штрихованн)\p{L}{1,4} систем|преобразовани\p{L}{1,3} (?:галилея|лоренца|координат)|坐标变换|座標変換/iu,
];
const ANOTHER: readonly RegExp[] = [
  /\b(?:next states?|new (?:states?|values?|parameters?|weights?|points?)|observed(?: values?)?|measured(?: values?)?|another (?:point|copy|state|value)|transposed(?: copy)?|perturbed(?: point)?|updated (?:weights?|parameters?|values?)|successor(?: state)?)[\s,:]*$/iu,
  /(?:folgezustand|nächste[rn]? zustand|beobachtete[rn]? wert|neue[rn]? (?:wert|parameter|punkt))[\s,:]*$/iu,
  /(?:état suivant|valeur observée|siguiente estado|valor observado|próximo estado|stato successivo)[\s,:]*$/iu,
  /(?:следующ\p{L}{2,4} состояни\p{L}{1,3}|下一个状态|下一状态|次の状態)[\s,:]*$/iu,
];
const EXPLAINS = /\b(?:where|with|let|define[ds]?|wobei|mit|où|avec|donde|con|onde|dove|где)\s*$/iu;
const SYSTEM = /\b(?:system|equations?|dynamics|ODEs?)\b/iu;

const isPrimed = (e: Expr | undefined): e is Apply =>
  e?.kind === 'apply' && e.args.length === 0 && e.orders.length === 1 && e.orders[0] === 1;

/** s and s′ among the same arguments; not the y and y′ at the end of F(x, y, y′), a Lagrangian's. */
function isInList(e: Expr): boolean {
  return someNode(e, (x) => {
    const items = x.kind === 'tuple' ? x.items : x.kind === 'apply' ? x.args : [];
    return items.some((item, i) => {
      if (!isPrimed(item) || isFunctionLetter(item.fn)) return false;
      const twin = items.findIndex((t) => t.kind === 'sym' && t.id === item.fn.id);
      if (twin < 0) return false;
      const isBehind =
        twin + 1 === i &&
        twin > 0 &&
        items.slice(0, twin).some((t) => t.kind === 'sym' && isUsualVariable(t));
      return !isBehind;
    });
  });
}

const relates = (e: Expr, op: string): boolean => e.kind === 'relation' && e.ops.some((o) => o === op);
const isMapped = (e: Expr): boolean => relates(e, '->') && e.kind === 'relation' && e.sides.some(isPrimed);
const isMember = (e: Expr): boolean => relates(e, 'in') && e.kind === 'relation' && isPrimed(e.sides[0]);
const isSet = (e: Expr): boolean =>
  e.kind === 'relation' &&
  isPrimed(e.sides[0]) &&
  e.sides.slice(1).some((side) => someNode(side, (x) => x.kind === 'sym' && x.marks.includes('blackboard')));

/** O x′ y′, O x′ y′ z′. */
function areAxes(e: Expr): boolean {
  if (e.kind !== 'mul') return false;
  const [origin, ...axes] = e.factors;
  return origin?.kind === 'sym' && axes.length > 1 && axes.every((a) => isPrimed(a) && isCoordinate(a.fn));
}
const isCoordinate = (s: Sym): boolean => isUsualVariable(s) && !isFunctionLetter(s);

/** x′ = … x … y …, with no derivative on the right. */
function isMoved(e: Expr): boolean {
  if (e.kind !== 'relation' || (e.ops[0] !== '=' && e.ops[0] !== ':=')) return false;
  const [left, right] = e.sides;
  if (!isPrimed(left) || right?.free.has(left.fn.id) !== true) return false;
  if (someNode(right, (x) => x.kind === 'diff' || isPrimed(x))) return false;
  return e.ops[0] === ':=' || right.free.size > 2;
}

/** The names with one prime and no argument. */
function primedAlone(statements: readonly Expr[]): readonly Sym[] {
  const found: Sym[] = [];
  for (const s of statements) someNode(s, (e) => isPrimed(e) && found.push(e.fn) < 0);
  return found;
}

/** Names that a text derives in other ways: y″, y′(x), dy/dx. Their primes are derivatives whatever else is primed. */
function derived(statements: readonly Expr[]): readonly string[] {
  const found: string[] = [];
  for (const s of statements)
    someNode(s, (e) => {
      if (e.kind === 'diff' && e.body.kind === 'sym') found.push(e.body.id);
      if (e.kind !== 'apply') return false;
      const isOther =
        e.orders.some((o) => o !== 0 && o !== 1) || (e.args.length > 0 && e.orders.some((o) => o !== 0));
      if (isOther || (e.args.length > 0 && e.args.every((a) => a.kind !== 'sym'))) found.push(e.fn.id);
      return false;
    });
  return found;
}

const MOST_WORDS = 160;
const NONE: PrimedNames = { has: () => false, digest: '' };

/** A prime that is shown to be none of a derivative: why, and where. */
export interface ShownPrime {
  readonly reason: string;
  /** 1-based line of the document. */
  readonly line: number;
}

/** What one formula shows: for its own names throughout its scope, for all others in the paragraphs round it. */
interface Shown extends ShownPrime {
  readonly names: ReadonlySet<string>;
  readonly from: number;
  readonly to: number;
}

/** What the formulas of a scope show, those of scopes within it left out. */
class InScope {
  readonly shown: Shown[] = [];
  /** Names whose primes are derivatives whatever else is primed. */
  readonly derived = new Set<string>();
  private digests: { readonly names: string; readonly derived: string } | null = null;
  private near: readonly Range[] | null = null;
  private byName: ReadonlyMap<string, Shown> | null = null;

  /** The first of its formulas that shows it of the name. */
  of(id: string): Shown | undefined {
    return this.ofNames.get(id);
  }

  private get ofNames(): ReadonlyMap<string, Shown> {
    return (this.byName ??= new Map(
      [...this.shown].reverse().flatMap((s) => [...s.names].map((id) => [id, s] as const)),
    ));
  }

  /** One of its formulas stands in the paragraphs round the offset. */
  isNear(offset: number): boolean {
    const ranges = (this.near ??= merged(this.shown));
    const at = ranges[runAt(this.starts(ranges), offset)];
    return at !== undefined && at.from <= offset && offset <= at.to;
  }

  get digest(): { readonly names: string; readonly derived: string } {
    return (this.digests ??= {
      names: [...this.ofNames.keys()].sort().join(),
      derived: [...this.derived].sort().join(),
    });
  }

  private known: readonly number[] | null = null;
  private starts(ranges: readonly Range[]): readonly number[] {
    return (this.known ??= ranges.map((r) => r.from));
  }
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Of ranges in the order of their formulas, with those that touch made one. */
function merged(ranges: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && from <= last.to) found[found.length - 1] = { from: last.from, to: Math.max(to, last.to) };
    else found.push({ from, to });
  }
  return found;
}

/** In which scopes of a document a prime names another quantity. */
export class Primes {
  static readonly NONE = new Primes(new Map(), null, 0);
  private readonly known = new Map<DocumentScope, readonly InScope[]>();
  private readonly made = new Map<string, PrimedNames>();

  private constructor(
    private readonly shown: ReadonlyMap<DocumentScope, InScope>,
    private readonly scopes: DocumentScopes | null,
    private readonly end: number,
  ) {}

  /** Looks at the formulas with primes alone. */
  static *inSteps(index: FormulaIndex, read: (f: Formula) => Reading): Steps<Primes> {
    const found = new Map<DocumentScope, InScope>();
    let isAny = false;
    for (const [k, f] of index.formulas.entries()) {
      if (!hasPrime(f.tex) || f.cell !== null) continue;
      const statements = read(f).statements.map((s) => s.expr);
      const start = Math.max(index.formulas[k - 1]?.outerTo ?? 0, f.outerFrom - MOST_WORDS);
      const end = Math.min(index.formulas[k + 1]?.outerFrom ?? index.text.length, f.outerTo + MOST_WORDS);
      const said: Said = {
        statements,
        names: primedAlone(statements),
        before: index.text.slice(start, f.outerFrom),
        after: index.text.slice(f.outerTo, end),
      };
      const row = said.names.length > 0 ? PRIME_EVIDENCE.find((e) => e.shows(said)) : undefined;
      const others = derived(statements);
      isAny ||= row !== undefined;
      if (row || others.length > 0) {
        const inScope = inScopeOf(found, wholeOf(index.scopes.at(f.from)));
        others.forEach((id) => inScope.derived.add(id));
        if (row) inScope.shown.push(shownBy(row, said, f, index.text));
      }
      yield null;
    }
    return isAny ? new Primes(found, index.scopes, index.text.length) : Primes.NONE;
  }

  /** The names of which a prime makes another name at a file offset. */
  at(offset: number): PrimedNames {
    const place = Math.min(offset, this.end);
    const round = this.round(place);
    if (!round.some((s) => s.shown.length > 0)) return NONE;
    const isNear = round.some((s) => s.isNear(place));
    const names = isNear ? 'all' : round.map((s) => s.digest.names).join(';');
    const digest = `${names} but ${round.map((s) => s.digest.derived).join(';')}`;
    const known = this.made.get(digest);
    if (known) return known;
    const made: PrimedNames = {
      has: (id) =>
        (isNear || round.some((s) => s.of(id))) &&
        !round.some((s) => s.derived.has(id)) &&
        // f′, g′ and h′ stay derivatives.
        !hasPartialsByName(id),
      digest,
    };
    this.made.set(digest, made);
    return made;
  }

  /** What shows it of a name at a file offset; null where a prime there is a derivative. */
  evidence(id: string, offset: number): ShownPrime | null {
    const place = Math.min(offset, this.end);
    if (!this.at(place).has(id)) return null;
    const round = this.round(place);
    const isRound = ({ from, to }: Shown): boolean => from <= place && place <= to;
    return (
      round.map((s) => s.of(id)).find((s) => s !== undefined) ??
      round.flatMap((s) => s.shown).find(isRound) ??
      null
    );
  }

  /** What the scopes show that hold the offset. */
  private round(offset: number): readonly InScope[] {
    if (!this.scopes) return [];
    const scope = this.scopes.at(offset);
    const known = this.known.get(scope);
    if (known) return known;
    const made: InScope[] = [];
    for (let s: DocumentScope | null = scope; s; s = s.parent) {
      const found = this.shown.get(s);
      if (found) made.push(found);
    }
    this.known.set(scope, made);
    return made;
  }
}

function inScopeOf(found: Map<DocumentScope, InScope>, scope: DocumentScope): InScope {
  const known = found.get(scope);
  if (known) return known;
  const made = new InScope();
  found.set(scope, made);
  return made;
}

function shownBy({ reason }: PrimeEvidence, { names }: Said, f: Formula, text: string): Shown {
  const ids = new Set(names.map((s) => s.id));
  return {
    reason,
    line: f.line,
    names: ids,
    from: paragraphBefore(text, f.from),
    to: paragraphAfter(text, f.to),
  };
}

/** A paragraph is looked at for so long. */
const MOST_ROUND = 1500;
const BREAK = /\n[ \t]*\n/g;

/** Where the paragraph before that of the offset begins. */
function paragraphBefore(text: string, offset: number): number {
  const start = Math.max(0, offset - MOST_ROUND);
  const breaks = [...text.slice(start, offset).matchAll(BREAK)];
  return start + (breaks.at(-2)?.index ?? 0);
}

/** Where the paragraph after that of the offset ends. */
function paragraphAfter(text: string, offset: number): number {
  const round = text.slice(offset, offset + MOST_ROUND);
  const [, second] = round.matchAll(BREAK);
  return offset + (second?.index ?? round.length);
}

/** The section, exercise or document round it. */
function wholeOf(scope: DocumentScope): DocumentScope {
  let found = scope;
  while (found.parent && (found.kind === 'item' || found.kind === 'part' || found.kind === 'statement'))
    found = found.parent;
  return found;
}
