import { describe, expect, test } from 'vitest';
import { commandLink, parseTarget, type Target } from '../../../src/editor/target.js';

const TARGET: Target = { uri: 'file:///a%20(b).md', version: 3, from: 5, to: 9 };

describe('parseTarget', () => {
  test('takes what a link carries', () => {
    const [, query = ''] = commandLink('leibniz.showDerivation', TARGET).split('?');
    const [argument] = JSON.parse(decodeURIComponent(query)) as readonly unknown[];
    expect(parseTarget(argument)).toEqual(TARGET);
  });
  test.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['a string', 'file:///a.md'],
    ['no offsets', { uri: 'a:b', version: 1 }],
    ['a negative offset', { ...TARGET, from: -1 }],
    ['a fraction', { ...TARGET, from: 0.5 }],
    ['an end before its beginning', { ...TARGET, from: 10 }],
    ['a number for an address', { ...TARGET, uri: 7 }],
    ['an endless address', { ...TARGET, uri: 'x'.repeat(10_001) }],
    ['what the editor’s menu passes', { scheme: 'file', path: '/a.md' }],
  ])('refuses %s', (_, value) => expect(parseTarget(value)).toBeNull());
  test.each<readonly [string, Target]>([
    ['the longest address', { ...TARGET, uri: 'x'.repeat(10_000) }],
    ['a cursor at the beginning', { ...TARGET, version: 0, from: 0, to: 0 }],
  ])('takes %s', (_, target) => expect(parseTarget(target)).toEqual(target));
  test('drops what does not belong', () => {
    expect(parseTarget({ ...TARGET, command: 'rm' })).toEqual(TARGET);
  });
});

test('a link cannot end early: no bracket, quote or space in it', () => {
  const uri = 'untitled:a) [b](command:evil) "c\' <d>\n';
  expect(commandLink('leibniz.copyDerivative', { ...TARGET, uri })).not.toMatch(/[\s()[\]<>"']/);
});
