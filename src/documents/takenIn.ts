/**
 * Macros of other files: which files a document takes in, by its own commands or by the customs of who makes a site or a
 * book of it, and what these define. Reads nothing itself: it asks for a file by its path and is handed the text.
 */
import { indexDocument, kindOfFile, LATEX } from './index.js';
import { isConfiguration, macrosOfConfiguration } from './markdown/frontMatterMacros.js';

/** A document by its path below the folder that it may take files from, with slashes: "part/one.tex". */
export interface Taker {
  readonly path: string;
  readonly text: string;
}

/**
 * Asks for files by such paths; what it is handed is the text, or null where there is none that may be read. A path that ends in
 * a slash asks for the names in that folder, a line each.
 */
export type Taking = Generator<string, string, string | null>;

/** Files that are read for one document, files that are asked for, and characters of definitions that are kept. */
const MOST_READ = 40;
const MOST_ASKED = 200;
const MOST_KEPT = 200_000;
/** Documents in one folder that are looked at for a chapter. */
const MOST_BOOKS = 12;
/** Characters of a file that is read. */
export const LONGEST_TAKEN = 1_000_000;

/** The definitions of the files that a document takes in, as TeX, in the order in which they are in force. Never throws. */
export function* macrosTakenIn(taker: Taker, named: readonly string[] = []): Taking {
  const gathering = new Gathering(taker.path);
  yield* gathering.takeAll([...named, ...customaryFor(taker)].map((path) => [path]));
  if (isChapter(taker)) yield* gathering.takeFromBook(taker);
  yield* gathering.takeFrom(taker.path, taker.text);
  return gathering.definitions;
}

class Gathering {
  private readonly visited: Set<string>;
  private readonly kept: string[] = [];
  private size = 0;
  private asked = 0;
  private read = 0;
  /** Folders from which TeX would be started: what \input names lies below one of them. */
  private readonly folders: string[];

  constructor(path: string) {
    // A file is taken once, however they name each other, and never by itself.
    this.visited = new Set([path]);
    this.folders = [folderOf(path)];
  }

  get definitions(): string {
    return this.kept.join('\n');
  }

  *takeAll(wanted: readonly (readonly string[])[]): Generator<string, void, string | null> {
    for (const paths of wanted) yield* this.takeFirst(paths);
  }

  /** The preamble of the document that puts in a chapter which does not name it: the nearest in the folders above. */
  *takeFromBook({ path }: Taker): Generator<string, void, string | null> {
    for (const folder of [...foldersTo(folderOf(path))].reverse()) {
      const prefix = folder === '' ? '' : `${folder}/`;
      const names = (yield prefix === '' ? './' : prefix) ?? '';
      const others = names.split('\n').filter((name) => /\.tex$/i.test(name) && prefix + name !== path);
      for (const name of others.slice(0, MOST_BOOKS)) {
        const text = yield prefix + name;
        if (text === null || text.length > LONGEST_TAKEN || !text.includes('\\documentclass')) continue;
        if (!putsIn(text, folder, path)) continue;
        this.folders.push(folder);
        yield* this.takeFirst([prefix + name]);
        return;
      }
    }
  }

  /** What a text takes in, in its order. */
  *takeFrom(path: string, text: string): Generator<string, void, string | null> {
    const own = folderOf(path);
    for (const { names, isRoot } of namedIn(path, text)) {
      const folders = isRoot ? [own] : [...new Set([own, ...this.folders])];
      const paths = folders.flatMap((folder) => names.map((name) => joined(folder, name)));
      const inside = paths.filter((p) => p !== null);
      const [first] = inside;
      if (isRoot && first !== undefined) this.folders.push(folderOf(first));
      yield* this.takeFirst(inside);
    }
  }

  /** The first of the paths that there is, with what it takes in itself before it. */
  private *takeFirst(paths: readonly string[]): Generator<string, void, string | null> {
    for (const path of paths) {
      if (this.visited.has(path)) return;
      if (this.read >= MOST_READ || this.asked >= MOST_ASKED) return;
      this.asked++;
      const text = yield path;
      if (text === null) continue;
      this.visited.add(path);
      this.read++;
      if (text.length > LONGEST_TAKEN) return;
      const beginning = preambleOf(text);
      yield* this.takeFrom(path, beginning);
      this.keep(definitionsIn(path, beginning));
      return;
    }
  }

  private keep(definitions: readonly string[]): void {
    for (const definition of definitions) {
      this.size += definition.length;
      if (this.size > MOST_KEPT) return;
      this.kept.push(definition);
    }
  }
}

/** A document's body defines nothing for other documents. */
function preambleOf(text: string): string {
  const body = text.indexOf('\\begin{document}');
  return body < 0 ? text : text.slice(0, body);
}

function definitionsIn(path: string, text: string): readonly string[] {
  const found = isConfiguration(path)
    ? macrosOfConfiguration(text)
    : indexDocument(isMarkdown(path) ? kindOfFile(path) : LATEX, text).preambles;
  return found.map(({ tex }) => tex);
}

/** A part of a document that says of itself neither what it is nor what it belongs to. */
const isChapter = ({ path, text }: Taker): boolean =>
  /\.tex$/i.test(path) && !/\\documentclass|!T[eE]X[ \t]{1,8}root\b/.test(text);

