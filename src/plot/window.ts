/** Which part of the x-axis a plot shows at first, judged by the function's values alone. */
import { done, type Steps } from '../steps.js';
import { evenly, padded, quantile, widthOf, type Interval, type RealFunction } from './interval.js';
import { Probe } from './probe.js';
import { domainEnd } from './locate.js';

/** Windows to begin from: the first is taken unless the function lives elsewhere or on another scale. */
export const USUAL_WINDOW: Interval = [-5, 5];
export const TRIGONOMETRIC_WINDOW: Interval = [-2 * Math.PI, 2 * Math.PI];

/**
 * A window in which f shows what it does: the usual one if f is defined there, moved to where f begins or ends,
 * narrower where f grows out of all proportion or swings too fast, wider where it is all but straight.
 * At most about 2,500 evaluations.
 */
export function chooseWindow(f: RealFunction, usual: Interval = USUAL_WINDOW): Interval {
  return done(chooseWindowInSteps(f, usual));
}

/** The same in steps. */
export function* chooseWindowInSteps(f: RealFunction, usual: Interval): Steps<Interval> {
  const probe = new Probe(f, 2500);
  const home = yield* domainWindow(probe, usual);
  if (home === null) return usual;
  const seen = yield* look(probe, home);
  if (seen.turns > TOO_MANY_TURNS) return yield* calmer(probe, home);
  if (seen.crowding > CROWDED) return yield* gentler(probe, home, seen.crowding);
  if (seen.turns > 1 && seen.relief < FLAT_RELIEF) return yield* closer(probe, home, seen);
  if (seen.bend < STRAIGHT && seen.bend > EXACTLY_STRAIGHT) return yield* wider(probe, home);
  return home;
}

const TOO_MANY_TURNS = 36;
const CROWDED = 0.6;
const FLAT_RELIEF = 0.15;
const STRAIGHT = 0.01;
const EXACTLY_STRAIGHT = 1e-7;

function* calmer(probe: Probe, home: Interval): Steps<Interval> {
  let x = home;
  for (let i = 0; i < 6; i++) {
    x = zoomed(x, 1 / 3);
    if ((yield* look(probe, x)).turns <= TOO_MANY_TURNS / 2) return x;
  }
  return home;
}

function* gentler(probe: Probe, home: Interval, crowding: number): Steps<Interval> {
  for (const factor of [0.6, 0.4, 0.2, 0.1]) {
    const x = zoomed(home, factor);
    const now = (yield* look(probe, x)).crowding;
    if (now < CROWDED && now < crowding - 0.1) return x;
  }
  return home;
}

// Hills and valleys that steep ends make invisible are looked at closer, as long as all of them stay in sight.
function* closer(probe: Probe, home: Interval, seen: Look): Steps<Interval> {
  for (const factor of [0.8, 0.6, 0.4, 0.3, 0.2]) {
    const x = zoomed(home, factor);
    const now = yield* look(probe, x);
    if (now.turns < seen.turns) return home;
    if (now.relief > 2 * FLAT_RELIEF) return x;
  }
  return home;
}

function* wider(probe: Probe, home: Interval): Steps<Interval> {
  for (const factor of [4, 20, 100, 500]) {
    const x = zoomed(home, factor);
    if ((yield* look(probe, x)).bend > 5 * STRAIGHT) return x;
  }
  return home;
}

// A window that begins at the end of a domain goes on beginning there.
function zoomed([from, to]: Interval, factor: number): Interval {
  const fixed = from < 0 && to > 0 ? (-from < (to - from) / 5 ? 0 : (from + to) / 2) : (from + to) / 2;
  return [fixed + (from - fixed) * factor, fixed + (to - fixed) * factor];
}

interface Look {
  /** How often the curve turns from rising to falling or back. */
  readonly turns: number;
  /** The heights between which it turns, as a share of its height. */
  readonly relief: number;
  /** The share of the curve that lies in one twentieth of its height. */
  readonly crowding: number;
  /** How far it leaves its own chord, as a share of its height. */
  readonly bend: number;
}

