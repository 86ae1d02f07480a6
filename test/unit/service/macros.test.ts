import { describe, expect, test } from 'vitest';
import { Headless } from '../../../src/headless/headless.js';
import {
  createService,
  type Answer,
  type DocumentText,
  type Options,
  type ServiceRefusal,
} from '../../../src/service/index.js';
import { Documents } from '../../../src/service/documents.js';
import { check, verdicts } from '../judge/check.js';
import { showReading } from '../notation/latex/show.js';

const BUDGET = { nodes: 1000, shouldStop: () => false };
const options = (macros: Options['macros'] = {}): Options => ({ logBase: 'e', macros, numbers: 'asWritten' });
const document = (text: string, version = 1, languageId = 'markdown'): DocumentText => ({
  uri: 'file:///n',
  version,
  languageId,
  text,
});

/** The readings of a text's formulas, those that say nothing left out. */
function readings(text: string, macros?: Options['macros'], languageId?: string): readonly string[] {
  const note = new Documents().note(document(text, 1, languageId), options(macros));
  return note.index.formulas.map((f) => showReading(note.reading(f))).filter((r) => r !== '');
}

/** The answer where ‸ stands, or its refusal. */
function answerAt(marked: string, macros?: Options['macros']): Answer | ServiceRefusal {
  const service = createService();
  const found = service.at(document(marked.replace('‸', '')), marked.indexOf('‸'), options(macros));
  if (!found) throw new Error('nothing is found');
  return service.derive(found, {}, BUDGET);
}
const said = (a: Answer | ServiceRefusal): string => (a.ok ? `${a.question} = ${a.tex}` : a.message);

describe('macros in force', () => {
  test.each<[string, string, readonly string[]]>([
    ['from a display on', '$$\\newcommand{\\w}{x}$$\n\n$\\w^2$ and $\\w$', ['(^ x 2)', 'x']],
    ['from a formula in the text on', 'Let $\\def\\w{x}$ be; $\\w^2$', ['(^ x 2)']],
    ['from a plain line on', '\\newcommand{\\w}{x}\n\n$\\w^2$', ['(^ x 2)']],
    ['from a hidden element on', '<div hidden>\n\n$$\\def\\w{x}$$\n\n</div>\n\n$\\w^2$', ['(^ x 2)']],
    ['from front matter on', "---\nmath:\n  '\\w': 'x'\n---\n$\\w^2$", ['(^ x 2)']],
    ['after the rest of its own formula', '$\\def\\w{x} \\w^2$, $\\w$', ['(^ x 2)', 'x']],
    ['not before', '$\\w$ $\\def\\w{x}$ $\\w$', ['!unsupported', 'x']],
    ['a later one shadows it', '$\\def\\w{x}\\w$ $\\w$ $\\def\\w{y}$ $\\w$', ['x', 'x', 'y']],
    ['in its braces alone', '${\\def\\w{x}\\w}$ $\\w$', ['x', '!unsupported']],
    ['everywhere where it is global', '${\\gdef\\w{x}\\w}$ $\\w$', ['x', 'x']],
    ['by macros before it', '$\\def\\v{x}$\n\n\\let\\w\\v\n\n$\\def\\v{y}$ $\\w + \\v$', ['(+ x y)']],
    ['not out of comments', '<!-- $\\def\\w{x}$ -->\n\n$\\w$', ['!unsupported']],
    ['not out of code', '`$\\def\\w{x}$`\n\n```\n\\def\\w{x}\n```\n\n$\\w$', ['!unsupported']],
    ['a broken one leaves those before it', '$$\\def\\w{x}\\def\\v{$$\n\n$\\w^2$', ['!syntax', '(^ x 2)']],
    [
      'a relation out of a macro defines',
      '$\\def\\is{=}$ $p(t) \\is t^2$ and $p(x+1)$',
      ['(p(t) = (^ t 2))', 'p((+ x 1))'],
    ],
  ])('%s', (_, text, expected) => expect(readings(text)).toEqual(expected));

  test('those of the settings, which the note overrides', () => {
    const macros = { '\\w': 'x', '\\v': '#1^2' };
    expect(readings('$\\w + \\v{y}$ $\\def\\w{z}$ $\\w$', macros)).toEqual(['(+ x (^ y 2))', 'z']);
  });
  test('those of the cells before a cell, between settings and note', () => {
    const preamble = '$\\def\\w{x} \\def\\v{u}$\n\n\\newcommand{\\z}[1]{#1 + 1}';
    const given = { ...options({ '\\w': 'y', '\\k': '2' }), preamble };
    const note = new Documents().note(document('$\\def\\v{t}$ $\\w$ $\\v$ $\\z{\\k}$'), given);
    expect(note.index.formulas.map((f) => showReading(note.reading(f)))).toEqual(['', 'x', 't', '(+ 2 1)']);
  });
  test('in LaTeX files and in notebooks', () => {
    expect(readings('\\newcommand{\\w}{\\ensuremath{x}}\n\\begin{document}\n$\\w^2$', {}, 'latex')).toEqual([
      '(^ x 2)',
    ]);
  });
});

