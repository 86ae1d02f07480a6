// @ts-check
/** Between mathjs's trees and Compute Engine's MathJSON. */

/** @typedef {import('mathjs').MathNode} MathNode */

const OPERATORS = { '+': 'Add', '-': 'Subtract', '*': 'Multiply', '/': 'Divide', '^': 'Power' };
const ARC = {
  asin: 'Arcsin',
  acos: 'Arccos',
  atan: 'Arctan',
  acot: 'Arccot',
  asec: 'Arcsec',
  acsc: 'Arccsc',
};
const AREA = { asinh: 'Arsinh', acosh: 'Arcosh', atanh: 'Artanh', acoth: 'Arcoth', asech: 'Arsech' };
const OTHER = { log: 'Ln', exp: 'Exp', nthRoot: 'Root', lgamma: 'GammaLn', atan2: 'Arctan2', sign: 'Sign' };
/** @type {Readonly<Record<string, string>>} */
const NAMES = { ...ARC, ...AREA, ...OTHER };
const HEADS = Object.fromEntries(Object.entries(NAMES).map(([ours, theirs]) => [theirs, ours]));
const capital = (/** @type {string} */ name) => name.charAt(0).toUpperCase() + name.slice(1);

/** @type {(node: any) => any} */
export function toMathJson(node) {
  const args = (node.args ?? []).map(toMathJson);
  switch (node.type) {
    case 'ConstantNode':
      return node.value;
    case 'SymbolNode':
      return node.name === 'pi' ? 'Pi' : node.name === 'e' ? 'ExponentialE' : node.name;
    case 'ParenthesisNode':
      return toMathJson(node.content);
    case 'OperatorNode':
      return args.length === 1
        ? ['Negate', ...args]
        : [OPERATORS[/** @type {keyof typeof OPERATORS} */ (node.op)], ...args];
    case 'FunctionNode':
      if (node.fn.name === 'log' && args.length === 2) return ['Log', ...args];
      if (node.fn.name === 'cbrt') return ['Root', ...args, 3];
      return [NAMES[node.fn.name] ?? capital(node.fn.name), ...args];
    default:
      throw new Error(`no MathJSON for ${String(node.type)}`);
  }
}

/**
 * In mathjs's syntax.
 * @type {(json: any) => string}
 */
export function fromMathJson(json) {
  if (typeof json === 'number') return `(${String(json)})`;
  if (typeof json === 'string') return CONSTANTS[json] ?? json.replaceAll("'", '');
  if (!Array.isArray(json)) return json.num ? `(${String(json.num)})` : (json.sym ?? fromMathJson(json.fn));
  const [head, ...rest] = json;
  const args = rest.map(fromMathJson);
  const infix = INFIX[head];
  if (infix) return `(${args.map((a) => `(${a})`).join(infix)})`;
  if (head === 'Negate') return `(-(${String(args[0])}))`;
  if (head === 'Square') return `((${String(args[0])})^2)`;
  if (head === 'Log') return `log(${String(args[0])}, ${args[1] ?? '10'})`;
  return `${HEADS[head] ?? head.toLowerCase()}(${args.join(', ')})`;
}
/** @type {Readonly<Record<string, string>>} */
const CONSTANTS = { Pi: 'pi', ExponentialE: 'e', Half: '(1/2)' };
/** @type {Readonly<Record<string, string>>} */
const INFIX = { Add: '+', Subtract: '-', Multiply: '*', Divide: '/', Rational: '/', Power: '^' };
