// @ts-check
/** A process that is asked formulas one after the other, whatever program it is, and what it takes for each. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * How one speaks with a program: what is written for a question, which line ends its answer, and what the lines say.
 * `tells`: each answer begins with microseconds of the processor and a tab. Otherwise the system is asked.
 * @typedef {{ text: string, plain: string, order?: number, request?: object }} Question
 * @typedef {{ answer: string } | { error: string }} Said
 * @typedef {{
 *   command: string, args: readonly string[], tells: boolean,
 *   write: (question: Question) => string, isEnd: (line: string) => boolean, read: (lines: string[]) => Said,
 * }} Program
 * @typedef {{ said: Said, cpu: number, clock: number }} Answered
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export class Asked {
  /** @type {((line: string | null) => void) | null} */
  #listener = null;
  #spent = 0;

  /** @param {Program} program */
  constructor(program) {
    this.program = program;
    this.child = spawn(program.command, program.args, { stdio: ['pipe', 'pipe', 'ignore'] });
    running.add(this.child);
    this.child.once('exit', () => this.#gone());
    this.child.once('error', () => this.#gone());
    this.child.stdin.on('error', () => this.#gone());
    this.#readLines();
  }

  /** Whether it can be asked again. */
  get isAlive() {
    return running.has(this.child);
  }

  /**
   * Its answer; 'timeout' or 'crashed' for an error, after which it cannot be asked again.
   * @param {Question} question
   * @param {number} limit milliseconds on the clock
   * @returns {Promise<Answered>}
   */
  async ask(question, limit) {
    const started = performance.now();
    const { lines, error } = await this.#exchange(this.program.write(question), limit);
    const clock = performance.now() - started;
    if (error !== null) return { said: { error }, cpu: NaN, clock };
    if (!this.program.tells) return { said: this.program.read(lines), cpu: this.#sinceLast(clock), clock };
    const [spent = '', ...rest] = (lines[0] ?? '').split('\t');
    return { said: this.program.read([rest.join('\t')]), cpu: Number(spent) / 1000, clock };
  }

  stop() {
    this.child.kill('SIGKILL');
    running.delete(this.child);
  }

  /**
   * @param {string} text
   * @param {number} limit
   * @returns {Promise<{ lines: string[], error: string | null }>}
   */
  #exchange(text, limit) {
    return new Promise((resolve) => {
      /** @type {string[]} */
      const lines = [];
      const done = (/** @type {string | null} */ error) => {
        clearTimeout(timer);
        this.#listener = null;
        if (error !== null) this.stop();
        resolve({ lines, error });
      };
      const timer = setTimeout(() => done('timeout'), limit);
      this.#listener = (line) => {
        if (line === null) return done('crashed');
        lines.push(line);
        if (this.program.isEnd(line)) done(null);
      };
      if (!this.isAlive) return done('crashed');
      this.child.stdin.write(`${text}\n`);
    });
  }

  #readLines() {
    let rest = '';
    this.child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach((line) => this.#listener?.(line));
    });
  }

  #gone() {
    running.delete(this.child);
    this.#listener?.(null);
  }

  /**
   * Milliseconds of the processor since the last answer; the clock's where the system does not tell.
   * @param {number} clock
   */
  #sinceLast(clock) {
    const spent = processorTime(this.child.pid);
    if (spent === null) return clock;
    const since = spent - this.#spent;
    this.#spent = spent;
    return since;
  }
}

/**
 * Milliseconds that a process has had of the processor, to the nanosecond: Linux alone tells.
 * @param {number | undefined} pid
 */
function processorTime(pid) {
  try {
    const tasks = readdirSync(`/proc/${String(pid)}/task`);
    const spent = tasks.map((task) => readFileSync(`/proc/${String(pid)}/task/${task}/schedstat`, 'utf8'));
    return spent.reduce((sum, line) => sum + Number(line.split(' ')[0]), 0) / 1e6;
  } catch {
    return null;
  }
}
