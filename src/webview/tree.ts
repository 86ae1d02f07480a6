/** The steps as a tree that folds and is walked by keys: no DOM, only what is open and where the focus is. */
import type { ToldStep } from '../levels.js';
import type { Level, OutlineStep } from '../protocol.js';

/** A step in its place. */
export interface TreeBranch {
  /** The step's own: "0.2". */
  readonly id: string;
  /** The step that it stands below; null for the outermost. */
  readonly parent: string | null;
  readonly step: ToldStep;
  /** 1 for the outermost steps. */
  readonly level: number;
  /** Counted from 1 among its siblings, and how many they are. */
  readonly position: number;
  readonly siblings: number;
}

/** Ids of the steps that are open. */
export type Open = ReadonlySet<string>;

/** How deep steps are opened: that many levels, or all of them. */
export type Depth = number | 'all';

/** A step's or the outline's own steps, with their places. */
export function branches(steps: readonly ToldStep[], parent: TreeBranch | null = null): TreeBranch[] {
  return steps.map((step, i) => ({
    id: step.id,
    parent: parent?.id ?? null,
    step,
    level: (parent?.level ?? 0) + 1,
    position: i + 1,
    siblings: steps.length,
  }));
}

/** What is open when the steps are opened to a depth; at most so many that a page can hold them. */
export function openTo(steps: readonly ToldStep[], depth: Depth): Open {
  const open = new Set<string>();
  let level = branches(steps);
  for (let i = 1; level.length > 0 && (depth === 'all' || i <= depth) && open.size < MOST_OPEN; i++) {
    for (const b of level) open.add(b.id);
    level = level.flatMap((b) => branches(b.step.children, b));
  }
  return open;
}
const MOST_OPEN = 2000;

/** What is open at first: in brief the lines, for beginners all, else as deep as keeps the open steps few. */
export function openAt(steps: readonly ToldStep[], level: Level): Open {
  if (level === 1) return openTo(steps, 1);
  if (level === 3) return openTo(steps, 'all');
  const two = openTo(steps, 2);
  return two.size <= READABLE ? two : openTo(steps, 1);
}
const READABLE = 7;

/** The steps that can be seen, from top to bottom: those whose parents are all open. */
export function visible(steps: readonly ToldStep[], open: Open): TreeBranch[] {
  const seen: TreeBranch[] = [];
  const pending = branches(steps).reverse();
  for (let b = pending.pop(); b; b = pending.pop()) {
    seen.push(b);
    if (open.has(b.id)) pending.push(...branches(b.step.children, b).reverse());
  }
  return seen;
}

export interface TreeMove {
  readonly focus: string;
  readonly open: Open;
}

/**
 * What a key does in a tree: up and down go through what is visible, right opens and then goes in, left closes
 * and then goes out, Home and End go to the ends, Enter and Space fold, * opens all siblings. Null for other keys.
 */
export function move(steps: readonly ToldStep[], open: Open, focus: string, key: string): TreeMove | null {
  const seen = visible(steps, open);
  const here = nearestOf(seen, focus);
  const at = here ? seen.indexOf(here) : 0;
  if (!here) return null;
  const to = (b: TreeBranch | undefined): TreeMove => ({ focus: (b ?? here).id, open });
  const isOpen = open.has(here.id);
  switch (key) {
    case 'ArrowDown':
      return to(seen[at + 1]);
    case 'ArrowUp':
      return to(seen[at - 1]);
    case 'Home':
      return to(seen[0]);
    case 'End':
      return to(seen.at(-1));
    case 'ArrowRight':
      return isOpen ? to(branches(here.step.children, here)[0]) : toggled(here.id, open);
    case 'ArrowLeft':
      return isOpen ? toggled(here.id, open) : to(seen.find((b) => b.id === here.parent));
    case 'Enter':
    case ' ':
      return toggled(here.id, open);
    case '*':
      return { focus: here.id, open: new Set([...open, ...siblingsOf(here, seen)]) };
    default:
      return null;
  }
}

/** The step itself, or the nearest one around it that can be seen; the first one where there is none. */
export function nearest(steps: readonly ToldStep[], open: Open, focus: string): string {
  return nearestOf(visible(steps, open), focus)?.id ?? '0';
}

const nearestOf = (seen: readonly TreeBranch[], focus: string): TreeBranch | undefined =>
  seen.filter((b) => `${focus}.`.startsWith(`${b.id}.`)).at(-1) ?? seen[0];

/** The step opened if it is closed, closed if it is open. */
export function toggled(id: string, open: Open): TreeMove {
  const next = new Set(open);
  if (!next.delete(id)) next.add(id);
  return { focus: id, open: next };
}

const siblingsOf = (b: TreeBranch, seen: readonly TreeBranch[]): string[] =>
  seen.filter((s) => s.parent === b.parent).map((s) => s.id);

/** The rules at work, each once, in the order in which they first stand: the line under the answer. */
export function rulesOf(steps: readonly OutlineStep[], most = 6): string[] {
  const titles = new Set<string>();
  const pending = [...steps].reverse();
  for (let s = pending.pop(); s && titles.size <= most; s = pending.pop()) {
    titles.add(s.title);
    pending.push(...[...s.children].reverse());
  }
  const all = [...titles];
  return all.length > most ? [...all.slice(0, most), '…'] : all;
}
