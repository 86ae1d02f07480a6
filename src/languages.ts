/**
 * The programming languages: what is to be known of one before its parser is loaded. One row each; its reader stands
 * under the same name in `notation/programs/readers.ts`, its writer, if it has one, in `codegen/writers.ts`.
 */
import { isExported, moduleName, runnerIn } from './codegen/testRunner.js';

export interface Language {
  /** As requests name it. */
  readonly name: string;
  /** VS Code's identifiers by the endings of file names, with the dot, in small letters. */
  readonly files: Readonly<Record<string, string>>;
  readonly comments: Comments;
  /** How its projects test; null where no tests are written in it. */
  readonly tests: Tests | null;
}

export interface Comments {
  /** What begins a comment that ends with its line. */
  readonly line: string;
  /** What a line begins with that is nothing but a comment. */
  readonly alone: readonly string[];
  readonly doc: DocComments;
}

/** Comments whose text is Markdown with formulas: those that begin their lines. */
export interface DocComments {
  readonly open: string;
  readonly close: string;
  /** What follows the opening mark where it is another kind of comment. */
  readonly unless: string | null;
  /** Each line begins with a star, which is none of the text. */
  readonly starred: boolean;
}

/** How a project of the language runs tests, and how a test imports what it tests. */
export interface Tests {
  /** The file in which a project says by what its tests are run. */
  readonly manifest: string;
  /** The runner that a manifest asks for; of an empty text the usual one. */
  readonly runnerIn: (manifest: string) => string;
  /** The module in a file, as a test beside it imports it. */
  readonly moduleName: (path: string, runner: string) => string;
  /** Whether a text exports a name, one way or another. */
  readonly isExported: (text: string, name: string) => boolean;
}

const C_LIKE: Comments = {
  line: '//',
  alone: ['//', '/*', '*'],
  doc: { open: '/**', close: '*/', unless: '/', starred: true },
};
const NODE: Tests = { manifest: 'package.json', runnerIn, moduleName, isExported };

export const LANGUAGES: readonly Language[] = [
  {
    name: 'typescript',
    files: { '.ts': 'typescript', '.mts': 'typescript', '.cts': 'typescript', '.tsx': 'typescriptreact' },
    comments: C_LIKE,
    tests: NODE,
  },
  {
    name: 'javascript',
    files: { '.js': 'javascript', '.mjs': 'javascript', '.cjs': 'javascript', '.jsx': 'javascriptreact' },
    comments: C_LIKE,
    tests: NODE,
  },
];

/** VS Code's identifiers of a language. */
export const editorLanguages = ({ files }: Language): readonly string[] => [...new Set(Object.values(files))];

/** The language of an editor's document; null where it is none of these. */
export const languageOfEditor = (languageId: string): Language | null =>
  LANGUAGES.find((l) => editorLanguages(l).includes(languageId)) ?? null;

/** The language of a file by its name; null where it is none of these. */
export function languageOfFile(file: string): Language | null {
  const lower = file.toLowerCase();
  return LANGUAGES.find((l) => Object.keys(l.files).some((ending) => lower.endsWith(ending))) ?? null;
}

/** The row of a name. */
export function languageNamed(name: string): Language {
  const language = LANGUAGES.find((l) => l.name === name);
  if (!language) throw new Error(`There is no language ${name}.`);
  return language;
}
