/** Random functions in TypeScript and JavaScript with hostile names, keys, comments and strings around them. */
import type { Random } from './random.js';

export interface HostileSource {
  readonly language: 'typescript' | 'javascript';
  /** The file, and the same with what it imports declared as variables. */
  readonly text: string;
  readonly runnable: (text: string) => string;
  /** Where the function's name stands. */
  readonly at: number;
  /** Numbers that the function depends on. */
  readonly count: number;
  /** A call of a function with the same parameters, as an expression of `v`, the numbers. */
  readonly call: (name: string) => string;
  /** Keys and names that the written code may speak of. */
  readonly words: ReadonlySet<string>;
  readonly isMethod: boolean;
}

/** Keys that people have, and keys that nobody should. */
const KEYS = [
  'rate', 'a-b', 'x y', 'class', 'a; evil(); //', "it's", '"', '`', '${evil()}', '}', '*/ evil(); /*', '/* open', '-->',
  '\n', '\r\nevil()\n', '\u2028evil()', '\u2029', '\\', "\\'; evil(); '", '\u202e', '\u0000', 'é', '数', 'x²', '0', '1.5', '',
  ' ', 'a[1]', "p['b']", '</script>', 'a.b', '-1', 'constructor', '𝑥', '\ud800', 'value', 'gradient', '//', '<!--', '$',
  'this', 'Math', 'NaN', 'a_b', "']; evil(); p['",
]; // prettier-ignore
const NAMES = ['x', 'y', 't', '$', '_', 'é', 'value', 'h', 'test', 'async', 'e', 'r', 'sum', 'of', 'points', 'ℵ', 's2']; // prettier-ignore
const COMMENTS = [
  'evil(); ',
  "it's `odd` ${evil()}",
  '"quoted" <!-- -->',
  '\\u002a/',
  '@param {x} y',
  '$x = 1$ % $$',
];
const STRINGS = ["'*/ evil() /*'", "'// no comment'", '`a ${1 + 1} b`', '"\\u2028"', "'</script>'"];

interface Atom {
  /** As the function's body says it. */
  readonly code: string;
}

/** A source from a generator of random numbers. */
export function hostileSource(r: Random): HostileSource {
  const language = r.next() < 0.5 ? 'typescript' : 'javascript';
  const build = new Builder(r, language);
  return build.source();
}

class Builder {
  private readonly atoms: Atom[] = [];
  private readonly params: string[] = [];
  private readonly args: string[] = [];
  private readonly before: string[] = [];
  private readonly stand: string[] = [];
  private readonly locals: string[] = [];
  private readonly words = new Set<string>();
  private readonly names: string[];
  private readonly keys: string[];
  private isMethod = false;

  constructor(
    private readonly r: Random,
    private readonly language: HostileSource['language'],
  ) {
    this.names = shuffled(r, NAMES);
    this.keys = shuffled(r, KEYS);
  }

  source(): HostileSource {
    const { r } = this;
    this.parameter();
    for (let n = r.whole(0, 2); n > 0; n--)
      r.pick([() => this.parameter(), () => this.field(), () => this.taken(), () => this.pattern(), () => this.imported(), () => this.namespace(), () => this.own()])(); // prettier-ignore
    const body = this.expression(r.whole(1, 2));
    const whole = this.atoms.map((a) => a.code).reduce((text, a) => `${text} + ${a} * ${a}`, body);
    const name = r.pick(['f', 'loss', '$f', 'log_loss', 'été']);
    this.words.add(name);
    const text = this.layout(name, whole);
    const head = this.isMethod ? text.indexOf(` ${name}(`) + 1 : text.search(nameAt(name));
    return {
      language: this.language,
      text,
      runnable: (t) => this.stand.reduce((s, line) => line + s, t.replace(/^import .*$/gmu, '')),
      at: head,
      count: this.atoms.length,
      call: (f) => this.call(f, name),
      words: this.words,
      isMethod: this.isMethod,
    };
  }

  private layout(name: string, whole: string): string {
    const { r } = this;
    const end = r.next() < 0.8 ? ';' : '';
    const gap = r.next() < 0.3 ? ` /* ${r.pick(COMMENTS)} */ ` : '';
    const typed = this.language === 'typescript';
    const list = this.params.map((p) =>
      typed ? (p.startsWith('{') || p === 'p' ? `${p}: any` : `${p}: number`) : p,
    );
    const head = `(${gap}${list.join(', ')})${typed ? ': number' : ''}`;
    const note = r.next() < 0.3 ? ` // ${r.pick(COMMENTS)}` : '';
    const body = [...this.locals, `return ${whole}${end}${note}`];
    const braces = `{\n${body.map((l) => `  ${l}`).join('\n')}\n}`;
    const lead = [...this.before, ...(r.next() < 0.4 ? [`const words = ${r.pick(STRINGS)}${end}`] : [])];
    const shut = r.next() < 0.3 ? [`// ${r.pick(COMMENTS)}`] : [];
    const exported = r.next() < 0.5 ? 'export ' : '';
    const isArrow = !this.isMethod && r.next() < 0.5;
    const fn = this.isMethod
      ? `${exported}class A {\n ${name}${head} ${braces}\n}`
      : isArrow
        ? `${exported}const ${name} = ${head} => ${this.locals.length === 0 ? `(${whole})` : braces}${end}`
        : `${exported}function ${name}${head} ${braces}`;
    return [...lead, ...shut, fn, ''].join(r.next() < 0.2 ? '\r\n' : '\n');
  }

