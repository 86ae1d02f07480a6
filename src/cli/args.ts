/** Command-line arguments: options with values, flags, and the rest. */

export interface Arguments {
  readonly options: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
  readonly rest: readonly string[];
}

/** What cannot be used, in words for standard error. */
export class UsageError extends Error {}

/**
 * Reads `--name value`, `--name=value` and the flags that take none. After `--` everything is text. A text that
 * begins with a minus and a digit, a letter or a backslash is no option either.
 */
export function parseArguments(
  args: readonly string[],
  valued: readonly string[],
  flags: readonly string[],
): Arguments {
  const options: Record<string, string> = {};
  const seen = new Set<string>();
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--') return { options, flags: seen, rest: [...rest, ...args.slice(i + 1)] };
    if (!arg.startsWith('--')) {
      rest.push(arg);
      continue;
    }
    const [name, inline] = splitOnce(arg.slice(2));
    if (flags.includes(name) && inline === undefined) seen.add(name);
    else if (valued.includes(name)) options[name] = inline ?? valueAfter(args, ++i, name);
    else throw new UsageError(`There is no option --${name}.`);
  }
  return { options, flags: seen, rest };
}

function splitOnce(text: string): [string, string | undefined] {
  const at = text.indexOf('=');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function valueAfter(args: readonly string[], i: number, name: string): string {
  const value = args[i];
  if (value === undefined) throw new UsageError(`--${name} needs a value.`);
  return value;
}
