/** The engine beside other systems: time to an answer with steps, correctness, size, and how it grows. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { ROOT } from '../prepare.mjs';
import { median, milliseconds, percentile } from './figures.mjs';
import { best, Peer, PEERS } from './peers.mjs';

/** Milliseconds that each formula is asked again and again, by every engine. */
const SPAN = 20;
const LIMIT = 5_000;
const SCALING_LIMIT = 2_000;
const SCALING_SPAN = 200;

/** Rows of the report: what was measured, the figure, and what is wanted. */
export async function benchEngine() {
  const engine = await bundled();
  const ours = engine.questions.map((q) => measureOurs(engine, q));
  const rows = [...ourRows(ours)];
  for (const name of PEERS) rows.push(...(await peerRows(engine, ours, name)));
  return rows;
}

/** The engine's growth, and how far the others get within the limit. */
export async function benchScaling() {
  const engine = await bundled();
  const rows = [];
  for (const family of engine.FAMILIES) {
    rows.push(...family.sizes.map((n, i) => scalingRow(engine, family, n, i === 0 ? family.name : '')));
    rows.push(['  the others, within 2 s', await farthest(engine, family), '']);
  }
  return rows;
}

async function bundled() {
  const outfile = join(ROOT, 'dist/test/engine.mjs');
  await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: ['test/bench/engine.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    external: ['mathjs', 'mathjs/*', 'katex'],
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

function measureOurs(engine, { text, plain }) {
  const { ms, result } = best(SPAN, () => engine.answer(text));
  const check = best(SPAN, () => engine.check(text, result));
  const answer = engine.print(result);
  return {
    text,
    plain,
    ms,
    check: check.ms,
    right: check.result.verdict === 'agrees',
    size: engine.nodes(answer),
  };
}

function ourRows(ours) {
  const times = ours.map((o) => o.ms);
  const checks = ours.map((o) => o.check);
  const right = ours.filter((o) => o.right).length;
  return [
    [`Leibniz, steps included, ${ours.length} formulas`, spread(times), 'p95 under 2 ms'],
    ['  right by the numeric check', `${right} of ${ours.length}`, 'all'],
    ['  the numeric check itself', spread(checks), ''],
  ];
}
const spread = (times) =>
  `${microseconds(median(times))} median, ${microseconds(percentile(times, 0.95))} p95, ${milliseconds(Math.max(...times))} worst`;
const microseconds = (ms) => (ms < 1 ? `${(ms * 1000).toFixed(0)} µs` : milliseconds(ms));

const WANTED = { mathjs: 'at least 40', 'Compute Engine': 'at least 15' };

async function peerRows(engine, ours, name) {
  const peer = new Peer(name);
  const verdicts = { right: 0, WRONG: 0, undecided: 0, refused: 0, timeout: 0 };
  const [times, ratios, sizes] = [[], [], []];
  for (const own of ours) {
    const { ms, answer, error } = await peer.ask(own.plain, 1, SPAN, LIMIT);
    const verdict = error ? (error === 'timeout' ? 'timeout' : 'refused') : engine.judge(own.text, answer);
    verdicts[verdict]++;
    if (process.env.BENCH_VERBOSE && verdict !== 'right')
      console.log(`${name} ${verdict}: ${own.plain} → ${answer ?? error}`);
    if (error) continue;
    times.push(ms);
    ratios.push(ms / own.ms);
    const size = verdict === 'right' ? engine.nodes(answer) : null;
    if (size !== null && own.size !== null) sizes.push(size / own.size);
  }
  peer.stop();
  const counts = Object.entries(verdicts).filter(([, n]) => n > 0);
  return [
    [`${name}`, spread(times), ''],
    [
      '  times slower, of medians and median of ratios',
      `${(median(times) / median(ours.map((o) => o.ms))).toFixed(0)}, ${median(ratios).toFixed(0)}`,
      WANTED[name] ?? '',
    ],
    ['  answers', counts.map(([what, n]) => `${n} ${what}`).join(', '), ''],
    [
      '  size of its right answers over ours, mean',
      (sizes.reduce((s, r) => s + r, 0) / sizes.length).toFixed(2),
      'at least 1',
    ],
  ];
}

function scalingRow(engine, family, n, name) {
  const { ms, result } = best(SCALING_SPAN, () => engine.scaled(family, n));
  const size = typeof result === 'string' ? result : `${result.size} nodes, ${result.distinct} distinct`;
  return [name, `n = ${String(n).padEnd(6)}${milliseconds(ms).padStart(9)}   ${size}`, ''];
}

async function farthest(engine, family) {
  const found = [];
  for (const name of PEERS) {
    const peer = new Peer(name);
    let last = 'none';
    for (const n of family.sizes) {
      const asked = engine.textOf(family, n);
      if (!asked) break;
      const { ms, answer, error } = await peer.ask(asked.text, asked.order, 0, SCALING_LIMIT);
      if (error) break;
      last = `${n} (${milliseconds(ms)}, ${engine.nodes(answer) ?? '?'} nodes)`;
    }
    peer.stop();
    found.push(`${name} ${last}`);
  }
  return found.join('; ');
}