function* look(probe: Probe, x: Interval): Steps<Look> {
  const points: (readonly [number, number])[] = [];
  // An odd count of cells, so that no common period divides them.
  for (const p of evenly(x, 211)) {
    const y = probe.at(p);
    if (!Number.isNaN(y)) points.push([p, y]);
    yield null;
  }
  const values = points.map(([, y]) => y);
  const turning = turningValues(values);
  return {
    turns: turning.length,
    relief: spread(turning) / spread(values),
    crowding: crowding(values),
    bend: bend(points),
  };
}

function turningValues(values: readonly number[]): number[] {
  const found: number[] = [];
  let direction = 0;
  for (let i = 1; i < values.length; i++) {
    const [before, here] = values.slice(i - 1, i + 1) as [number, number];
    const now = Math.sign(here - before);
    if (now * direction < 0) found.push(before);
    if (now !== 0) direction = now;
  }
  return found;
}

const spread = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);

function crowding(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [quantile(sorted, 0.04), quantile(sorted, 0.96)];
  if (!(high > low)) return 0;
  const bins = new Array<number>(20).fill(0);
  for (const v of values) {
    const bin = Math.min(19, Math.max(0, Math.floor(((v - low) / (high - low)) * 20)));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return Math.max(...bins) / values.length;
}

function bend(points: readonly (readonly [number, number])[]): number {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return 0;
  const height = spread(points.map(([, y]) => y));
  const slope = (last[1] - first[1]) / (last[0] - first[0]);
  const off = points.map(([x, y]) => Math.abs(y - first[1] - slope * (x - first[0])));
  return height > 0 ? Math.max(...off) / height : 0;
}

/** The usual window, or one that begins, ends or lies where f has values; null where none were found. */
function* domainWindow(probe: Probe, usual: Interval): Steps<Interval | null> {
  const places = evenly(usual, 83);
  const defined = yield* definedAt(probe, places);
  if (defined.length === 0) return yield* farDomain(probe, usual);
  return defined.length > 0.85 * places.length ? usual : yield* hull(probe, defined, places, usual);
}

/** The places where f has values, but for lone ones, such as (−4)^x has at whole numbers. */
function* definedAt(probe: Probe, places: readonly number[]): Steps<number[]> {
  const has: boolean[] = [];
  for (const x of places) {
    has.push(!Number.isNaN(probe.at(x)));
    yield null;
  }
  return places.filter((_, i) => has[i] && (has[i - 1] || has[i + 1]));
}

/** A window as wide as the usual one at most, with the domain's ends inside it by a margin. */
function* hull(
  probe: Probe,
  defined: readonly number[],
  places: readonly number[],
  usual: Interval,
): Steps<Interval> {
  const [first, last] = [defined[0] ?? usual[0], defined.at(-1) ?? usual[1]];
  const [before, after] = [places[places.indexOf(first) - 1], places[places.indexOf(last) + 1]];
  const from = before === undefined ? null : yield* domainEnd(probe, first, before, widthOf(usual));
  const to = after === undefined ? null : yield* domainEnd(probe, last, after, widthOf(usual));
  if (from !== null && to !== null && to - from <= widthOf(usual)) return padded([from, to], 0.1);
  if (from !== null) return [from - 0.06 * widthOf(usual), from + 0.94 * widthOf(usual)];
  if (to !== null) return [to - 0.94 * widthOf(usual), to + 0.06 * widthOf(usual)];
  return usual;
}

// Looks farther and farther out, and closer and closer in, for any value at all.
function* farDomain(probe: Probe, usual: Interval): Steps<Interval | null> {
  for (const size of [10, 30, 100, 300, 1000, 1e4, 1e5, 1e6, 1, 0.3, 0.1, 0.01]) {
    const places = evenly([-size, size], 61);
    const defined = yield* definedAt(probe, places);
    if (defined.length > 0) return yield* hull(probe, defined, places, usual);
  }
  return null;
}