/** Whether a text in a folder puts in the file of a path. */
function putsIn(text: string, folder: string, path: string): boolean {
  for (const [, name = ''] of text.matchAll(PUTS_IN))
    if (withEnding(name.trim(), '.tex').some((n) => joined(folder, n) === path)) return true;
  return false;
}
const PUTS_IN = /\\(?:input|include|subfile)\{([^{}\\\n]{1,200})\}/g;

interface Named {
  /** Spellings of its path, the likeliest first. */
  readonly names: readonly string[];
  /** It is the document that the file is a part of. */
  readonly isRoot: boolean;
}

/** What the commands of a text name, in its order: the document that it is a part of, files to put in, packages beside it. */
function namedIn(path: string, text: string): readonly Named[] {
  const parts: readonly Named[] = [...preambleOf(text).matchAll(TAKES_IN)].flatMap(
    (found): readonly Named[] => {
      const [, comment, root, whole, input, packages, klass, header] = found;
      if (comment !== undefined) return [];
      const document = root ?? whole;
      if (document !== undefined) return [{ names: withEnding(document.trim(), '.tex'), isRoot: true }];
      if (input !== undefined) return [{ names: withEnding(input.trim(), '.tex', '.sty'), isRoot: false }];
      if (header !== undefined) return [{ names: [header], isRoot: false }];
      const ending = packages === undefined ? '.cls' : '.sty';
      return (packages ?? klass ?? '').split(',').map((name) => ({
        names: [`${name.trim()}${ending}`],
        isRoot: false,
      }));
    },
  );
  return isMarkdown(path) ? parts.filter(({ names }) => names.every((n) => !/\.cls$/.test(n))) : parts;
}

// A comment up to the end of its line, but for the magic one that names the root; then commands, and a key of a front matter.
const TAKES_IN =
  /(?<!\\)(%(?![ \t]{0,8}!T[eE]X[ \t]{1,8}root\b)[^\n]*)|%[ \t]{0,8}!T[eE]X[ \t]{1,8}root[ \t]{0,8}=[ \t]{0,8}([^\s{}]{1,200})|\\documentclass\[([^\]\n{}]{1,200}?\.tex)\]\{subfiles\}|\\(?:input|include|subfile)\{([^{}\\\n]{1,200})\}|\\(?:usepackage|RequirePackage)(?:\[[^\]]{0,300}\])?\{([^{}\\]{1,300})\}|\\(?:documentclass|LoadClass)(?:\[[^\]]{0,300}\])?\{([^{}\\]{1,200})\}|(?:in_header|include-in-header|before_body|include-before-body):[ \t]{0,8}(?:\n[ \t]{1,8}-[ \t]{0,8}(?:file:[ \t]{0,8})?)?["']?([\w./-]{1,200}\.(?:tex|sty|html|md))\b/g;

const withEnding = (name: string, ...endings: readonly string[]): readonly string[] =>
  /\.(?:tex|sty|cls|ltx|def|md)$/.test(name) ? [name] : [...endings.map((e) => name + e), name];

/** What a custom has files take in unsaid: in the folders from the top down to the file's own. */
interface FilesByCustom {
  readonly names: readonly string[];
  readonly for: 'latex' | 'markdown';
}
const CUSTOMS: readonly FilesByCustom[] = [
  // The site's configuration, with the macros of MathJax or KaTeX: Jekyll and Jupyter Book, MkDocs, MyST, Quarto, Docusaurus.
  {
    for: 'markdown',
    names: ['_config.yml', 'mkdocs.yml', 'myst.yml', '_quarto.yml', 'docusaurus.config.js'],
  },
  // Where MkDocs' theme Material has its users put MathJax's settings.
  { for: 'markdown', names: ['docs/javascripts/mathjax.js', 'javascripts/mathjax.js'] },
  // Obsidian's plugins for a preamble read it from the vault's top, or from its settings' folder.
  { for: 'markdown', names: ['preamble.sty', '.obsidian/preamble.sty', 'preamble.tex'] },
  // A chapter that names no document: the book's own preamble lies above it under one of these names.
  {
    for: 'latex',
    names: ['preamble.tex', 'preamble.sty', 'macros.tex', 'macros.sty', 'header.tex', 'main.tex'],
  },
];

function customaryFor({ path, text }: Taker): readonly string[] {
  const isLatex = /\.(?:tex|ltx)$/i.test(path);
  if (isLatex && text.includes('\\documentclass')) return [];
  const kind = isLatex ? 'latex' : 'markdown';
  const names = CUSTOMS.filter((c) => c.for === kind).flatMap((c) => c.names);
  return foldersTo(folderOf(path)).flatMap((folder) => names.flatMap((name) => joined(folder, name) ?? []));
}

const isMarkdown = (path: string): boolean => /\.(?:md|markdown|qmd|rmd|ipynb)$/i.test(path);

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The folders from the top, which is '', down to one; of a deep one the nearest. */
function foldersTo(folder: string): readonly string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return [...parts.map((_, i) => parts.slice(0, i).join('/')), folder].slice(-MOST_FOLDERS);
}
const MOST_FOLDERS = 8;

/** The path of a name in a folder; null where it leads out of the top, or is none of a file below it. */
function joined(folder: string, name: string): string | null {
  if (/^[/~]|^[a-zA-Z]:|[\\\0]/.test(name)) return null;
  const path = folder === '' ? [] : folder.split('/');
  for (const part of name.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') path.push(part);
    else if (path.pop() === undefined) return null;
  }
  return path.length === 0 ? null : path.join('/');
}
