// @ts-check
/** Who is asked: this build, another one, and the other systems that are on this machine. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../prepare.mjs';
import { spelled } from './spelling.mjs';

/**
 * @typedef {import('./asked.mjs').Program} Program
 * @typedef {import('./asked.mjs').Said} Said
 * @typedef {import('./asked.mjs').Question} Question
 * @typedef {{ name: string, program: Program }} Contestant
 */

const HERE = join(ROOT, 'scripts/bench');

/**
 * `derive --jsonl` of a build: the whole reply as it is given to anyone.
 * @param {string} dist its folder
 * @returns {Program}
 */
export function build(dist) {
  const probe = pathToFileURL(join(HERE, 'probe.mjs')).href;
  return {
    command: process.execPath,
    args: ['--import', probe, join(dist, 'cli.js'), 'derive', '--jsonl'],
    tells: true,
    write: ({ text, request }) => JSON.stringify(request ?? { text, notation: 'plain', variable: 'x' }),
    isEnd: () => true,
    read: ([line = '']) => {
      const reply = JSON.parse(line);
      return reply.ok ? { answer: reply.result.plain ?? reply.result.latex } : { error: reply.error.message };
    },
  };
}

/** The systems that are npm packages, each in a process of its own. */
const PACKAGES = [
  'mathjs',
  'mathjs, not simplified',
  'Compute Engine',
  'Compute Engine, simplified',
  'nerdamer',
];

/** @param {string} name @returns {Program} */
const packaged = (name) => ({
  ...saidInJson,
  command: process.execPath,
  args: [join(HERE, 'peers.mjs'), name],
});

/** A server that is sent a question as JSON and says { answer } or { error }, with its time before it. */
const saidInJson = {
  tells: true,
  write: (/** @type {Question} */ { plain }) => JSON.stringify({ text: plain }),
  isEnd: () => true,
  read: (/** @type {string[]} */ [line = '']) => /** @type {Said} */ (JSON.parse(line)),
};

/** @type {Program} */
const sympy = {
  ...saidInJson,
  command: 'python3',
  args: [join(HERE, 'sympy_server.py')],
  write: ({ plain }) =>
    JSON.stringify({
      text: spelled(plain, { abs: 'Abs(U)', max: 'Max(U, V)', min: 'Min(U, V)', lgamma: 'loggamma(U)' }),
    }),
};

/**
 * Statements of their own, so that one which cannot be read is answered too; `errcatch` gives an empty list on an error.
 * @type {(simplified: (u: string) => string) => Program}
 */
const maxima = (simplified) => ({
  command: 'maxima',
  args: ['--very-quiet'],
  tells: false,
  write: ({ plain }) =>
    [
      'display2d:false$ said_:[]$',
      `said_:errcatch(string(${simplified(`diff(${inMaxima(plain)},x)`)}))$`,
      'printf(true, "~%@~a~%", if said_=[] then "" else first(said_))$',
    ].join('\n'),
  isEnd: (line) => line.startsWith('@'),
  read: (lines) => {
    const answer = (lines.at(-1) ?? '').slice(1);
    const refused = answer === '' || /'diff|del\(/.test(answer);
    const inOurs = answer.replace(/%(?=e|pi\b)/g, '');
    return refused ? { error: 'refused' } : { answer: inOurs };
  },
});
const inMaxima = (/** @type {string} */ text) =>
  spelled(text, { sign: 'signum(U)', lgamma: 'log_gamma(U)' }).replace(/\b(pi|e)\b/g, '%$1');

/**
 * Giac echoes what it reads behind a prompt; a text after each question shows where its answer ends.
 * @type {(simplified: (u: string) => string) => Program}
 */
const giac = (simplified) => ({
  command: 'giac',
  args: [],
  tells: false,
  write: ({ plain }) => `${simplified(`diff(${inGiac(plain)},x)`)}\n"@"`,
  isEnd: (line) => line === '"@"',
  read: (lines) => {
    const answer = lines.at(-3) ?? '';
    const refused = /undef|error|>> |diff\(/i.test(answer);
    return refused ? { error: 'refused' } : { answer: answer.replaceAll('epsilon_', 'epsilon') };
  },
});
// Its epsilon is a number.
const inGiac = (/** @type {string} */ text) => spelled(text, { gamma: 'Gamma(U)', epsilon: 'epsilon_' });

/** @type {readonly (Contestant & { installed: () => boolean })[]} */
const TOOLS = [
  { name: 'Maxima', program: maxima((u) => u), installed: () => runs('maxima', ['--version']) },
  {
    name: 'Maxima, trigsimp(ratsimp)',
    program: maxima((u) => `trigsimp(ratsimp(${u}))`),
    installed: () => runs('maxima', ['--version']),
  },
  { name: 'Giac', program: giac((u) => u), installed: () => runs('giac', ['--version']) },
  {
    name: 'Giac, simplify',
    program: giac((u) => `simplify(${u})`),
    installed: () => runs('giac', ['--version']),
  },
  {
    name: 'SymPy, simplify',
    program: sympy,
    installed: () => runs('python3', ['-c', 'import sympy']),
  },
];

/** @param {string} command @param {readonly string[]} args */
const runs = (command, args) => spawnSync(command, args, { stdio: 'ignore', input: '' }).status === 0;

/**
 * The other systems, and the names of those that are not installed.
 * @returns {{ present: Contestant[], missing: string[] }}
 */
export function peers() {
  const tools = TOOLS.map((tool) => ({ tool, there: tool.installed() }));
  return {
    present: [
      ...PACKAGES.map((name) => ({ name, program: packaged(name) })),
      ...tools.filter(({ there }) => there).map(({ tool: { name, program } }) => ({ name, program })),
    ],
    missing: tools.filter(({ there }) => !there).map(({ tool }) => tool.name),
  };
}
