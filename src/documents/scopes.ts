/** A document as a tree of scopes: sections, exercises, examples, theorems, parts, items. What one of them says may not be meant in another. */
import type { BlockSort } from './blockWords.js';
import { headingSort, type ScopeMark } from './marks.js';
import { runAt } from './offsetMap.js';

export interface DocumentScope {
  /** File offsets, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'document' | 'section' | 'example' | 'statement' | 'part' | 'item';
  /** What it is called: its heading's text, "Problem 1."; empty for the document and for items. */
  readonly title: string;
  readonly parent: DocumentScope | null;
}

/** The whole of a text, of which nothing more is known. */
export const EVERYWHERE: DocumentScope = { from: 0, to: Infinity, kind: 'document', title: '', parent: null };

/** A heading, as far as it begins a scope. */
export interface SectionStart {
  readonly level: number;
  readonly text: string;
  readonly from: number;
}

/** A mark at its place in the file. */
export type PlacedMark = ScopeMark & { readonly from: number };

/** The scopes of one version of a document, to be asked by offset. */
export class DocumentScopes {
  private constructor(
    /** Where the innermost scope becomes another one, in order, and which. */
    private readonly starts: readonly number[],
    private readonly innermost: readonly DocumentScope[],
  ) {}

  static readonly NONE = new DocumentScopes([0], [EVERYWHERE]);

  /** Of headings and marks in order. Linear in their number; what is not closed ends with what it stands in. */
  static of(headings: readonly SectionStart[], marks: readonly PlacedMark[]): DocumentScopes {
    if (headings.length + marks.length === 0) return DocumentScopes.NONE;
    const builder = new ScopeBuilder();
    let next = 0;
    for (const h of headings) {
      for (let m = marks[next]; m && m.from < h.from; m = marks[++next]) builder.mark(m);
      builder.heading(h);
    }
    for (let m = marks[next]; m; m = marks[++next]) builder.mark(m);
    return new DocumentScopes(builder.starts, builder.innermost);
  }

  /** The innermost scope at a file offset. */
  at(offset: number): DocumentScope {
    return this.innermost[runAt(this.starts, offset)] ?? EVERYWHERE;
  }

  /** Where the section, example or part that is innermost at the offset ends, or another one begins within it. */
  pieceEnd(offset: number): number {
    const at = runAt(this.starts, offset);
    const isWithin = (s: DocumentScope | undefined): boolean =>
      s?.kind === 'item' || s === this.innermost[at];
    let i = at + 1;
    while (i < this.starts.length && isWithin(this.innermost[i])) i++;
    return this.starts[i] ?? Infinity;
  }
}

export const holds = (scope: DocumentScope, offset: number): boolean =>
  scope.from <= offset && offset < scope.to;

/** What stands in one of these by mistake goes on far: deeper ones are not told apart. */
const DEEPEST = 40;

/** The ranks of what is no heading: a mark ends all open scopes of its rank or above. */
const BLOCK = 10;
const PART = 20;
const ITEM = 30;

type Writable = { -readonly [K in keyof DocumentScope]: DocumentScope[K] };
interface Frame {
  readonly scope: Writable;
  readonly rank: number;
  /** The environment that it stands for; null for what only another mark ends. */
  readonly environment: string | null;
}

class ScopeBuilder {
  readonly starts: number[] = [0];
  readonly innermost: DocumentScope[];
  private readonly root: Writable = { ...EVERYWHERE };
  private readonly frames: Frame[] = [];
  /** How many environments of each name are open. */
  private readonly open = new Map<string, number>();
  /** The block that ended last, as long as nothing else has begun: a proof may go on with it. */
  private ended: Frame | null = null;

  constructor() {
    this.innermost = [this.root];
  }

  heading({ level, text, from }: SectionStart): void {
    const sort = headingSort(text);
    if (sort === 'continues') {
      this.close(level + 1, from, true);
      return;
    }
    this.close(level, from, true);
    if (sort === 'holds' || sort === 'aside') return;
    const kind = sort === 'example' ? 'example' : 'section';
    this.push({ kind, title: text }, level, from);
  }

