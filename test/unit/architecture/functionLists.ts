/** Finds lists of functions in a source text: what is to be said of a function is a column of its row. */
import ts from 'typescript';
import { FUNCTIONS } from '../../../src/core/functions/index.js';

const NAMES: ReadonlySet<string> = new Set(FUNCTIONS.map((f) => f.name));

/** The lists, arrays, maps and patterns that name three functions or more, by the text each begins with. */
export function functionLists(file: string, text: string): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (namesIn(node).filter((name) => NAMES.has(name)).length >= 3)
      found.push(`${file}: ${node.getText(source).replace(/\s+/g, ' ').slice(0, 30)}`);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function namesIn(node: ts.Node): readonly string[] {
  if (ts.isRegularExpressionLiteral(node)) return node.text.match(/(?<!\\)[a-zA-Z]{2,}/g) ?? [];
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(nameOf);
  if (ts.isObjectLiteralExpression(node)) return node.properties.map((p) => p.name?.getText() ?? '');
  return [];
}
const nameOf = (e: ts.Expression): readonly string[] =>
  ts.isStringLiteral(e)
    ? [e.text]
    : ts.isArrayLiteralExpression(e) && e.elements[0] !== undefined
      ? nameOf(e.elements[0])
      : [];
