/**
 * Other systems' derivatives, each in a process of its own that can be killed: `fork('peers.mjs', [name])`, then a
 * message { text, order } is answered by { ms, answer } (the best of a few runs; in mathjs's syntax) or { error }.
 */
import { fileURLToPath } from 'node:url';
import { fork } from 'node:child_process';

/** The best time of runs over a span of milliseconds, at least one run: the same measure for every engine. */
export function best(span, run) {
  let [ms, result] = [Infinity, null];
  const end = performance.now() + span;
  do {
    const started = performance.now();
    result = run();
    ms = Math.min(ms, performance.now() - started);
  } while (performance.now() < end);
  return { ms, result };
}

/** Those with a tidied answer as ours is, and one of them with the derivative as it comes. */
export const PEERS = ['mathjs', 'Compute Engine', 'Compute Engine, not simplified', 'nerdamer', 'algebrite'];

/** One peer, restarted whenever a formula takes it longer than the limit. */
export class Peer {
  #process = null;
  #ready = null;

  constructor(name) {
    this.name = name;
  }

  async ask(text, order, span, limit) {
    await this.#start();
    const child = this.#process;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#end({ error: 'timeout' }, resolve), limit);
      const gone = () => done({ error: 'crashed' });
      const done = (answer) => {
        clearTimeout(timer);
        child.off('exit', gone);
        resolve(answer);
      };
      child.once('message', done);
      child.once('exit', gone);
      child.send({ text, order, span });
    });
  }

  #end(answer, resolve) {
    this.#process?.removeAllListeners();
    this.stop();
    resolve(answer);
  }

  async #start() {
    if (this.#process?.connected) return this.#ready;
    this.#process = fork(fileURLToPath(import.meta.url), [this.name], { stdio: 'ignore' });
    this.#ready = new Promise((resolve) => this.#process.once('message', resolve));
    return this.#ready;
  }

  stop() {
    this.#process?.kill('SIGKILL');
    this.#process = null;
  }
}

// ---- within the peer's own process

async function computeEngine(finished) {
  const { ComputeEngine } = await import('@cortex-js/compute-engine');
  const { parse } = await import('mathjs');
  const ce = new ComputeEngine();
  return (text, order) => {
    const json = toMathJson(parse(text));
    return timed(
      () => {
        let d = ce.box(json);
        for (let k = 0; k < order; k++) d = finished(ce.box(['D', d, 'x']).evaluate());
        return d;
      },
      (d) => fromMathJson(d.json),
    );
  };
}

const engines = {
  mathjs: async () => {
    const math = await import('mathjs');
    return (text, order) => {
      let node = math.parse(text);
      return timed(
        () => {
          let d = node;
          for (let k = 0; k < order; k++) d = math.derivative(d, 'x');
          return d;
        },
        (d) => d.toString(),
      );
    };
  },
  'Compute Engine': () => computeEngine((d) => d.simplify()),
  'Compute Engine, not simplified': () => computeEngine((d) => d),
  nerdamer: async () => {
    const { default: nerdamer } = await import('nerdamer');
    await import('nerdamer/Algebra.js');
    await import('nerdamer/Calculus.js');
    const spelled = await spelling({});
    return (text, order) => {
      const e = nerdamer(spelled(text));
      return timed(
        () => nerdamer.diff(e, 'x', order),
        (d) => d.toString(),
      );
    };
  },
  algebrite: async () => {
    const { default: algebrite } = await import('algebrite');
    const quotient = (template) => (u, parse) => parse(template.replaceAll('u', `(${u})`));
    const spelled = await spelling({
      asin: 'arcsin',
      acos: 'arccos',
      atan: 'arctan',
      asinh: 'arcsinh',
      acosh: 'arccosh',
      atanh: 'arctanh',
      sec: quotient('1/cos(u)'),
      csc: quotient('1/sin(u)'),
      cot: quotient('cos(u)/sin(u)'),
      sech: quotient('1/cosh(u)'),
      coth: quotient('cosh(u)/sinh(u)'),
      cbrt: quotient('u^(1/3)'),
    });
    return (asked, order) => {
      const text = spelled(asked);
      return timed(
        () => {
          const d = algebrite.run(`d(${text},x${order === 1 ? '' : `,${order}`})`);
          if (/Stop|error/i.test(d)) throw new Error(d);
          return d;
        },
        (d) => d.replaceAll('...', '').replace(/\barc(sin|cos|tan)/g, 'a$1'),
      );
    };
  },
};

