/** The entry of the command line. */
import { run } from './command.js';
import { version } from '../../package.json';

// A reader that closes the pipe early (head, less) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

void run(process.argv.slice(2), version, {
  input: process.stdin,
  output: process.stdout,
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text + '\n'),
}).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`leibniz: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
