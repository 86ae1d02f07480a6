/** Every regular expression of src/, where it stands. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { sourceFiles } from '../architecture/imports.js';

export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** The file and line, such as `documents/latex.ts:12`. */
  readonly place: string;
}

const SRC = join(import.meta.dirname, '../../../src');

export const allExpressions = (): readonly Expression[] =>
  sourceFiles().flatMap((file) => expressionsIn(file, readFileSync(join(SRC, file), 'utf8')));

/** The literals of a source text. Those made at run time there are none of: lint forbids them. */
export function expressionsIn(file: string, text: string): readonly Expression[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ ...partsOf(node.text), place: `${file}:${line + 1}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function partsOf(literal: string): Pick<Expression, 'source' | 'flags'> {
  const end = literal.lastIndexOf('/');
  return { source: literal.slice(1, end), flags: literal.slice(end + 1) };
}
