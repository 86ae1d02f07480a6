import { beforeAll, describe, expect, test } from 'vitest';
import { codeText, stringText, statementLines } from '../../../src/notation/typescript/codeText.js';
import { binaryTree, memberTree, nameTree, numberTree, recordTree, unaryTree } from '../../../src/notation/programs/codeTree.js'; // prettier-ignore
import { docComment, inBackticks } from '../../../src/codegen/commentText.js';
import { editProblem, parsedFor } from '../../../src/codegen/editCheck.js';
import { readSource } from '../../../src/notation/typescript/index.js';
import { UnusedNames } from '../../../src/notation/typescript/identifiers.js';
import { createService } from '../../../src/service/index.js';

const service = createService();
beforeAll(() => service.load());

const budget = { nodes: 20_000, shouldStop: () => false };
const [x, p] = [nameTree('x'), nameTree('p')];

type Language = 'typescript' | 'javascript';
function edits(
  text: string,
  languageId: Language = 'javascript',
): readonly ReturnType<typeof service.writeGradient>[] {
  const document = { uri: text, version: 1, text, languageId };
  const found = service.codeAt(document, text.indexOf(' f(') + 1);
  if (!found) throw new Error(`no function in ${text}`);
  return [service.writeDerivative(found, {}, budget), service.writeGradient(found, budget)];
}
const written = (text: string, language?: Language): string[] =>
  edits(text, language).map((e) => ('ok' in e ? e.message : e.text));

describe('keys are quoted where they are no names', () => {
  test.each([
    ['plain', 'p.rate'],
    ['class', 'p.class'],
    ['été', 'p.été'],
    ['a-b', "p['a-b']"],
    ['a; evil(); //', "p['a; evil(); //']"],
    ["it's", "p['it\\'s']"],
    ['\\', "p['\\\\']"],
    ['a\nb\u2028', "p['a\\nb\\u2028']"],
    ['\u202e', "p['\\u202e']"],
    ['\ud800', "p['\\ud800']"],
    ['x²', "p['x²']"],
    ['0', "p['0']"],
    ['', "p['']"],
  ])('%j', (key, text) => expect(codeText(memberTree(p, key === 'plain' ? 'rate' : key))).toBe(text));
  test('in objects too', () => {
    const tree = recordTree([
      { key: 'a-b', value: x },
      { key: 'x', value: x },
    ]);
    expect(codeText(tree)).toBe("{ 'a-b': x, x }");
  });
  test('with the quotes of the file', () => expect(stringText('a"b', '"')).toBe('"a\\"b"'));
});

describe('text', () => {
  test('an operation has the brackets that it needs', () => {
    const sum = binaryTree('+', x, numberTree('1'));
    expect(codeText(binaryTree('*', sum, binaryTree('??', x, numberTree('2'))))).toBe('(x + 1) * (x ?? 2)');
    expect(codeText(binaryTree('**', unaryTree('-', x), sum))).toBe('(-x) ** (x + 1)');
    expect(codeText(unaryTree('-', binaryTree('**', x, x)))).toBe('-(x ** x)');
  });
  test('a very long sum is no deep recursion', () => {
    let sum = x;
    for (let i = 0; i < 20_000; i++) sum = binaryTree('+', sum, x);
    expect(codeText(sum).length).toBe(1 + 4 * 20_000);
  });
  test('statements end as the file ends them', () =>
    expect(
      statementLines([{ kind: 'return', value: x }], { semicolon: '', indent: ' ', quote: "'" }),
    ).toEqual(['return x']));
  test('names that are taken are identifiers', () => {
    const names = new UnusedNames('x');
    expect(['x²', '1a', 'a-b', '', 'class', 'x'].map((n) => names.take(n))).toEqual([
      'x_', '_1a', 'a_b', 'value', 'class2', 'x2',
    ]); // prettier-ignore
  });
});

describe('comments', () => {
  test.each(['a */ b', 'a\nb', 'a\u2028b', 'a\r\n */ b'])('%j stays one line of one comment', (words) => {
    const text = docComment([words]).join('\n');
    const { comments, tree } = readSource(text, 'typescript');
    expect(comments.map((c) => c.value.split(/[\n\r\u2028\u2029]/).length)).toEqual([3]);
    expect(tree.body).toEqual([]);
  });
  test('code between as many backticks as it takes', () => {
    expect([inBackticks('x'), inBackticks('a`b')]).toEqual(['`x`', '`` a`b ``']);
  });
});

