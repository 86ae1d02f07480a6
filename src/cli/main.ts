/** The entry of the command line. */
import { run } from './command.js';
import { guarded } from './terminal.js';
import { version } from '../../package.json';

// A reader that closes the pipe early (head, less) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const terminal = guarded({
  input: process.stdin,
  print: (text) =>
    process.stdout.write(text) ? undefined : new Promise((drained) => process.stdout.once('drain', drained)),
  complain: (text) => process.stderr.write(text + '\n'),
});

void run(process.argv.slice(2), version, terminal).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    terminal.complain(`leibniz: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  },
);
