// @ts-check
/**
 * A reply to a formula that is asked once. Each process is warmed by one half of the corpus and measured on the other;
 * the halves change places from one process to the next. Every system has a process in each round, one after the other,
 * so that what else the machine does hits all alike. The figures are over all processes together.
 */
import { pathToFileURL } from 'node:url';
import { Asked } from './asked.mjs';
import { bundled } from '../bundled.mjs';
import { build, peers } from './contestants.mjs';
import { median, milliseconds, ratioText, spreadOf, spreadText, times } from './figures.mjs';
import { PARTS, partsProgram } from './parts.mjs';

/**
 * @typedef {import('./asked.mjs').Question} Question
 * @typedef {import('./figures.mjs').Row} Row
 * @typedef {{ text: string, cpu: number, clock: number, verdict: string, size: number | null, said: string }} Asking
 * @typedef {{ name: string, program: import('./asked.mjs').Program, cold: number[], askings: Asking[] }} Contest
 * @typedef {{ processes: number, against: string | null, own: boolean, dist: string, log: (line: string) => void }} Options
 */

const LIMIT = 5_000;
const LOADING = 60_000;
const NAME = 'Leibniz';
const OLD = 'the other build';
const IN_PARTS = 'Leibniz, in parts';

/** @param {Options} options @returns {Promise<Row[]>} */
export async function benchReplies(options) {
  const engine = await import(pathToFileURL(await bundled('bench/engine')).href);
  const { present, missing } = options.own ? { present: [], missing: [] } : peers();
  /** @type {(contestant: import('./contestants.mjs').Contestant) => Contest} */
  const contest = (contestant) => ({ ...contestant, cold: [], askings: [] });
  const builds = [{ name: NAME, program: build(options.dist) }];
  if (options.against) builds.push({ name: OLD, program: build(options.against) });
  const parts = { name: IN_PARTS, program: await partsProgram() };
  const groups = [builds, [parts], ...present.map((peer) => [peer])].map((group) => group.map(contest));
  for (let round = 0; round < options.processes; round++) {
    for (const group of groups) await takePart(group, round, engine);
    options.log(`round ${String(round + 1)} of ${String(options.processes)}`);
  }
  return rowsOf(groups.flat(), missing);
}

/**
 * Processes warmed and measured; where a formula takes one too long, another one goes on with the rest. Those of a group
 * are asked each formula in turn: two builds are as near each other as can be.
 * @param {readonly Contest[]} group
 * @param {number} round
 * @param {any} engine
 */
async function takePart(group, round, engine) {
  /** @type {readonly Question[]} */
  const questions = engine.questions;
  const [warming = [], measured = []] = [1, 0].map((half) =>
    questions.filter((_, i) => (i + round) % 2 === half),
  );
  /** @type {Map<Contest, Asked>} */
  const processes = new Map();
  for (const [i, question] of measured.entries())
    for (const contest of i % 2 === 0 ? group : [...group].reverse()) {
      const known = processes.get(contest);
      const asked = known?.isAlive ? known : await warmed(contest, warming);
      processes.set(contest, asked);
      contest.askings.push(await asking(contest, asked, question, engine));
    }
  processes.forEach((asked) => asked.stop());
}

/**
 * @param {Contest} contest @param {Asked} asked @param {Question} question @param {any} engine
 * @returns {Promise<Asking>}
 */
async function asking({ name }, asked, question, engine) {
  const { said, cpu, clock } = await asked.ask(question, LIMIT);
  const verdict = name === IN_PARTS ? '' : verdictOf(said, question, engine);
  const answer = 'answer' in said ? said.answer : said.error;
  const size = verdict === 'right' ? engine.nodes(answer) : null;
  return { text: question.text, cpu, clock, verdict, size, said: answer };
}

/**
 * The first question comes with the loading of the engine: it is what a fresh process costs.
 * @param {Contest} contest
 * @param {readonly Question[]} warming
 */
async function warmed({ program, cold }, warming) {
  let asked = new Asked(program);
  for (const [i, question] of warming.entries()) {
    const { cpu } = await asked.ask(question, i === 0 ? LOADING : LIMIT);
    if (i === 0) cold.push(cpu);
    if (!asked.isAlive) asked = new Asked(program);
  }
  return asked;
}

