import { describe, expect, test } from 'vitest';
import { AwaitedArguments } from '../../../../src/notation/latex/macros/arguments.js';

/** What is read of a text, a word at a time, and whether an argument is awaited after each: `\frac` 1, `{` 0, … */
function waiting(tex: string): string {
  const awaited = new AwaitedArguments();
  return tex
    .split(' ')
    .map((text) => {
      awaited.pass(kindOf(text), text);
      return `${text}${awaited.any ? '…' : ''}`;
    })
    .join(' ');
}
function kindOf(text: string): Parameters<AwaitedArguments['pass']>[0] {
  if (text === '{') return 'open';
  if (text === '}') return 'close';
  if (text === '~') return 'space';
  return text.startsWith('\\') ? 'command' : 'character';
}

describe('an argument is awaited', () => {
  test.each([
    ['after a command of two, until both have come', '\\frac… 1… 2 x'],
    ['in braces, and once more behind them', '\\frac… { 1 }… { 2 } x'],
    ['of the inner one, and then of the outer', '\\frac… { \\sqrt… 1 }… \\sqrt… 2 x'],
    ['of the outer one behind the inner one in braces', '\\frac… { \\frac… { a }… { b } }… c x'],
    ['whatever white space stands between', '\\sqrt… ~… 2 x'],
    ['though an index stands in brackets', '\\sqrt… [ 3 ]… 2 x'],
    ['by no other command', '\\alpha x'],
    ['by nothing that was closed too often', '} } x'],
  ])('%s: %s', (_, marked) => {
    expect(waiting(marked.replaceAll('…', ''))).toBe(marked);
  });
});
