/** Which definitions of a document hold at a place: from where they stand to the end of their scope. */
import { isSquareName, someNode, type Expr } from '../core/index.js';
import { holds, DocumentScopes, type DocumentScope } from '../documents/scopes.js';
import { definitionKey, entriesKey, isOfName, pointKey, type Definition } from './definitions.js';
import { lossAsked, lossByCustom, mayBeLoss } from './losses.js';
import { rootId } from './squares.js';
import { unstyled } from './styles.js';
import { countBegunBy } from '../text/ascending.js';

/** From here on a name stands for something new that nothing has defined yet: "let f be any function". */
export interface Anew {
  readonly id: string;
  /** Offset in the file. */
  readonly from: number;
}

/** A definition so close behind a formula is said in the same breath, and meant rather than one before. */
const SAME_BREATH = 120;

/** The numbers of indices that entries may have. */
const MOST_INDICES: readonly number[] = [1, 2, 3];

/** All definitions of a document, to be asked which ones hold at a place. */
export class DefinitionsInForce {
  private readonly byName = new Map<string, Named>();
  /** Names that stand for functions of the table. */
  private readonly replacing = new Set<string>();
  /** Keys of entries, by which answers may be written though the question does not mention them. */
  private readonly entries = new Set<string>();
  /** Keys of **ŷ** by the id of ŷ, whose entries may be spoken of, and of σ² by that of σ. */
  private readonly styled = new Map<string, Set<string>>();
  /** Keys of what says what a loss is, for questions of a loss by another name. */
  private readonly losses = new Set<string>();

  constructor(
    readonly all: readonly Definition[],
    private readonly scopes: DocumentScopes = DocumentScopes.NONE,
    anew: readonly Anew[] = [],
  ) {
    const isDefined = (id: string): boolean => this.byName.has(id);
    for (const d of all) {
      const key = definitionKey(d);
      let named = this.byName.get(key);
      if (!named) this.byName.set(key, (named = new Named(scopes, isDefined)));
      named.definitions.push(d);
      if (d.replaces !== null) this.replacing.add(d.name.id);
      if (!isOfName(d)) this.entries.add(key);
      if (mayBeLoss(d)) this.losses.add(key);
      const plain = isSquareName(d.name) ? rootId(d.name) : unstyled(d.name).id;
      if (plain !== d.name.id) this.styled.set(plain, (this.styled.get(plain) ?? new Set()).add(key));
    }
    for (const a of anew)
      for (const key of [a.id, ...MOST_INDICES.map((n) => entriesKey(a.id, n))])
        this.byName.get(key)?.anew.push(a.from);
  }

  /**
   * The definitions in force at a file offset, by name: the last one before it whose scope reaches there, else the first
   * one after it in its scope that a "where" introduces. An equation whose right side only names unknown functions does
   * not shadow one that says more.
   */
  inForce(offset: number): ReadonlyMap<string, Definition> {
    const found = new Map<string, Definition>();
    for (const [id, named] of this.byName) {
      const d = named.at(offset);
      if (d) found.set(id, d);
    }
    return found;
  }

  /**
   * Those in force that the expressions mention, directly or through each other, and those that give a function of the
   * table another meaning, and where entries are spoken of what gives entries: all that can matter for them.
   */
  inForceFor(expressions: readonly Expr[], offset: number): ReadonlyMap<string, Definition> {
    const found = new Map<string, Definition>();
    const addAs = (key: string): void => {
      const d = found.has(key) ? undefined : this.byName.get(key)?.at(offset);
      if (d) found.set(key, d);
    };
    const add = (id: string): void => {
      addAs(id);
      this.styled.get(id)?.forEach(addAs);
      for (const n of MOST_INDICES) addAs(entriesKey(id, n));
    };
    this.replacing.forEach(add);
    if (expressions.some(hasEntries)) this.entries.forEach(addAs);
    const losses = expressions.flatMap((e) => lossAsked(e) ?? []);
    if (losses.length > 0) this.losses.forEach(add);
    for (const e of expressions) {
      e.free.forEach(add);
      if (someNode(e, isDerivativeNode)) e.free.forEach((id) => addAs(pointKey(id)));
    }
    // What is found while this runs is visited as well: no chain of definitions is too long for the stack.
    for (const { value } of found.values()) value.free.forEach(add);
    for (const asked of losses) {
      const loss = lossByCustom(asked, found);
      if (loss) found.set(loss.name.id, loss);
    }
    return found;
  }

  /** Whether its scope reaches the offset, or could: a name that the text brought anew in between is another one. */
  mayReach(d: Definition, offset: number): boolean {
    return this.byName.get(definitionKey(d))?.mayReach(d, offset) ?? false;
  }

  /** It stands in another section, theorem or item than the offset: only what no other one says there speaks for it. */
  isElsewhere(d: Definition, offset: number): boolean {
    return !holds(this.scopes.at(d.from), offset);
  }
}

/** What is derived along a vector may say it by a name for a point. */
const isDerivativeNode = (e: Expr): boolean => e.kind === 'diff';

/** An entry, or a name in the style of vectors, whose entries are spoken of elsewhere. */
const hasEntries = (e: Expr): boolean =>
  someNode(
    e,
    (x) => x.kind === 'component' || (x.kind === 'sym' && x.marks.some((m) => m === 'bold' || m === 'vec')),
  );

