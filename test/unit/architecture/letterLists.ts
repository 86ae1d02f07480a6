/** Finds lists of letters in a source text: what letters mean by custom belongs into the one table of them. */
import ts from 'typescript';

/** A list of letters, by the text it begins with: `['f', 'g', 'h'`, `/^[fgh]$/`. */
export function letterLists(file: string, text: string): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isLetterList(node)) found.push(`${file}: ${node.getText(source).replace(/\s+/g, ' ').slice(0, 30)}`);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isLetterList(node: ts.Node): boolean {
  if (ts.isRegularExpressionLiteral(node)) return namesLetters(node.text);
  if (ts.isArrayLiteralExpression(node)) return node.elements.filter(isLetterEntry).length >= 3;
  if (ts.isObjectLiteralExpression(node)) return letterKeys(node).length >= 3;
  return ts.isStringLiteral(node) && (isTaken(node) || isAlphabet(node.text));
}

/** A class with two different letters, [fg], a part of the alphabet, [i-n], or letters to choose from, f|g. */
function namesLetters(pattern: string): boolean {
  const classes = [...pattern.matchAll(/\[\^?((?:\\.|[^\]\\])*)\]/g)].map((m) => plainPart(m[1] ?? ''));
  return (
    classes.some((c) => new Set(Array.from(c.toLowerCase()).filter(isLetter)).size >= 2) ||
    /(?<![\p{L}\\])[a-zA-Z](?:\|[a-zA-Z])+(?!\p{L})/u.test(pattern)
  );
}
/** The characters of a class without escapes and whole alphabets; other ranges count with both ends. */
const plainPart = (text: string): string =>
  text.replace(/\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\p\{[^}]*\}|\\./g, '').replace(/a-z|A-Z|a-f|A-F|α-ω|Α-Ω/g, '');

const isLetterEntry = (e: ts.Expression): boolean =>
  ts.isStringLiteral(e)
    ? isLetter(e.text)
    : ts.isArrayLiteralExpression(e) && e.elements[0] !== undefined && isLetterEntry(e.elements[0]);

const letterKeys = (node: ts.ObjectLiteralExpression): readonly unknown[] =>
  node.properties.filter(
    (p) => ts.isPropertyAssignment(p) && ts.isStringLiteral(p.initializer) && isGreek(p.name.getText()),
  );

/** 'fgh'.includes(x), Array.from('fgh'). */
function isTaken(node: ts.StringLiteral): boolean {
  if (!/^\p{L}{2,}$/u.test(node.text)) return false;
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.expression === node) ||
    (ts.isCallExpression(parent) && parent.expression.getText() === 'Array.from') ||
    ts.isSpreadElement(parent)
  );
}
const isAlphabet = (text: string): boolean => text.length >= 3 && ALPHABET.includes(text);
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

const isLetter = (text: string): boolean => /^\p{L}$/u.test(text) || isGreek(text);
const isGreek = (text: string): boolean => GREEK.has(text.toLowerCase()) || /^[α-ω]$/iu.test(text);
const GREEK: ReadonlySet<string> = new Set(
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau phi varphi chi psi omega'.split(
    ' ',
  ),
);