describe('answers', () => {
  test.each([
    ['$\\newcommand{\\x}{\\hat{x}}$ $\\x^2‸$', '\\frac{d}{d\\hat{x}}\\left[\\hat{x}^2\\right] = 2\\hat{x}'],
    ['$\\newcommand{\\sq}[1]{#1^2}$ $\\sq{x}‸ + 1$', '\\frac{d}{dx}\\left[x^2 + 1\\right] = 2x'],
    ['$\\newcommand{\\relu}{\\text{ReLU}}$ $\\frac{d}{dx} \\relu(x)^2‸$', null],
    ['$\\newcommand{\\loss}{L}$ $\\loss(y) = y^2$ and $\\frac{d\\loss}{dy‸}$', "L'(y) = 2y"],
    ['$\\def\\a{\\a}$ $x + \\a‸$', 'The macro \\a is defined by itself.'],
    [
      '$\\def\\a{x^3}$ $\\def\\a{x^2}$ $\\a‸ + x$ $\\def\\a{x^4}$',
      '\\frac{d}{dx}\\left[x^2 + x\\right] = 2x + 1',
    ],
  ])('%s', (marked, expected) => {
    const answer = answerAt(marked);
    if (expected === null) expect(answer.ok).toBe(true);
    else expect(said(answer)).toBe(expected);
  });
  test('that the note would read as something else are none', () => {
    const answer = answerAt('$\\renewcommand{\\cos}{\\sin}$ $\\sin x‸$');
    expect(answer.ok ? answer.tex : answer.code).toBe('contradiction');
  });
  test('a problem is placed in the document', () => {
    const text = '> $\\def\\bad{\\nope}$\n> and $x +\n> \\bad‸ + 1$';
    const answer = answerAt(text);
    expect(!answer.ok && answer.place && text.slice(answer.place.from, answer.place.to)).toBe('\\bad');
  });
  test('a selected part knows the macros before it', () => {
    const text = '$\\def\\w{x}$ $\\def\\v{2} \\v\\w^2 + \\w$ $\\def\\w{y}$';
    const service = createService();
    const from = text.indexOf('\\v\\w');
    const found = service.select(document(text), from, from + 6, options());
    if ('ok' in found) throw new Error(found.message);
    expect(said(service.derive(found, {}, BUDGET))).toBe('\\frac{d}{dx}\\left[2x^2\\right] = 4x');
  });
  test('to requests with a note', () => {
    const note = '$\\def\\w{x^2}$\n\n$\\w$\n\n$\\def\\w{x^3}$\n\n$\\w$\n';
    const answers = [3, 7].map((line) => {
      const reply = new Headless().reply({ notation: 'latex', text: '\\w', note, line }, BUDGET);
      return reply.ok ? reply.result.latex : reply.error.message;
    });
    expect(answers).toEqual(['2x', '3x^2']);
  });
});

