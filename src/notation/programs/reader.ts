/** What a reader of programs does, whatever their language: nothing above it knows how one is spelled. */
import type { Span } from '../notation.js';
import type { Code, Results, Unread } from './code.js';
import type { CodeTree } from './codeTree.js';
import type { ExpressionTarget, FunctionGroup, FunctionTarget, Source, Target } from './source.js';

/**
 * Sources, targets and codes are asked about with the reader that made them, which knows more of them than their
 * types say. Nothing here throws.
 */
export interface ProgramReader {
  /** Resolves once sources can be read. Cheap from the second time on. */
  load(): Promise<void>;
  isLoaded(): boolean;
  /** The source of a text; what cannot be parsed is left out and said. */
  read(text: string, language: string): Source;

  /** The function whose name, parameters or body hold the offset; outside of functions the expression that does. */
  targetAt(source: Source, offset: number): Target | null;
  /** The numeric expression in a function's body that holds the offset; null elsewhere. */
  expressionAt(source: Source, offset: number): ExpressionTarget | null;
  /** What a selection covers. */
  targetIn(source: Source, from: number, to: number): Target | null;
  /** The only function of a source, or the only expression; null where there are several. */
  onlyTarget(source: Source): Target | null;
  /** The functions with a name by what holds them together, outer groups first. Linear in the source. */
  functionGroups(source: Source): readonly FunctionGroup[];

  /** What the target computes, or why that is not known. */
  codeOf(source: Source, target: Target): Code | Unread;
  /** What a function gives back; entries of array parameters are numbers of their own. */
  resultsOf(source: Source, target: FunctionTarget): Results | Unread;
  /** The names of the fields of the object that a function ends in, as it is written there; none for other functions. */
  returnedNames(target: FunctionTarget): readonly string[];
  /** Whether a function calls the other one at several places or with a step: a difference of its values. */
  isDifference(derivative: FunctionTarget, of: FunctionTarget): boolean;
  /** Whether the code has anything of that name, a number or not. */
  isNamed(code: Code, name: string): boolean;
  /** The text of a path or a name. */
  textOf(tree: CodeTree): string;
  /** Where names are declared first in a text, words in comments among it: a guess that is cheap. */
  declaredIn(text: string): ReadonlyMap<string, number>;

  /** The doc comments of a source, their marks included. */
  docComments(source: Source): readonly Span[];
  /** That of a function; null where it has none. */
  docCommentOf(source: Source, target: FunctionTarget): Span | null;
}