  private parameter(): void {
    const name = this.names.pop() ?? 'x9';
    this.words.add(name);
    this.params.push(name);
    this.args.push(this.value());
    this.atoms.push({ code: name });
  }

  /** `p['key']`. */
  private field(): void {
    const key = this.key();
    if (!this.params.includes('p')) {
      this.params.push('p');
      this.args.push('p');
      this.words.add('p');
    }
    this.stand.push(`;Object.defineProperty(p, ${literal(key)}, { get: () => v[${this.atoms.length}] });\n`);
    this.atoms.push({ code: `p[${literal(key)}]` });
  }

  /** `const { 'key': c } = p`. */
  private taken(): void {
    this.field();
    const path = this.atoms.pop()?.code ?? '';
    const local = `c${this.atoms.length}`;
    this.locals.push(`const { ${path.slice(2, -1)}: ${local} } = p;`);
    this.words.add(local);
    this.atoms.push({ code: local });
  }

  /** `({ 'key': c })`. */
  private pattern(): void {
    const key = this.key();
    const local = `d${this.atoms.length}`;
    this.words.add(local);
    this.params.push(`{ ${literal(key)}: ${local} }`);
    this.args.push(`Object.fromEntries([[${literal(key)}, ${this.value()}]])`);
    this.atoms.push({ code: local });
  }

  private imported(): void {
    const local = `i${this.atoms.length}`;
    this.words.add(local);
    const key = this.keys.pop() ?? 'k';
    this.before.push(
      `import { ${/[\ud800-\udfff]/.test(key) ? 'k' : literal(key)} as ${local} } from './m';`,
    );
    this.stand.push(
      `;Object.defineProperty(globalThis, '${local}', { configurable: true, get: () => v[${this.atoms.length}] });\n`,
    );
    this.atoms.push({ code: local });
  }

  private namespace(): void {
    const key = this.key();
    const local = `ns${this.atoms.length}`;
    this.words.add(local);
    this.before.push(`import * as ${local} from './n';`);
    this.stand.push(`;globalThis.${local} = Object.defineProperty({}, ${literal(key)}, { get: () => v[${this.atoms.length}] });\n`); // prettier-ignore
    this.atoms.push({ code: `${local}[${literal(key)}]` });
  }

  /** `this['key']`: once, so that the written function has one parameter more at most. */
  private own(): void {
    if (this.isMethod) return;
    this.isMethod = true;
    const key = this.key();
    this.stand.push(
      `;Object.defineProperty(own, ${literal(key)}, { get: () => v[${this.atoms.length}] });\n`,
    );
    this.extra = this.value();
    this.atoms.push({ code: `this[${literal(key)}]` });
  }
  private extra: string | null = null;

  private call(f: string, own: string): string {
    if (!this.isMethod) return `${f}(${this.args.join(', ')})`;
    return f === own
      ? `A.prototype.${f}.call(own, ${this.args.join(', ')})`
      : `${f}(${[...this.args, this.extra ?? ''].join(', ')})`;
  }

  private readonly value = (): string => `v[${this.atoms.length}]`;

  private key(): string {
    const key = this.keys.pop() ?? 'k';
    this.words.add(key);
    return key;
  }

  private expression(depth: number): string {
    const { r } = this;
    if (depth === 0) return r.next() < 0.75 ? r.pick(this.atoms).code : String(r.whole(1, 4));
    const sub = (): string => this.expression(depth - 1);
    return r.pick([
      () => `(${sub()} + ${sub()})`,
      () => `${sub()} * ${sub()}`,
      () => `(${sub()} - ${sub()})`,
      () => `Math.sin(${sub()})`,
      () => `Math.exp(-(${sub()}) / 3)`,
      () => `(${sub()}) ** 2`,
      () => `Math.tanh(${sub()})`,
      () => `${sub()} / (2 + Math.cos(${sub()}))`,
      () => `Math.log(1 + (${sub()}) ** 2)`,
    ])();
  }
}

const nameAt = (name: string): RegExp =>
  new RegExp(`(?<=(?:const|function) )${name.replace('$', '\\$')}(?=[ (])`, 'u');

/** A literal of a string: what cannot stand in one, or in a file, is escaped. */
function literal(key: string): string {
  const unit = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `'${key.replace(/['\\]/g, '\\$&').replace(/[\n\r\u2028\u2029]|\p{Cs}/gu, unit)}'`;
}

function shuffled<T>(r: Random, list: readonly T[]): T[] {
  return list
    .map((item) => [r.next(), item] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, item]) => item);
}