describe('claims', () => {
  const dx = '\\newcommand{\\dx}[1]{\\frac{d}{dx}\\left[#1\\right]}\n\n';
  test.each([
    [`${dx}$\\dx{x^2} = 2x$`, ['true']],
    [`${dx}$\\dx{x^2} = 3x$`, ['false coefficient']],
    [`${dx}$$\\begin{aligned}\\dx{x^3} &= 3x^2 \\\\ &= 3 x x\\end{aligned}$$`, ['true', 'true']],
    [
      '$\\newcommand{\\pd}[2]{\\frac{\\partial #1}{\\partial #2}}$ $L = (y - t)^2$, $\\pd{L}{y} = 2(y - t)$',
      ['true'],
    ],
    ['$\\DeclareMathOperator{\\sg}{sigmoid}$ $\\dv{x} \\sg(x) = \\sg(x)(1 - \\sg(x))$', ['true']],
    ['$\\def\\all{\\frac{d}{dx} x^2 = 3x}$ $\\all$', ['false coefficient']],
  ])('%s', (text, expected) => {
    expect(verdicts(text).map((v) => v.replace(/^false .*/, 'false'))).toEqual(
      expected.map((v) => v.replace(/^false .*/, 'false')),
    );
  });
  test.each([
    ['$\\def\\r{3x}\\frac{d}{dx} x^2 = \\r$', '\\r'],
    ['$\\def\\dx{\\frac{d}{dx}} \\dx x^2 = 3x$', '3x'],
    ['$\\def\\is{= 3x}\\frac{d}{dx} x^2 \\is$', null],
    ['$\\def\\all{\\frac{d}{dx} x^2 = 3x}$ $\\all$', null],
    ['$\\def\\all{\\frac{d}{dx} x^2 =}$ $\\all 3x$', null],
  ])('a correction replaces the right side alone: %s', (text, expected) => {
    const [claim] = check(text);
    expect(claim?.verdict).toBe('false');
    const { right = null } = claim ?? {};
    expect(right && text.slice(right.column - 1, right.endColumn - 1)).toBe(expected);
  });
});

describe('a changed macro has those formulas read again that use it', () => {
  const text = [
    '$\\def\\a{x}$ and $\\def\\b{\\c y}$ and $\\def\\c{2}$',
    '$\\a^2$',
    '$\\b^2$',
    '$z^2$',
    '$\\c + \\a$',
  ].join('\n\n');
  /** For each formula of the later text whether its reading is the one of the text before. */
  function kept(
    after: string,
    settings: readonly [Options['macros'], Options['macros']] = [{}, {}],
  ): readonly boolean[] {
    const documents = new Documents();
    const first = documents.note(document(text), options(settings[0]));
    const before = new Set(first.index.formulas.map((f) => first.reading(f)));
    const second = documents.note(document(after, 2), options(settings[1]));
    return second.index.formulas.slice(3).map((f) => before.has(second.reading(f)));
  }
  test.each<[string, string, string, readonly boolean[]]>([
    ['nothing', '', '', [true, true, true, true]],
    ['one that is used', '{x}', '{u}', [false, true, true, false]],
    ['one that another macro uses', '\\c{2}', '\\c{3}', [true, false, true, false]],
    ['one that no formula uses', '$\\def\\a', '$\\def\\q{1}\\def\\a', [true, true, true, true]],
    ['one that is gone', '\\def\\c{2}', 'd', [true, false, true, false]],
    ['one defined again after them', '$\\c + \\a$', '$\\def\\a{v}$', [true, true]],
  ])('%s', (_, from, to, expected) => {
    const after = kept(text.replace(from, () => to));
    expect(after.slice(0, expected.length)).toEqual(expected);
  });
  test('a setting likewise', () => {
    expect(kept(text, [{ '\\z': 'z' }, { '\\z': 'y' }])).toEqual([true, true, true, true]);
  });
  test('a definition that moves past a formula changes it', () => {
    const documents = new Documents();
    const [one, two, uses] = ['$\\def\\a{x}$', '$\\def\\a{y}$', '$\\a$'];
    const read = (version: number, ...parts: string[]): string => {
      const note = documents.note(document(parts.join('\n\n'), version), options());
      return note.index.formulas.map((f) => showReading(note.reading(f))).join('');
    };
    expect(read(1, one, uses, two)).toBe('x');
    expect(read(2, one, two, uses)).toBe('y');
    expect(read(3, one, uses, two)).toBe('x');
    expect(read(4, uses, one, two)).toBe('!unsupported');
  });
});
