/** What the verdicts on a chain rest on: so they can be remembered. */
import type { Expr } from '../core/index.js';
import type { Namesakes } from '../claims/notes/namesakes.js';
import type { Link } from '../claims/notes/link.js';
import type { Definition } from '../meaning/index.js';
import { bareName } from './doubts.js';
import type { Known } from './known.js';
import { reachableNames } from './worlds.js';

/** Chains with the same key have the same verdicts. */
export function keyOf(links: readonly Link[], known: Known): string {
  const { definitions } = known;
  const [first] = links;
  const others = first ? known.namesakes(first).map((d) => [d.value.hash, d.value.size]) : [];
  const sides = first ? first.chain : [];
  const used = [...reachableNames(sides, definitions)].sort().flatMap((id) => {
    const d = definitions.get(id);
    return d
      ? [
          `${id}:${String(d.value.hash)}:${String(d.value.size)}:${String(d.from >= (first?.near ?? 0))}:${String(first && known.isElsewhere?.(d, first))}`,
        ]
      : [];
  });
  const said = links.map((c) => [
    c.tex,
    c.op,
    c.tentative,
    c.doubtful,
    c.nablaSquared ?? null,
    [...c.conditions, ...c.said].map((e) => e.hash),
  ]);
  const hashes = sides.map((e) => [e.hash, e.size]);
  const names = sides.flatMap((e) => [...e.free]);
  const shapes = [...new Set([...names, ...used.map((u) => u.split(':')[0] ?? '')])]
    .filter((id) => known.arrays?.ranks.has(id) || known.arrays?.symmetric.has(id))
    .map((id) => [id, known.arrays?.ranks.get(id) ?? null, known.arrays?.symmetric.has(id) ?? false]);
  return JSON.stringify([said, hashes, first?.variable?.hash ?? null, used, others, shapes]);
}

/**
 * All that judging a chain may look into: its sides, what is said beside it, and what its names are defined
 * as near by.
 */
export function mentionedBy(links: readonly Link[], namesakes: Namesakes): readonly Expr[] {
  const said = links.flatMap((c) => [...c.chain, ...c.conditions, ...c.said]);
  const names = new Set(said.flatMap((e) => [...e.free]));
  const [first] = links;
  const [from, to] = [first?.near ?? 0, Math.max(...links.map((c) => c.to)) + AHEAD];
  return [...said, ...[...names].flatMap((id) => namesakes.between(id, from, to).map((d) => d.value))];
}

/** Definitions of the claim's name some lines before and after it. */
export function namesakesNear(claim: Link, namesakes: Namesakes): readonly Definition[] {
  const name = bareName(claim.head);
  return name === null ? [] : namesakes.between(name, claim.near, claim.to + AHEAD);
}
/** Characters after a claim in which the function may be defined: v′ = x, v = x²/2. */
const AHEAD = 400;