  mark(m: PlacedMark): void {
    switch (m.kind) {
      case 'block':
        this.block(m.sort, m.title, m.from);
        return;
      case 'part':
        this.close(PART, m.from);
        this.push({ kind: 'part', title: m.title }, PART, m.from);
        return;
      case 'item':
        this.close(ITEM + (m.indent ?? 0), m.from);
        if (m.indent !== null) this.push({ kind: 'item', title: '' }, ITEM + m.indent, m.from);
        return;
      case 'texItem':
        this.texItem(m.from);
        return;
      case 'begin':
        this.begin(m.name, m.sort, m.from);
        return;
      case 'end':
        this.end(m.name, m.from);
        return;
      case 'rule':
        this.close(BLOCK, m.from);
    }
  }

  private block(sort: BlockSort, title: string, from: number): void {
    if (sort === 'aside') return;
    if (sort === 'continues') {
      this.resume(from);
      return;
    }
    this.close(BLOCK, from);
    if (sort !== 'holds') this.push({ kind: sort, title }, BLOCK, from);
  }

  private begin(name: string, sort: BlockSort | 'list', from: number): void {
    if (sort === 'continues') this.resume(from);
    if (sort === 'list') this.push({ kind: 'item', title: '' }, ITEM, from, name);
    else if (sort === 'example' || sort === 'statement') {
      this.close(BLOCK, from);
      this.push({ kind: sort, title: name }, BLOCK, from, name);
    }
  }

  /** The environment and all that was opened in it; nothing where it is not open. */
  private end(name: string, from: number): void {
    if (!this.open.has(name)) return;
    for (let frame = this.pop(from); frame && frame.environment !== name; frame = this.pop(from));
  }

  private texItem(from: number): void {
    const inItem = this.frames.at(-1)?.rank === ITEM + 1;
    if (inItem) this.pop(from);
    this.push({ kind: 'item', title: '' }, ITEM + 1, from);
  }

  /** A proof or solution goes on with the block before it, if that has ended: within a box round both, too. */
  private resume(from: number): void {
    const { ended } = this;
    if (!ended || this.frames.some((f) => f.scope === ended.scope)) return;
    ended.scope.to = Infinity;
    this.frames.push({ ...ended, environment: null });
    this.changed(ended.scope, from);
  }

  private push(
    scope: Pick<DocumentScope, 'kind' | 'title'>,
    rank: number,
    from: number,
    environment: string | null = null,
  ): void {
    if (this.frames.length >= DEEPEST) return;
    if (rank <= BLOCK) this.ended = null;
    const parent = this.frames.at(-1)?.scope ?? this.root;
    const made: Writable = { ...scope, from, to: Infinity, parent };
    this.frames.push({ scope: made, rank, environment });
    if (environment !== null) this.open.set(environment, (this.open.get(environment) ?? 0) + 1);
    this.changed(made, from);
  }

  /** Ends the open scopes of the rank and above; environments end with their own words, or with a section. */
  private close(rank: number, from: number, all = false): void {
    for (let top = this.frames.at(-1); top && top.rank >= rank; top = this.frames.at(-1)) {
      if (top.environment !== null && !all) return;
      this.pop(from);
    }
  }

  private pop(from: number): Frame | undefined {
    const frame = this.frames.pop();
    if (!frame) return undefined;
    frame.scope.to = from;
    if (frame.rank === BLOCK) this.ended = frame;
    if (frame.environment !== null) {
      const left = (this.open.get(frame.environment) ?? 1) - 1;
      if (left > 0) this.open.set(frame.environment, left);
      else this.open.delete(frame.environment);
    }
    this.changed(this.frames.at(-1)?.scope ?? this.root, from);
    return frame;
  }

  /** The innermost scope from an offset on; only what it is there at last counts. */
  private changed(scope: DocumentScope, from: number): void {
    if (this.starts.at(-1) === from) this.innermost[this.innermost.length - 1] = scope;
    else {
      this.starts.push(from);
      this.innermost.push(scope);
    }
  }
}
