/** Readings that a document asks for in a comment of its own: `<!-- leibniz: log = 10, sigma = letter; constants: k, m -->`. */

export interface NoteOptions {
  /** What log without a base means; absent where the document does not say. */
  readonly logBase?: 'e' | '10' | '2';
  /** Ids of symbols that are plain letters here, whatever function they are read as elsewhere. */
  readonly letters: readonly string[];
  /** Ids of names that are constants throughout: `constants: k, alpha, T_0`. */
  readonly constants: readonly string[];
}

/** What the comments of a document say, a later one overriding an earlier one; what they say besides is passed over. */
export function noteOptions(text: string): NoteOptions {
  if (!text.includes('leibniz:')) return NOTHING;
  const comments = [...text.matchAll(COMMENT)].map((match) => match[1] ?? match[2] ?? '');
  const pairs = comments.flatMap(pairsOf);
  let logBase: NoteOptions['logBase'];
  const letters = new Map<string, boolean>();
  for (const [name, value] of pairs) {
    if (name === 'log') logBase = LOG_BASES[value] ?? logBase;
    else if (LETTERS.has(name)) letters.set(name, value === 'letter');
  }
  const chosen = [...letters].filter(([, isLetter]) => isLetter).map(([name]) => name);
  return {
    letters: chosen,
    constants: [...new Set(comments.flatMap(constantsOf))],
    ...(logBase === undefined ? {} : { logBase }),
  };
}

const NOTHING: NoteOptions = { letters: [], constants: [] };
/** An HTML comment on one line, or a comment of LaTeX on a line of its own. */
const COMMENT = /<!--[ \t]*leibniz:([^\n>]{0,200}?)-->|^[ \t]*%[ \t]*leibniz:(.{0,200})$/gm;
const LETTERS: ReadonlySet<string> = new Set(['sigma', 'Gamma']);
const LOG_BASES: Readonly<Record<string, NoteOptions['logBase']>> = {
  e: 'e',
  natural: 'e',
  '10': '10',
  '2': '2',
};

/** The names behind "constants:", up to a semicolon. */
function constantsOf(comment: string): readonly string[] {
  const list = /(?:^|;)\s*constants:([^;]*)/.exec(comment)?.[1] ?? '';
  return list
    .split(',')
    .map((name) => name.trim().replace(/^\\/, ''))
    .filter((name) => NAME.test(name));
}
const NAME = /^[A-Za-z]+(?:_[A-Za-z0-9]+)?$/;

function pairsOf(comment: string): readonly (readonly [name: string, value: string])[] {
  return comment.split(/[,;]/).flatMap((part) => {
    const [name = '', value = ''] = part.split('=').map((side) => side.trim());
    return name === '' || value === '' ? [] : [[name, value] as const];
  });
}
