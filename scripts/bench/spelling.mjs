// @ts-check
/** A formula in mathjs's syntax respelled for systems that name functions otherwise or have fewer of them. */
import { parse } from 'mathjs';

/** What every system understands in place of functions that some lack; U and V are the arguments. */
const ELEMENTARY = {
  cbrt: 'U^(1/3)',
  nthRoot: 'U^(1/V)',
  log1p: 'log(1 + U)',
  expm1: 'exp(U) - 1',
  hypot: 'sqrt(U^2 + V^2)',
};
/** @type {Readonly<Record<string, string>>} */
const WITH_BASE = { log: 'log(U)/log(V)' };

/**
 * @param {string} text
 * @param {Readonly<Record<string, string>>} names templates as above for functions, other names for letters
 * @returns {string}
 */
export function spelled(text, names = {}) {
  /** @type {Readonly<Record<string, string>>} */
  const templates = { ...ELEMENTARY, ...names };
  const change = (/** @type {any} */ node) => {
    if (node.type === 'SymbolNode') return names[node.name] ? parse(names[node.name] ?? '') : node;
    if (node.type !== 'FunctionNode') return node;
    const args = node.args.map((/** @type {any} */ arg) => arg.transform(change));
    const template = (args.length === 2 && WITH_BASE[node.fn.name]) || templates[node.fn.name];
    return template ? filled(template, args) : new node.constructor(node.fn.name, args);
  };
  return parse(text).transform(change).toString({ implicit: 'show', parenthesis: 'auto' });
}

/** @param {string} template @param {readonly any[]} args */
const filled = (template, [u, v]) =>
  parse(`(${template})`).transform((/** @type {any} */ node) =>
    node.type === 'SymbolNode' && node.name === 'U'
      ? u
      : node.type === 'SymbolNode' && node.name === 'V'
        ? v
        : node,
  );