/** @param {import('./asked.mjs').Said} said @param {Question} question @param {any} engine @returns {string} */
function verdictOf(said, { text }, engine) {
  if ('answer' in said) return engine.judge(text, said.answer);
  return said.error === 'timeout' || said.error === 'crashed' ? said.error : 'refused';
}

/** @param {readonly Contest[]} contests @param {readonly string[]} missing @returns {Row[]} */
function rowsOf(contests, missing) {
  const [ours, old, parts] = [NAME, OLD, IN_PARTS].map((name) => contests.find((c) => c.name === name));
  if (!ours || !parts) throw new Error('Nothing was measured.');
  const others = contests.filter((c) => ![NAME, OLD, IN_PARTS].includes(c.name));
  return [
    ...ownRows(ours, old),
    ...partRows(parts),
    ...others.flatMap((peer) => peerRows(peer, ours)),
    ...missing.map((name) => ({ what: name, figure: 'not installed here' })),
  ];
}

/** @param {Contest} contest */
const spent = ({ askings }) => spreadOf(askings.map(({ cpu }) => cpu).filter((cpu) => !Number.isNaN(cpu)));

/** @param {Contest} ours @param {Contest | undefined} old @returns {Row[]} */
function ownRows(ours, old) {
  const [all, cold] = [spent(ours), spreadOf(ours.cold)];
  const clock = spreadOf(ours.askings.map((asking) => asking.clock));
  return [
    {
      what: 'Leibniz, the whole reply with steps',
      figure: spreadText(all),
      against: old && ratioText(all, spent(old)),
      data: all,
    },
    { what: '  on the clock, pipes and other programs included', figure: spreadText(clock), data: clock },
    { what: '  answers', ...answers(ours) },
    {
      what: '  the first formula of a fresh process, engine loaded for it',
      figure: spreadText(cold),
      against: old && ratioText(cold, spreadOf(old.cold)),
      data: cold,
    },
  ];
}

/** @param {Contest} parts @returns {Row[]} */
function partRows({ askings }) {
  const answered = askings.filter(({ cpu }) => !Number.isNaN(cpu));
  const all = answered.map(({ cpu, said }) => {
    /** @type {Record<string, number>} */
    const taken = JSON.parse(said);
    const known = PARTS.map((part) => (taken[part] ?? 0) / 1000);
    return [...known, cpu - known.reduce((sum, time) => sum + time, 0)];
  });
  return [...PARTS, 'other'].map((part, i) => {
    const spread = spreadOf(all.map((taken) => taken[i] ?? NaN));
    return { what: `  of it: ${part}`, figure: spreadText(spread), data: spread };
  });
}

/** @param {Contest} peer @param {Contest} ours @returns {Row[]} */
function peerRows(peer, ours) {
  const [theirs, own] = [spent(peer), spent(ours)];
  const pairs = peer.askings.flatMap(({ text, cpu, size }) => {
    const same = ours.askings.find((asking) => asking.text === text);
    return same && cpu > 0
      ? [{ time: cpu / same.cpu, size: size && same.size ? size / same.size : NaN }]
      : [];
  });
  const sizes = pairs.map((pair) => pair.size).filter((size) => !Number.isNaN(size));
  const size = sizes.reduce((sum, ratio) => sum + ratio, 0) / sizes.length;
  const ratios = {
    median: theirs.median / own.median,
    p95: theirs.p95 / own.p95,
    each: median(pairs.map((pair) => pair.time)),
  };
  return [
    { what: peer.name, figure: spreadText(theirs), data: theirs },
    {
      what: '  times ours: median, p95, median of the ratios',
      figure: [ratios.median, ratios.p95, ratios.each].map(times).join(', '),
      data: ratios,
    },
    { what: '  answers', ...answers(peer) },
    { what: '  size of its right answers over ours, mean', figure: times(size), data: size },
    { what: '  fresh process', figure: `${milliseconds(median(peer.cold))} median`, data: peer.cold },
  ];
}

/** How many formulas fared how: each counts once, however often it was asked. @param {Contest} contest */
function answers({ askings }) {
  const verdicts = new Map(askings.map(({ text, verdict }) => [text, verdict]));
  /** @type {Record<string, number>} */
  const counts = {};
  for (const verdict of verdicts.values()) counts[verdict] = (counts[verdict] ?? 0) + 1;
  const figure = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return { figure: figure.map(([verdict, n]) => `${String(n)} ${verdict}`).join(', '), data: counts };
}
