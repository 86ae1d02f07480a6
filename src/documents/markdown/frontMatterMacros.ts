/**
 * Macros in YAML front matter, as sites that are made of Markdown keep them: under `macros:` by name, with or without
 * the backslash, and under `math:` with it. What they stand for is a text, or a list of a text and a number of
 * arguments.
 */
import type { PreamblePart } from '../segment.js';

/** A file that configures a site, by its name: YAML, or a script that holds the settings of MathJax or KaTeX. */
export const isConfiguration = (path: string): boolean => /\.(?:ya?ml|js|html)$/i.test(path);

/** The definitions that such a file gives: they stand there as in a front matter, in a script behind a brace. */
export const macrosOfConfiguration = (text: string): readonly PreamblePart[] => frontMatterMacros(text, 0);

/** The definitions that a front matter gives, each as TeX; `from` is its offset in the segment. */
export function frontMatterMacros(text: string, from: number): readonly PreamblePart[] {
  if (!/^[ \t]*(?:"|')?(?:macros|math)(?:"|')?:[ \t]*(?:\{[ \t]*)?\r?$/im.test(text)) return [];
  const found: PreamblePart[] = [];
  let block: { readonly indent: number; readonly bare: boolean } | null = null;
  let at = from;
  for (const line of text.split('\n')) {
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (block && line.trim() !== '' && indent <= block.indent) block = null;
    const opening = /^[ \t]*["']?(macros|Macros|math)["']?:[ \t]*(?:\{[ \t]*)?\r?$/.exec(line);
    if (opening) block = { indent, bare: opening[1] !== 'math' };
    else if (block) {
      const tex = definitionOf(line.trim(), block.bare);
      if (tex !== null) found.push({ from: at, to: at + line.length, tex });
    }
    at += line.length + 1;
  }
  return found;
}

const ENTRY = /^(?:"((?:[^"\\]|\\.)+)"|'((?:[^']|'')+)'|([^\s:"']+))\s*:\s*(\S.*)$/;

/** The line `"\\R": "\\mathbb{R}"` as \newcommand{\R}[0]{\mathbb{R}}; null where it says nothing of the kind. */
function definitionOf(line: string, bare: boolean): string | null {
  const entry = ENTRY.exec(line);
  if (!entry) return null;
  const [, double, single, plain, value = ''] = entry;
  const key = double === undefined ? (single?.replaceAll("''", "'") ?? plain ?? '') : unescaped(double);
  const name = bare && /^[a-zA-Z]+$/.test(key) ? `\\${key}` : key;
  // In a script a comma goes on to the next.
  const said = value.replace(/,$/, '');
  const listed = said.endsWith(']') ? /^\[(.*?),\s*([0-9])\s*(?:,|\]$)/.exec(said) : null;
  const body = scalar(listed?.[1] ?? said);
  if (body === null || !/^\\(?:[a-zA-Z]+|[^a-zA-Z\s])$/.test(name)) return null;
  return `\\newcommand{${name}}[${listed?.[2] ?? String(parametersIn(body))}]{${body}}`;
}

/** A YAML scalar on one line. */
function scalar(written: string): string | null {
  const text = written.trim();
  const double = /^"((?:[^"\\]|\\.)*)"/.exec(text);
  if (double) return unescaped(double[1] ?? '');
  const single = /^'((?:[^']|'')*)'/.exec(text);
  if (single) return (single[1] ?? '').replaceAll("''", "'");
  return /^[[{|>&*!"']/.test(text) ? null : withoutComment(text);
}

function withoutComment(text: string): string {
  const comment = text.search(/\s#/);
  return comment < 0 ? text : text.slice(0, comment).trimEnd();
}

/** Of YAML's escapes those that TeX has a use for; a backslash before anything else is kept, as people leave it bare. */
const unescaped = (text: string): string => text.replace(/\\(["\\/])/g, '$1');

function parametersIn(body: string): number {
  let n = 0;
  while (n < 9 && body.includes(`#${String(n + 1)}`)) n++;
  return n;
}
