/** The command line: which command, and its exit status. */
import { UsageError } from './args.js';
import { checkCommand } from './check.js';
import { deriveCommand } from './derive.js';
import { practiceCommand } from './practice.js';
import { spansCommand } from './spans.js';
import { guarded, type Terminal } from './terminal.js';
import { USAGE } from './usage.js';

/** Runs a command: 0 it has an answer, 1 it has none, 2 it cannot be run like that. */
export async function run(args: readonly string[], version: string, outside: Terminal): Promise<number> {
  const terminal = guarded(outside);
  const [command, ...rest] = args;
  try {
    switch (command) {
      case 'derive':
        if (asksForHelp(rest)) return await help(terminal);
        return await deriveCommand(rest, terminal);
      case 'spans':
        if (asksForHelp(rest)) return await help(terminal);
        return await spansCommand(rest, terminal);
      case 'check':
        if (asksForHelp(rest)) return await help(terminal);
        return await checkCommand(rest, terminal);
      case 'practice':
        if (asksForHelp(rest)) return await help(terminal);
        return await practiceCommand(rest, terminal);
      case 'help':
      case '--help':
      case '-h':
        return await help(terminal);
      case '--version':
        await terminal.print(version + '\n');
        return 0;
      case undefined:
        terminal.complain(USAGE.trimEnd());
        return 2;
      default:
        throw new UsageError(`There is no command ${command}. See leibniz help.`);
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.complain(`leibniz: ${error.message}`);
    return 2;
  }
}

const asksForHelp = (args: readonly string[]): boolean => args[0] === '--help' || args[0] === '-h';

async function help(terminal: Terminal): Promise<number> {
  await terminal.print(USAGE);
  return 0;
}
