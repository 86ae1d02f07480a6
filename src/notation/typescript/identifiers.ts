/** Names for what is written: never one in use in the file. */

const RESERVED: ReadonlySet<string> = new Set([
  'arguments', 'await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default', 'delete', 'do',
  'else', 'enum', 'eval', 'export', 'extends', 'false', 'finally', 'for', 'function', 'if', 'implements', 'import',
  'in', 'instanceof', 'interface', 'let', 'new', 'null', 'package', 'private', 'protected', 'public', 'return',
  'static', 'super', 'switch', 'this', 'throw', 'true', 'try', 'typeof', 'var', 'void', 'while', 'with', 'yield',
  'Math', 'NaN', 'Infinity', 'undefined', 'Array', 'Number', 'Object',
]); // prettier-ignore

/** Whether a text has the form of an identifier; reserved words have it too, as keys may be. */
export const isIdentifierName = (text: string): boolean =>
  /^[\p{ID_Start}_$][\p{ID_Continue}$\u200c\u200d]*$/u.test(text);

/** Whether code may declare the name, or speak of it. */
export const isIdentifier = (text: string): boolean => isIdentifierName(text) && !RESERVED.has(text);

/** The identifiers of a text, words in strings and comments among them: none of them is free. */
export function identifiersIn(text: string): Set<string> {
  return new Set(text.match(/[\p{ID_Start}_$][\p{ID_Continue}$\u200c\u200d]*/gu) ?? []);
}

/** The identifiers of the text asked about last: usually a whole file, asked about again. */
let last: { readonly text: string; readonly names: ReadonlySet<string> } | null = null;

export class UnusedNames {
  private readonly taken: Set<string>;

  constructor(text: string) {
    const names = last?.text === text ? last.names : identifiersIn(text);
    // Short texts are lists of names; only a file is worth keeping.
    if (text.length > 2000) last = { text, names };
    this.taken = new Set(names);
  }

  /** The name itself, or with a number after it; from now on it is in use. */
  take(wanted: string): string {
    const base =
      wanted.replace(/[^\p{ID_Continue}$]/gu, '_').replace(/^(?![\p{ID_Start}_$])(?=.)/u, '_') || 'value';
    for (let i = 1; ; i++) {
      const name = i === 1 ? base : `${base}${String(i)}`;
      if (this.taken.has(name) || RESERVED.has(name)) continue;
      this.taken.add(name);
      return name;
    }
  }

  /** Names of the function's own: they may stand in other functions too. */
  static within(names: Iterable<string>): UnusedNames {
    return new UnusedNames([...names].join(' '));
  }
}

const isSnake = (name: string): boolean => /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(name);
const capital = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1);

/** name + suffix as the file joins words: sigmoidDerivative, log_loss_derivative. */
export function joined(name: string, ...words: readonly string[]): string {
  return isSnake(name)
    ? [name, ...words.map((w) => w.toLowerCase())].join('_')
    : name + words.map(capital).join('');
}
