// @ts-check
/** Tests run on a copy of the tree in which one file is changed. */
import { fork } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, sep } from 'node:path';

/** What is not copied: what is built, what is installed and what is kept elsewhere. */
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.vscode-test', 'test-results']);

/** Seconds of a file of tests beyond which it waits until the others have run. */
const DEAR = 5;

/**
 * How the tests of a mutant came out. @typedef {{ readonly by: string, readonly why: string } | null} Fall
 * The test by which it falls and what it says, or null where all of them pass.
 */

/** A copy of a tree and a process that runs its tests. */
export class ScratchTests {
  /** @type {import('node:child_process').ChildProcess | null} */
  #runner = null;
  /** Tests known to pass, or not to, where nothing is changed. @type {Map<string, boolean>} */
  #sound = new Map();
  /** Tests that fail for what others leave behind: each is run by itself. @type {Set<string>} */
  #solitary = new Set();
  /** Seconds that tests took. @type {Map<string, number>} */
  #seconds = new Map();
  #limit;
  /** The file that was changed last: the runner still holds it as it was then. @type {string | null} */
  #stale = null;
  /** Where the copy is: what is read of it does not change while the tree is worked on. */
  folder = mkdtempSync(join(tmpdir(), 'leibniz-mutants-'));

  /** @param {string} root @param {number} limit seconds that one file of tests may take */
  constructor(root, limit) {
    this.#limit = limit;
    cpSync(root, this.folder, {
      recursive: true,
      filter: (from) => from === root || !LEFT_OUT.has(basename(from)),
    });
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
  }

  /**
   * Runs tests one after the other with a file changed until one fails or does not end.
   * @param {string} file @param {string} text @param {readonly string[]} tests @returns {Promise<Fall>}
   */
  async fall(file, text, tests) {
    for (;;) {
      const inCompany = tests.filter((test) => this.#sound.get(test) !== false && !this.#solitary.has(test));
      const sound = this.#dearLast(inCompany);
      const fall = await this.#changed(file, text, () => this.#run(sound, file));
      if (fall === null) return this.#fallAlone(file, text, tests);
      const alone = fall.by === sound[0] || (await this.#failsAlone(fall.by, file, text));
      if (alone && (await this.#passes(fall.by, file))) return fall;
    }
  }

  /**
   * What tests say that are run by themselves.
   * @param {string} file @param {string} text @param {readonly string[]} tests @returns {Promise<Fall>}
   */
  async #fallAlone(file, text, tests) {
    for (const test of tests.filter((t) => this.#solitary.has(t) && this.#sound.get(t) !== false)) {
      const fall = await this.#changed(file, text, () => this.#run([test], file));
      if (fall !== null && (await this.#passes(test, file))) return fall;
    }
    return null;
  }

  /** Whether a test fails without the others, which share their modules with it. @param {string} test @param {string} file @param {string} text */
  async #failsAlone(test, file, text) {
    if ((await this.#changed(file, text, () => this.#run([test], file))) !== null) return true;
    this.#solitary.add(test);
    console.error(`${test} fails in the company of others alone and is run by itself from now on`);
    return false;
  }

  /** @template T @param {string} file @param {string} text @param {() => Promise<T>} work @returns {Promise<T>} */
  async #changed(file, text, work) {
    const path = join(this.folder, file);
    const was = readFileSync(path);
    writeFileSync(path, text);
    try {
      return await work();
    } finally {
      writeFileSync(path, was);
    }
  }

  /** @param {readonly string[]} tests @returns {readonly string[]} */
  #dearLast(tests) {
    const isDear = (/** @type {string} */ test) => (this.#seconds.get(test) ?? 0) > DEAR;
    return [...tests.filter((test) => !isDear(test)), ...tests.filter(isDear)];
  }

  /** Whether a test passes where nothing is changed: only then it tells something. @param {string} test @param {string} file */
  async #passes(test, file) {
    const known = this.#sound.get(test);
    if (known !== undefined) return known;
    const sound = (await this.#run([test], file)) === null;
    this.#sound.set(test, sound);
    if (!sound) console.error(`${test} fails in a copy of the tree as it is and is left out`);
    return sound;
  }

  /** @param {readonly string[]} tests @param {string} file what is not as it was @returns {Promise<Fall>} */
  async #run(tests, file) {
    if (tests.length === 0) return null;
    const changed = [...new Set([file, this.#stale ?? file])];
    this.#stale = file;
    const runner = (this.#runner ??= await this.#started());
    /** @type {Set<string>} */
    const passed = new Set();
    return new Promise((resolve) => {
      const current = () => tests.find((test) => !passed.has(test)) ?? '';
      const ended = (/** @type {Fall} */ fall) => {
        clearTimeout(timer);
        runner.removeAllListeners();
        resolve(fall);
      };
      const lost = (/** @type {string} */ why) => {
        this.#stop();
        ended({ by: current(), why });
      };
      const patience = () => setTimeout(() => lost('does not end'), this.#limit * 1000);
      let timer = patience();
      runner.once('exit', () => lost('ends the process'));
      runner.on('message', (message) => {
        const reply = /** @type {import('./runner.mjs').Reply} */ (message);
        if (reply.kind === 'done')
          ended(reply.failed === null ? null : { by: this.#name(reply.failed), why: reply.why });
        if (reply.kind !== 'passed') return;
        passed.add(this.#name(reply.test));
        this.#seconds.set(this.#name(reply.test), reply.seconds);
        clearTimeout(timer);
        timer = patience();
      });
      runner.send({ tests, changed });
    });
  }

  /** @param {string} path */
  #name(path) {
    return path.includes(this.folder) ? relative(this.folder, path).split(sep).join('/') : path;
  }

  /** @returns {Promise<import('node:child_process').ChildProcess>} */
  #started() {
    // A group of its own: what hangs is a worker of the runner, which must end with it.
    const runner = fork(join(import.meta.dirname, 'runner.mjs'), [this.folder], {
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    return new Promise((resolve) => runner.once('message', () => resolve(runner)));
  }

  #stop() {
    const pid = this.#runner?.pid;
    this.#runner = null;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  }

  /** Ends the runner and removes the copy. */
  close() {
    this.#stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