describe('written functions', () => {
  test.each([
    "function f(x, p) { return x * x * p['a; evil(); //']; }",
    "function f(x, p) { const { 'a-b': c } = p; return c * x * x; }",
    "function f(x, { 'a-b': c }) { return c * x * x; }",
    "class A { f(x) { return this['a-b'] * x * x; } }",
    "import { 'a-b' as c } from 'm';\nfunction f(x) { return c * x * x; }",
    "import * as ns from 'm';\nfunction f(x) { return ns['a-b'] * x * x; }",
  ])('%s', (text) => {
    for (const code of written(text)) expect(code).toMatch(/function fDerivative|function fGradient/);
  });
  test('a private name and a key that looks like one are not the same', () =>
    expect(written("class A { #k = 1; f(x) { return x * this.#k * this['#k']; } }")[0]).toMatch(
      /begins with #/,
    ));
  test.each([
    [
      'a Math of the file',
      'const Math = { log: 3 };\nfunction f(x) { return 2 ** x; }',
      'The file has a `Math` of its own.',
    ],
    [
      'a parameter that hides a helper',
      'const g = (x) => 1 / (1 + Math.exp(-x));\nconst h = (z) => 2 * g(z);\nfunction f(x, g) { return h(x); }',
      '`g` would mean something else where the derivative stands.',
    ],
  ])('is refused for %s', (_, text, reason) => expect(written(text)[0]).toBe(reason));
  test('parameters keep their comments', () =>
    expect(written('function f(/* the * rate */ x, /* k */ k = 2) { return k * x * x; }')[0]).toContain(
      'fDerivative(x, /* k */ k = 2)',
    ));
});

describe.each([
  ['alone', 0],
  ['amid others', 200],
])('%s, an edit is refused that', (_, others) => {
  const before = 'let z = 0\n'.repeat(others);
  const text = `${before}const a = [x, 1]; // end\nlet b = 2;${'\n(z) /* z */'.repeat(others)}`;
  const source = (): ReturnType<typeof readSource> => readSource(text, 'javascript');
  const at = before.length + 11;
  test('only what is around it is parsed', () =>
    expect(parsedFor(source(), { from: at, to: at + 1 })).toBeLessThan(200));
  const problem = (text: string, tree = binaryTree('*', x, x)): string | null =>
    editProblem(source(), { from: at, to: at + 1, text }, { kind: 'number', tree });
  test('holds what is meant is not', () => expect(problem('x * x')).toBeNull());
  test.each([
    ['cannot be parsed', 'x * ', /cannot be parsed/],
    ['holds something else', 'x * y', /something else/],
    ['holds a call', 'x * x()', /something else/],
    ['holds a comment', 'x * x /* y */', /something else/],
    ['ends what is around it', 'x * x]; evil(); [1', /around it|something else/],
    ['hides what follows', 'x * x // ', /cannot be parsed|around it/],
    ['hides what follows up to another comment', 'x * x]; /* ', /cannot be parsed|around it|else/],
    ['has one number more', 'x * x, 1', /something else/],
  ])('%s', (__, edit, reason) => expect(problem(edit)).toMatch(reason));
  test('changes a comment into code', () => {
    const noted = readSource(`${before}/** a */\nlet b = 2;\n${before}`, 'javascript');
    const [from, to] = [before.length + 4, before.length + 5];
    const words = (edit: string): string | null =>
      editProblem(noted, { from, to, text: edit }, { kind: 'words' });
    expect(words('b')).toBeNull();
    expect(words('*/ evil() /*')).not.toBeNull();
  });
});

const OPTIONS = { logBase: 'e', macros: {}, numbers: 'asWritten' } as const;

describe('fixes', () => {
  const fixOf = (text: string): string | null | undefined =>
    [...service.check({ uri: text, version: 1, text, languageId: 'typescript' }, OPTIONS)].find((c) => c)
      ?.expected;
  test('a helper that is no function of the table is not called as one', () =>
    expect(
      fixOf(
        'const decay = (t: number) => Math.exp(-2 * t);\nconst decayDerivative = (t: number) => decay(t);',
      ),
    ).toBe('-2 * Math.exp(-2 * t)'));
  test('a logistic function is called by its own name, and one of twice its argument is not', () => {
    const pair = (k: string): string =>
      `const act = (x: number) => 1 / (1 + Math.exp(-${k}x));\nconst actDerivative = (x: number) => act(x);`;
    expect(fixOf(pair(''))).toContain('act(');
    expect(fixOf(pair('2 * '))).not.toContain('act(');
  });
  test('keys are quoted in a body', () =>
    expect(
      fixOf(
        "function f(x: number, p: any) { return x * x * p['a-b']; }\nfunction fDerivative(x: number, p: any) { return x * p['a-b']; }",
      ),
    ).toBe("{ return 2 * p['a-b'] * x; }"));
});

describe('a test of a gradient', () => {
  const testOf = (text: string, module: string): string => {
    const document = { uri: text, version: 1, text, languageId: 'javascript' };
    const found = service.codeAt(document, text.indexOf('function ') + 9);
    const made =
      found && service.writeGradientTest(found, { runner: 'vitest', gradient: 'fGradient', module });
    return typeof made === 'string' ? made : (made?.message ?? '');
  };
  test('quotes the module', () =>
    expect(testOf('export function f(x) { return x * x; }', "./it's\n")).toContain("from './it\\'s\\n'"));
  test('has other names for what it takes where they are its own', () => {
    const text = testOf('export function test(h, value) { return h * h * value; }', './m');
    expect(text).toContain('import { test as test2, fGradient }');
    expect(text).toContain('const [h2, value2] of points');
  });
});
