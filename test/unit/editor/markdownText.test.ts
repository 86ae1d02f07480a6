import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown, markdownImage } from '../../../src/editor/markdownText.js';

const markdown = new MarkdownIt({ html: true, linkify: true });
// VS Code lets data: addresses of pictures through.
markdown.validateLink = () => true;
const shown = (text: string): string => markdown.renderInline(text);

describe('escapeMarkdown', () => {
  test.each([
    '*a* _b_ `c` ~~d~~',
    '<img src=x onerror=alert(1)>',
    '[a](command:evil)',
    '![a](http://b/c.png)',
    '$(zap) www.example.org a@b.c https://d.e/f',
    '# x\n- y\n1. z\n> w\n\n    code',
    '&lt;b&gt; &amp;',
    'a \\* b \\\\',
    '| a | b |\n| - | - |',
  ])('%j comes out as text', (text) => {
    const html = shown(escapeMarkdown(text));
    expect(html).not.toMatch(/<(?!br)/);
    expect(html).not.toContain('<a');
  });
  test('shows what was written, whatever it is', () => {
    const text = fc.string({ unit: 'grapheme-ascii', maxLength: 60 });
    const property = fc.property(text, (written) => {
      const html = markdown.render(`a${escapeMarkdown(written)}b`);
      const read = html.replace(/^<p>a|b<\/p>\n$/g, '').replace(/&(lt|gt|amp|quot);/g, unescaped);
      expect(read).toBe(written);
    });
    fc.assert(property, { seed: 17, numRuns: 500 });
  });
});

describe('markdownImage', () => {
  test('is one image, whatever the words are', () => {
    const image = markdownImage('a](x) "b" <c> \\', { svg: '<svg>√é𝑥</svg>', width: 10.2, height: 5 });
    const [src = ''] = /data:[^|]*/.exec(image) ?? [];
    expect(image).toContain('|width=11,height=5)');
    expect(atob(src.replace(/^.*,/, ''))).toBe('<svg>&#8730;&#233;&#119909;</svg>');
    expect(shown(image.replace(/\|width.*\)/, ')'))).toMatch(/^<img src="data:[^"]*" alt="[^"]*">$/);
  });
});

function unescaped(entity: string): string {
  return { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' }[entity] ?? entity;
}
