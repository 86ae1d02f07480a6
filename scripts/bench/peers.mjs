// @ts-check
/**
 * Other systems' derivatives, each in a process of its own: `node peers.mjs NAME`, then { text } a line in, and out the
 * microseconds of the processor, a tab, and { answer } or { error }. Measured is from text to text: the system's own
 * reading, deriving and printing. Respelling the question before and the answer after it, in mathjs's syntax, is not.
 * Compute Engine reads LaTeX or MathJSON: it is given MathJSON, which costs it less, and prints LaTeX.
 */
import { createInterface } from 'node:readline';
import { fromMathJson, toMathJson } from './mathJson.mjs';

/**
 * A question made ready, asked, and its answer in mathjs's syntax.
 * @typedef {{ spelled: (by: any, text: string) => any, ask: (spelled: any) => any, answer: (asked: any) => string }} System
 */

/** @type {(simplify: boolean) => Promise<System>} */
async function mathjs(simplify) {
  const math = await import('mathjs');
  return {
    spelled: (_, text) => text,
    ask: (text) => math.derivative(text, 'x', { simplify }).toString(),
    answer: (text) => text,
  };
}

/** @type {(finished: (d: any) => any) => Promise<System>} */
async function computeEngine(finished) {
  const { ComputeEngine } = await import('@cortex-js/compute-engine');
  const engine = new ComputeEngine();
  return {
    spelled: ({ parse, spelled }, text) => toMathJson(parse(spelled(text))),
    ask: (json) => {
      const d = finished(engine.box(['D', engine.box(json), 'x']).evaluate());
      return { d, latex: d.latex };
    },
    answer: ({ d }) => fromMathJson(d.json),
  };
}

/** @returns {Promise<System>} */
async function nerdamer() {
  const { default: nerdamer } = await import('nerdamer');
  for (const part of ['Algebra', 'Calculus']) await import(`nerdamer/${part}.js`);
  return {
    spelled: ({ spelled }, text) => spelled(text),
    ask: (text) => nerdamer.diff(nerdamer(text), 'x', 1).toString(),
    answer: (text) => text,
  };
}

/** @type {Readonly<Record<string, () => Promise<System>>>} */
const SYSTEMS = {
  mathjs: () => mathjs(true),
  'mathjs, not simplified': () => mathjs(false),
  'Compute Engine': () => computeEngine((d) => d),
  'Compute Engine, simplified': () => computeEngine((d) => d.simplify()),
  nerdamer,
};

/** @param {string} name */
async function serve(name) {
  // What respells formulas is no part of a system's loading, unless it is the system itself.
  const by = name.startsWith('mathjs') ? null : await respelling();
  const loading = process.cpuUsage();
  const system = await SYSTEMS[name]?.();
  if (!system) throw new Error(`There is no ${name}; there are ${Object.keys(SYSTEMS).join(', ')}.`);
  let spent = since(loading);
  for await (const line of createInterface(process.stdin)) {
    const { said, time } = asked(system, by, JSON.parse(line).text);
    process.stdout.write(`${String(spent + time)}\t${JSON.stringify(said)}\n`);
    spent = 0;
  }
}

/** @param {System} system @param {unknown} by @param {string} text */
function asked(system, by, text) {
  let started = process.cpuUsage();
  try {
    const spelled = system.spelled(by, text);
    started = process.cpuUsage();
    const answer = system.ask(spelled);
    const time = since(started);
    return { said: { answer: system.answer(answer) }, time };
  } catch (error) {
    return { said: { error: String(error).slice(0, 200) }, time: since(started) };
  }
}

async function respelling() {
  const [{ parse }, { spelled }] = await Promise.all([import('mathjs'), import('./spelling.mjs')]);
  return { parse, spelled };
}

/** @param {NodeJS.CpuUsage} start */
function since(start) {
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

await serve(process.argv[2] ?? '');