const timed = (run, print) => ({ run, print });

/** The text with functions renamed, and with logarithms to a base as quotients. */
async function spelling(names) {
  const { parse, FunctionNode, SymbolNode, OperatorNode } = await import('mathjs');
  const change = (node) => {
    if (node.type !== 'FunctionNode') return node;
    const [u, base] = node.args;
    if (node.fn.name === 'log' && base) {
      const ln = (e) => new FunctionNode(new SymbolNode('log'), [e]);
      return new OperatorNode('/', 'divide', [ln(u), ln(base)]);
    }
    const name = names[node.fn.name];
    if (typeof name === 'function') return name(node.args.map(String).join(', '), parse);
    return name ? new FunctionNode(new SymbolNode(name), node.args) : node;
  };
  return (text) => parse(text).transform(change).toString({ implicit: 'show' });
}

async function serve(name) {
  const make = await engines[name]();
  process.send('ready');
  process.on('message', ({ text, order, span }) => {
    try {
      const { run, print } = make(text, order);
      const { ms, result } = best(span, run);
      process.send({ ms, answer: print(result) });
    } catch (error) {
      process.send({ error: String(error?.message ?? error).slice(0, 200) });
    }
  });
}

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
const NAMES = { ...ARC, ...AREA, ...OTHER };
const HEADS = Object.fromEntries(Object.entries(NAMES).map(([ours, theirs]) => [theirs, ours]));
const capital = (name) => name.charAt(0).toUpperCase() + name.slice(1);

function toMathJson(node) {
  const args = (node.args ?? []).map(toMathJson);
  switch (node.type) {
    case 'ConstantNode':
      return node.value;
    case 'SymbolNode':
      return node.name === 'pi' ? 'Pi' : node.name === 'e' ? 'ExponentialE' : node.name;
    case 'ParenthesisNode':
      return toMathJson(node.content);
    case 'OperatorNode':
      return args.length === 1 ? ['Negate', ...args] : [OPERATORS[node.op], ...args];
    case 'FunctionNode':
      if (node.fn.name === 'log' && args.length === 2) return ['Log', ...args];
      if (node.fn.name === 'cbrt') return ['Root', ...args, 3];
      return [NAMES[node.fn.name] ?? capital(node.fn.name), ...args];
    default:
      throw new Error(`no MathJSON for ${node.type}`);
  }
}

function fromMathJson(json) {
  if (typeof json === 'number') return `(${json})`;
  if (typeof json === 'string')
    return { Pi: 'pi', ExponentialE: 'e', Half: '(1/2)' }[json] ?? json.replaceAll("'", '');
  if (!Array.isArray(json)) return json.num ? `(${json.num})` : (json.sym ?? fromMathJson(json.fn));
  const [head, ...rest] = json;
  const args = rest.map(fromMathJson);
  const infix = { Add: '+', Subtract: '-', Multiply: '*', Divide: '/', Rational: '/', Power: '^' }[head];
  if (infix) return `(${args.map((a) => `(${a})`).join(infix)})`;
  if (head === 'Negate') return `(-(${args[0]}))`;
  if (head === 'Square') return `((${args[0]})^2)`;
  if (head === 'Log') return `log(${args[0]}, ${args[1] ?? 10})`;
  return `${HEADS[head] ?? head.toLowerCase()}(${args.join(', ')})`;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.send) await serve(process.argv[2]);
