// @ts-check
/**
 * How a reply grows with the question. Each family has processes of its own, warmed by a part of the corpus, that are
 * asked its members from the smallest on; a member that is not answered within the limit ends the row.
 */
import { pathToFileURL } from 'node:url';
import { Asked } from './asked.mjs';
import { bundled } from '../bundled.mjs';
import { build } from './contestants.mjs';
import { exponent, median, milliseconds, times } from './figures.mjs';

/**
 * @typedef {import('./figures.mjs').Row} Row
 * @typedef {{ n: number, cpu: number[], size: number | null }} Member
 * @typedef {{ program: import('./asked.mjs').Program, members: Member[], stop: string | null }} Line
 */

/** Milliseconds on the clock; a build has a limit of its own, which comes first. */
const LIMIT = 10_000;
/** Once a member has taken this long, the next is asked in the first process only. */
const LONG = 1_000;
const WARMING = 60;

/** @param {import('./replies.mjs').Options} options @returns {Promise<Row[]>} */
export async function benchGrowth({ dist, against, processes, log }) {
  const engine = await import(pathToFileURL(await bundled('bench/engine')).href);
  const rows = [];
  for (const family of engine.FAMILIES) {
    const lines = [dist, ...(against ? [against] : [])].map(
      (folder) => /** @type {Line} */ ({ program: build(folder), members: [], stop: null }),
    );
    for (let run = 0; run < processes; run++)
      for (const line of lines) await grow(line, family, engine, run === 0);
    rows.push(rowOf(family.name, lines));
    log(family.name);
  }
  return rows;
}

/** @param {Line} line @param {any} family @param {any} engine @param {boolean} isFirst */
async function grow(line, family, engine, isFirst) {
  const asked = new Asked(line.program);
  for (const question of engine.questions.slice(0, WARMING)) await asked.ask(question, LIMIT);
  const sizes = isFirst ? family.sizes : line.members.filter(isShort).map(({ n }) => n);
  for (const n of sizes) {
    const { said, cpu } = await asked.ask({ text: '', plain: '', request: family.request(n) }, LIMIT);
    if ('error' in said) {
      if (isFirst) line.stop = `stopped at n = ${String(n)}: ${said.error}`;
      break;
    }
    const known = line.members.find((member) => member.n === n);
    if (known) known.cpu.push(cpu);
    else line.members.push({ n, cpu: [cpu], size: engine.nodes(said.answer) });
  }
  asked.stop();
}
const isShort = (/** @type {Member} */ { cpu }) => median(cpu) < LONG;

/** @param {string} name @param {readonly Line[]} lines @returns {Row} */
function rowOf(name, [ours, old]) {
  const members = ours?.members ?? [];
  const points = members.map(({ n, cpu }) => /** @type {const} */ ([n, median(cpu)]));
  const power = exponent(points);
  const figures = members.map(
    ({ n, cpu, size }) => `${String(n)}: ${milliseconds(median(cpu))}/${size === null ? '–' : String(size)}`,
  );
  const grows = points.length < 2 ? '' : `  n^${times(power)}`;
  return {
    what: name,
    figure: `${figures.join('  ')}${grows}${ours?.stop ? `  ${ours.stop}` : ''}`,
    against: old && againstText(members, old),
    data: { members, exponent: power, stop: ours?.stop ?? null, against: old },
  };
}

/** The geometric mean of the ratios, and the largest member's. @param {readonly Member[]} members @param {Line} old */
function againstText(members, old) {
  const ratios = members.flatMap(({ n, cpu }) => {
    const same = old.members.find((member) => member.n === n);
    return same ? [median(cpu) / median(same.cpu)] : [];
  });
  const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
  const reached = old.stop && old.members.length !== members.length ? `, it ${old.stop}` : '';
  return `${times(mean)} mean, ${times(ratios.at(-1) ?? NaN)} at the end${reached}`;
}
