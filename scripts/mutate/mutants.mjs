// @ts-check
/** Where a source decides, and the ways in which each decision could be another one. */
import ts from 'typescript';

/**
 * @typedef {{ readonly start: number, readonly end: number, readonly text: string }} Change
 * What stands instead of a part of the source.
 * @typedef {{ readonly kind: string, readonly shown: ts.Node, readonly changes: readonly Change[] }} Place
 * A decision, the node that shows it to a reader, and what could stand there instead.
 */

const LOOSENED = /** @type {Readonly<Record<string, readonly string[]>>} */ ({
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
});
const SWAPPED = /** @type {Readonly<Record<string, string>>} */ ({
  '+': '-',
  '-': '+',
  '+=': '-=',
  '-=': '+=',
});
const JOINED = /** @type {Readonly<Record<string, string>>} */ ({ '&&': '||', '||': '&&' });
/** Calls whose numbers say where a run of a text or list begins and ends. */
const BOUNDED = new Set(['slice', 'at', 'substring', 'charCodeAt', 'codePointAt', 'splice']);
/** Calls whose strings decide. */
const ASKING = new Set(['startsWith', 'endsWith', 'includes', 'has', 'indexOf', 'lastIndexOf']);

/** All places of a source at which it decides. @param {ts.SourceFile} source @returns {readonly Place[]} */
export function placesOf(source) {
  /** @type {Place[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node)) return;
    found.push(...PLACES.flatMap((place) => place(node, source) ?? []));
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return found;
}

/** @typedef {(node: ts.Node, source: ts.SourceFile) => Place | null} Finder */

/** @type {readonly Finder[]} */
const PLACES = [comparison, sum, connective, condition, number, bound, word];

/** @type {Finder} */
function comparison(node, source) {
  return operator('comparison', node, source, (sign) => LOOSENED[sign] ?? []);
}

/** @type {Finder} */
function sum(node, source) {
  return operator('sum', node, source, (sign) => (SWAPPED[sign] === undefined ? [] : [SWAPPED[sign]]));
}

/** @type {Finder} */
function connective(node, source) {
  return operator('connective', node, source, (sign) => (JOINED[sign] === undefined ? [] : [JOINED[sign]]));
}

/**
 * @param {string} kind @param {ts.Node} node @param {ts.SourceFile} source
 * @param {(sign: string) => readonly string[]} others @returns {Place | null}
 */
function operator(kind, node, source, others) {
  if (!ts.isBinaryExpression(node)) return null;
  const sign = node.operatorToken;
  return place(kind, node, sign, others(sign.getText(source)), source);
}

/** @type {Finder} */
function condition(node, source) {
  const asked = conditionOf(node);
  if (asked === null) return null;
  return place('condition', asked, asked, [`!(${asked.getText(source)})`], source);
}

/** @param {ts.Node} node @returns {ts.Expression | null} */
function conditionOf(node) {
  if (ts.isIfStatement(node)) return node.expression;
  return ts.isConditionalExpression(node) ? node.condition : null;
}

/** @type {Finder} */
function number(node, source) {
  if (!ts.isNumericLiteral(node) || isName(node) || boundary(node)) return null;
  const value = Number(node.text);
  if (!Number.isInteger(value)) return place('number', around(node), node, [String(2 * value)], source);
  const others = [value + 1, value - 1, 2 * value].filter((n) => n !== value && n >= 0);
  return place('number', around(node), node, [...new Set(others)].map(String), source);
}

/** @type {Finder} */
function bound(node, source) {
  const expression = boundary(node) ? /** @type {ts.Expression} */ (node) : null;
  if (expression === null) return null;
  const text = expression.getText(source);
  return place('bound', around(node), node, [`${text} + 1`, `${text} - 1`], source);
}

/** Whether a node says where a run begins or ends, or which entry is taken. @param {ts.Node} node */
function boundary(node) {
  const { parent } = node;
  if (ts.isElementAccessExpression(parent)) return parent.argumentExpression === node && isCount(node);
  if (!ts.isCallExpression(parent) || parent.expression === node) return false;
  return ts.isPropertyAccessExpression(parent.expression) && BOUNDED.has(parent.expression.name.text);
}

/** A number or a sum of numbers: a key is none. @param {ts.Node} node */
const isCount = (node) => ts.isNumericLiteral(node) || ts.isBinaryExpression(node);

/** @type {Finder} */
function word(node, source) {
  if (!ts.isStringLiteral(node) || node.text === '' || !decides(node)) return null;
  return place('word', around(node), node, ["''"], source);
}

/** Whether something is compared with a string or sought in a set of which it is one. @param {ts.StringLiteral} node */
function decides(node) {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) return parent.operatorToken.getText() in LOOSENED;
  if (ts.isCaseClause(parent)) return true;
  if (ts.isCallExpression(parent)) return asks(parent);
  return ts.isArrayLiteralExpression(parent) && isSet(parent.parent);
}

/** @param {ts.CallExpression} call */
const asks = (call) =>
  ts.isPropertyAccessExpression(call.expression) && ASKING.has(call.expression.name.text);

/** @param {ts.Node} node */
const isSet = (node) => ts.isNewExpression(node) && node.expression.getText() === 'Set';

/** The key of a property is no number that decides. @param {ts.NumericLiteral} node */
const isName = (node) => ts.isPropertyAssignment(node.parent) && node.parent.name === node;

/** What shows a literal to a reader: the smallest thing said with it, but for lists. @param {ts.Node} node @returns {ts.Node} */
function around(node) {
  if (ts.isArrayLiteralExpression(node.parent)) return node;
  return ts.isPrefixUnaryExpression(node.parent) ? node.parent.parent : node.parent;
}

/**
 * @param {string} kind @param {ts.Node} shown @param {ts.Node} changed @param {readonly string[]} others
 * @param {ts.SourceFile} source @returns {Place | null}
 */
function place(kind, shown, changed, others, source) {
  if (others.length === 0) return null;
  const start = changed.getStart(source);
  return { kind, shown, changes: others.map((text) => ({ start, end: changed.end, text })) };
}