/** The end of what a definition holds for, and what is asked next where it does not hold. */
interface Reach {
  readonly from: number;
  readonly until: number;
  /** Null where the name is brought anew. */
  readonly definition: Definition | null;
  /** The place in the list of the last one before it that reaches further; −1 for none. */
  outer: number;
}

/** What a document says of one name. */
class Named {
  readonly definitions: Definition[] = [];
  readonly anew: number[] = [];
  private reaches: Reaches | null = null;
  private late: readonly Definition[] | null = null;

  constructor(
    private readonly scopes: DocumentScopes,
    private readonly isDefined: (id: string) => boolean,
  ) {}

  at(place: number): Definition | undefined {
    const offset = Math.min(place, Number.MAX_SAFE_INTEGER);
    const next = this.lateAfter(offset);
    if (next && next.from - offset < SAME_BREATH && this.isNext(next, offset)) return next;
    const { firm, all } = (this.reaches ??= this.made());
    const held = lastAt(firm, offset);
    if (held?.definition) return held.definition;
    const vague = lastAt(all, offset);
    // What only names something says more than nothing.
    if (vague?.definition && (!held || vague.from > held.from)) return vague.definition;
    return next;
  }

  mayReach(d: Definition, offset: number): boolean {
    const { until, anew } = (this.reaches ??= this.made());
    if (d.from > offset) return holds(this.scopes.at(d.from), offset);
    const last = lastAt(anew, offset);
    return offset < (until.get(d) ?? 0) && (last === undefined || last.from < d.from);
  }

  private isNext(d: Definition, offset: number): boolean {
    return this.definitions[countBegunBy(this.definitions, offset)] === d;
  }

  /** The next definition after the offset that explains what stands before it, in a scope that holds both. */
  private lateAfter(offset: number): Definition | undefined {
    const late = (this.late ??= this.definitions.filter((d) => d.late));
    const next = late[countBegunBy(late, offset)];
    return next && holds(this.scopes.at(next.from), offset) ? next : undefined;
  }

  private made(): Reaches {
    const contested = this.contested();
    const reaches = this.definitions.map((d): Reach => {
      const until = d.ofSum
        ? Infinity
        : d.example
          ? this.scopes.pieceEnd(d.from)
          : this.until(this.scopes.at(d.from), contested);
      return { from: d.from, until, definition: d, outer: -1 };
    });
    const anew = this.anew.map((from): Reach => ({
      from,
      until: this.scopes.at(from).to,
      definition: null,
      outer: -1,
    }));
    const all = [...reaches, ...anew].sort((a, b) => a.from - b.from);
    const firm = all.filter(({ definition: d }) => d === null || !this.isVague(d));
    return {
      firm: linked(firm.map((r) => ({ ...r }))),
      all: linked(all),
      anew: linked(anew.map((r) => ({ ...r }))),
      until: new Map(reaches.map((r) => [r.definition, r.until])),
    };
  }

  /** Scopes of which several parts define the name, each in its own way. */
  private contested(): ReadonlySet<DocumentScope> {
    const said = new Map<DocumentScope, { readonly part: DocumentScope; readonly hash: number }>();
    const found = new Set<DocumentScope>();
    const note = (whole: DocumentScope, part: DocumentScope, hash: number): void => {
      const known = said.get(whole);
      if (!known) said.set(whole, { part, hash });
      else if (known.part !== part && known.hash !== hash) found.add(whole);
    };
    for (const d of this.definitions) {
      if (this.isVague(d)) continue;
      let scope = this.scopes.at(d.from);
      note(scope, scope, d.value.hash);
      for (; scope.parent && isOpen(scope); scope = scope.parent) note(scope.parent, scope, d.value.hash);
    }
    return found;
  }

  /** A section, theorem or item reaches as far as the scope around it, unless the name has several meanings there. */
  private until(scope: DocumentScope, contested: ReadonlySet<DocumentScope>): number {
    let found = scope;
    while (found.parent && isOpen(found) && !contested.has(found.parent)) found = found.parent;
    return found.to;
  }

  /** Says its name by functions that nothing defines. */
  private isVague(d: Definition): boolean {
    // f(x) = 0 is an equation to solve where f is something else.
    if (d.params.length > 0 && d.value.free.size === 0) return true;
    return someNode(d.value, (e) => e.kind === 'apply' && !this.isDefined(e.fn.id));
  }
}

interface Reaches {
  readonly all: readonly Reach[];
  /** Without definitions that only name something. */
  readonly firm: readonly Reach[];
  readonly anew: readonly Reach[];
  readonly until: ReadonlyMap<Definition | null, number>;
}

/** What a section or a theorem defines may be meant further on. What an exercise, an example or a part of one defines is its own. */
const isOpen = ({ kind }: DocumentScope): boolean =>
  kind === 'section' || kind === 'statement' || kind === 'item' || kind === 'part';

/** Each with the last one before it that reaches further than it does. */
function linked(list: readonly Reach[]): readonly Reach[] {
  for (const [i, r] of list.entries()) {
    let outer = i - 1;
    while (outer >= 0 && (list[outer]?.until ?? 0) <= r.until) outer = list[outer]?.outer ?? -1;
    r.outer = outer;
  }
  return list;
}

/** The last one at the offset or before it that reaches there. */
function lastAt(list: readonly Reach[], offset: number): Reach | undefined {
  let at = list[countBegunBy(list, offset) - 1];
  while (at && at.until <= offset) at = list[at.outer];
  return at;
}
