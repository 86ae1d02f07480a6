// @ts-check
/**
 * Preloaded into a command line that answers line by line: writes before each answer the microseconds of the processor,
 * all threads counted, since the one before it, and a tab. Before the first it is the time since Node had started.
 */
let before = process.cpuUsage();
const write = process.stdout.write.bind(process.stdout);

process.stdout.write = /** @type {typeof write} */ (
  (/** @type {string} */ chunk, /** @type {any[]} */ ...rest) => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    return write(`${String(user + system)}\t${chunk}`, ...rest);
  }
);
