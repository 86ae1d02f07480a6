/**
 * A derivation told at a level of detail: an outline holds every step with the level at which it is told, and a telling
 * picks from it. Works on plain data, so that a page tells by itself what a file or a terminal is told.
 */
import type { Level, OutlineStep } from './protocol.js';

/** The levels, from the shortest telling to the longest, as settings and controls name them. */
export const LEVELS = ['brief', 'standard', 'beginner'] as const;
export type LevelName = (typeof LEVELS)[number];
export const levelOf = (name: LevelName): Level => (LEVELS.indexOf(name) + 1) as Level;
export const levelName = (level: Level): LevelName => LEVELS[level - 1] ?? 'standard';

/** How a derivation is told. */
export interface Telling {
  readonly level: Level;
  /** Names of rules that the reader has understood: they need no step but for beginners. */
  readonly understood?: ReadonlySet<string>;
  /** Ids of steps that are told at the next level, with all that is below them. */
  readonly unfolded?: ReadonlySet<string>;
}
export const STANDARD: Telling = { level: 2 };

/** A step as it is told. */
export interface ToldStep extends OutlineStep {
  /** Its path among all steps: "0.2". It stays the same at every level. */
  readonly id: string;
  /** Whether the next level says more of it. */
  readonly hides: boolean;
  readonly children: readonly ToldStep[];
}

/** The sides that follow `before`, each equal to the one above. */
export function rightsOf({ before, after, putIn, result }: OutlineStep): readonly string[] {
  const rights = [after, putIn, result].filter((s): s is string => typeof s === 'string');
  const distinct = rights.filter((s, i) => s !== (rights[i - 1] ?? before));
  return distinct.length === 0 ? [after] : distinct;
}

const lastOf = (s: OutlineStep): string => rightsOf(s).at(-1) ?? s.after;

/** The steps as they are told, counted through. */
export function told(steps: readonly OutlineStep[], telling: Telling): readonly ToldStep[] {
  const numbers = new Map<string, string>();
  const numbered = withNumbers(new Teller(telling).list(steps, '', telling.level, true), '', numbers);
  return numbered.map((s) => withReferences(s, numbers));
}

class Teller {
  constructor(private readonly telling: Telling) {}

  list(steps: readonly OutlineStep[], prefix: string, level: Level, outermost: boolean): readonly ToldStep[] {
    const out: ToldStep[] = [];
    /** The level of what goes on from the last line: it unfolds with that. */
    let around = level;
    /** What a hidden step before the first one that is told began with. */
    let begin: OutlineStep | null = null;
    /** Whether the last line stands for hidden steps: the next hidden one takes its place. */
    let isCarried = false;
    steps.forEach((s, i) => {
      const id = prefix + String(i);
      const last = out.at(-1);
      if (this.isTold(s, around, outermost && out.length === 0)) {
        if (this.isTold(s, level, outermost && out.length === 0)) around = this.levelIn(id, level);
        const here = this.one(s, id, around);
        out.push(begin && goesOn(begin, s) ? { ...here, before: begin.before } : here);
        [begin, isCarried] = [null, false];
      } else if (last && goesOn(last, s)) {
        out[out.length - 1] = carriedOn(last, lastOf(s), isCarried);
        isCarried = true;
      } else if (this.isUnderstood(s, around)) {
        out.push(...this.list(s.children, id + '.', around, false));
      } else begin = begin && goesOn(begin, s) ? { ...s, before: begin.before } : s;
    });
    return out;
  }

  private levelIn(id: string, around: Level): Level {
    return this.telling.unfolded?.has(id) ? nextLevel(around) : around;
  }

  private isTold(s: OutlineStep, level: Level, isFirst: boolean): boolean {
    const own = s.level ?? 2;
    return own <= level && (isFirst || own === 1 || !this.isUnderstood(s, level));
  }

  private isUnderstood({ rule }: OutlineStep, level: Level): boolean {
    return level < 3 && (this.telling.understood?.has(rule) ?? false);
  }

  private one(s: OutlineStep, id: string, level: Level): ToldStep {
    const short = level === 1 || this.isUnderstood(s, level);
    return {
      ...(short ? inBrief(s) : level === 3 ? { ...s, ...s.full } : s),
      id,
      hides: saysMore(s, level),
      children: this.list(s.children, id + '.', level, false),
    };
  }
}

const nextLevel = (level: Level): Level => (level === 1 ? 2 : 3);

/** Whether a line is followed by the next one: its last side is where that begins. */
const goesOn = (line: OutlineStep, next: OutlineStep): boolean =>
  next.before !== '' && next.before === lastOf(line);

/** The line with what hidden steps make of it at its end. */
function carriedOn(line: ToldStep, end: string, isCarried: boolean): ToldStep {
  const { putIn, result } = line;
  const kept = isCarried || result === null ? {} : { putIn: putIn ?? result };
  return { ...line, ...kept, result: end, hides: true };
}

/** In brief: no words, and no derivatives that are still to be taken. */
function inBrief(s: OutlineStep): OutlineStep {
  // Words that have no line are all that is said.
  if (s.before === '') return s;
  return { ...s, formula: null, why: '', after: lastOf(s), putIn: undefined, result: null };
}

function saysMore(s: OutlineStep, level: Level): boolean {
  if (level === 3) return false;
  if (level === 1 && s.before !== '' && (s.why !== '' || rightsOf(s).length > 1)) return true;
  return (level === 2 && s.full !== undefined) || s.children.some((c) => (c.level ?? 2) === level + 1);
}

/** Counted from 1 on each level; `numbers` says what became of the numbers of all steps. */
function withNumbers(
  steps: readonly ToldStep[],
  prefix: string,
  numbers: Map<string, string>,
): readonly ToldStep[] {
  return steps.map((s, i) => {
    const number = prefix + String(i + 1);
    numbers.set(s.number, number);
    const children = withNumbers(s.children, number + '.', numbers);
    return { ...s, number, children };
  });
}

/** "As in step {again}" with the number that the step has here; of one that is not told here nothing is said. */
function withReferences(s: ToldStep, numbers: ReadonlyMap<string, string>): ToldStep {
  const children = s.children.map((c) => withReferences(c, numbers));
  if (s.again === undefined) return { ...s, children };
  const number = numbers.get(s.again);
  return { ...s, why: number === undefined ? '' : s.why.replaceAll('{again}', number), children };
}
