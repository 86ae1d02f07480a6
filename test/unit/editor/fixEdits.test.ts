import { describe, expect, test } from 'vitest';
import { ignoreEdit, replacementEdit, type TextEdit } from '../../../src/editor/fixEdits.js';
import type { CheckedClaim } from '../../../src/service/service.js';
import { claimed } from './checks.js';

const applied = (text: string, edit: TextEdit): string =>
  text.slice(0, edit.from) + edit.text + text.slice(edit.to);

function replaced(input: string, traits: Partial<CheckedClaim> = {}, inTable = false): string | null {
  const { text, claim } = claimed(input, traits);
  const edit = replacementEdit(claim, text, inTable);
  return edit && applied(text, edit);
}

describe('the right result takes the place of the wrong side', () => {
  test.each([
    ['inline', "so $(x^2)' = «x»$.", "so $(x^2)' = 2x$."],
    ['with spaces round it', "$(x^2)' =« x »$", "$(x^2)' = 2x $"],
    ['in a chain', "$(x^2)' = «x» = x$", "$(x^2)' = 2x = x$"],
    ['after an alignment mark', "$$\n(x^2)' =«& x »\\\\\n$$", "$$\n(x^2)' =& 2x \\\\\n$$"],
    ['before a delimiter in a quote', "> $$\n> (x^2)' = «x\n> »$$", "> $$\n> (x^2)' = 2x\n> $$"],
    ['over lines of a quote', "> $$\n> (x^2)' = «x\n> + 1»\n> $$", "> $$\n> (x^2)' = 2x\n> $$"],
    ['with Windows line ends', "$$\r\n(x^2)' = «x\r\n»$$", "$$\r\n(x^2)' = 2x\r\n$$"],
  ])('%s', (_, input, expected) => expect(replaced(input)).toBe(expected));
  test('bars are escaped in a table', () => {
    const traits = { expected: '|x| + \\|y\\|' };
    expect(replaced("| $(x^2)' = «x»$ | b |", traits, true)).toBe(
      "| $(x^2)' = \\|x\\| + \\Vert y\\Vert $ | b |",
    );
  });
  test('unless one of them is not known', () => {
    expect(replaced("$(x^2)' = x$")).toBeNull();
    expect(replaced("$(x^2)' = «x»$", { expected: null })).toBeNull();
  });
});

function ignored(input: string, languageId = 'markdown', inTable = false): string {
  const { text, claim } = claimed(input);
  return applied(text, ignoreEdit(claim, text, languageId, inTable));
}

describe('a claim is ignored by a comment', () => {
  const NEXT = '<!-- leibniz-ignore-next-line -->';
  test.each([
    ['on the first line', 'so $⟦a⟧$', `${NEXT}\nso $a$`],
    ['after a blank line', 'a\n\nso $⟦a⟧$', `a\n\n${NEXT}\nso $a$`],
    ['within a paragraph', 'one\nso $⟦a⟧$', `one ${NEXT}\nso $a$`],
    ['after a line with a hard break', 'one  \nso $⟦a⟧$', `one ${NEXT}  \nso $a$`],
    ['below a heading', '# one\nso $⟦a⟧$', `# one\n${NEXT}\nso $a$`],
    ['in a quote', 'a\n\n> so $⟦a⟧$', `a\n\n> ${NEXT}\n> so $a$`],
    ['in a quote’s paragraph', '> one\n> so $⟦a⟧$', `> one ${NEXT}\n> so $a$`],
    ['in a list', '- one\n- so $⟦a⟧$', `- one ${NEXT}\n- so $a$`],
    ['between items', '- one\n\n- so $⟦a⟧$', `- one ${NEXT}\n\n- so $a$`],
    ['in a display', 'one\n\n⟪$$\n⟦a⟧\n$$', `one\n\n${NEXT}\n$$\na\n$$`],
    ['on a further line of a display', '⟪$$\nx \\\\\n⟦a⟧\n$$', `${NEXT}\n$$\nx \\\\\na\n$$`],
    ['after another display', '$$\nx\n$$\n⟪$$\n⟦a⟧\n$$', `$$\nx\n$$\n${NEXT}\n$$\na\n$$`],
    ['in brackets', '⟪\\[\n⟦a⟧\n\\]', `${NEXT}\n\\[\na\n\\]`],
    ['after brackets', '\\[\nx\n\\]\nso $⟦a⟧$', `\\[\nx\n\\]\n${NEXT}\nso $a$`],
    ['in a fence', '⟪```math\nx\n⟦a⟧\n```', `${NEXT}\n\`\`\`math\nx\na\n\`\`\``],
    [
      'in an environment',
      'b\n\n⟪\\begin{align}\n⟦a⟧\n\\end{align}',
      `b\n\n${NEXT}\n\\begin{align}\na\n\\end{align}`,
    ],
    ['in a fence of a list', '- ⟪```math\n  ⟦a⟧\n  ```', `${NEXT}\n- \`\`\`math\n  a\n  \`\`\``],
    ['after a fence', '```\nx\n```\n\nso $⟦a⟧$', `\`\`\`\nx\n\`\`\`\n\n${NEXT}\nso $a$`],
    ['with Windows line ends', 'one\r\n\r\nso $⟦a⟧$', `one\r\n\r\n${NEXT}\r\nso $a$`],
  ])('%s', (_, input, expected) => expect(ignored(input)).toBe(expected));
  test.each([
    ['above a function', '  const ⟦fPrime⟧ = 1;', '  // leibniz-ignore-next-line\n  const fPrime = 1;'],
    ['in a doc comment', '/**\n * so $⟦a⟧$\n */', '/**\n * leibniz-ignore-next-line\n * so $a$\n */'],
    [
      'in a display of it',
      '/**\n * ⟪$$\n * ⟦a⟧\n * $$ */',
      '/**\n * leibniz-ignore-next-line\n * $$\n * a\n * $$ */',
    ],
    ['where it begins', '/** so $⟦a⟧$ */', '// leibniz-ignore-next-line\n/** so $a$ */'],
    ['with Windows line ends', 'a;\r\nconst ⟦f⟧ = 1;', 'a;\r\n// leibniz-ignore-next-line\r\nconst f = 1;'],
  ])('in code %s', (_, input, expected) => expect(ignored(input, 'typescript')).toBe(expected));
  test('in a table’s cell, which ends with its line', () => {
    const own = '<!-- leibniz-ignore-line -->';
    expect(ignored('| a |\n| - |\n| $⟦a⟧$ |\n', 'markdown', true)).toBe(`| a |\n| - |\n| $a$ ${own} |\n`);
    expect(ignored('| $⟦\\|a\\|⟧$ b | c |', 'markdown', true)).toBe(`| $\\|a\\|$ b ${own} | c |`);
  });
  test('in LaTeX', () => {
    expect(ignored('one\n  so $⟦a⟧$', 'latex')).toBe('one\n  % leibniz-ignore\n  so $a$');
  });
});
