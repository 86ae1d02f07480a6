/** The comment in which a note keeps how it wants to be read. Knows nothing of VS Code. */
import type { TextEdit } from './fixEdits.js';

/** The edit that makes a note say `name = value`: in the comment that it has, else in a new one near its beginning. */
export function noteCommentEdit(text: string, languageId: string, name: string, value: string): TextEdit {
  const isTex = languageId === 'latex' || languageId === 'tex';
  const known = isTex ? TEX_COMMENT.exec(text) : COMMENT.exec(text);
  const pair = `${name} = ${value}`;
  if (known) {
    const words = known[2] ?? '';
    const said = words.trim();
    const from = known.index + (known[1]?.length ?? 0) + words.indexOf(said);
    return { from, to: from + said.length, text: withPair(said, name, pair) };
  }
  const at = isTex ? 0 : frontMatterEnd(text);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const comment = isTex ? `% leibniz: ${pair}` : `<!-- leibniz: ${pair} -->`;
  // A blank line after it keeps the comment apart from a paragraph.
  return { from: at, to: at, text: comment + (isTex ? newline : newline + newline) };
}

const COMMENT = /(<!--[ \t]*leibniz:)([^\n>]{0,200}?)-->/;
const TEX_COMMENT = /^([ \t]*%[ \t]*leibniz:[ \t]*)([^\r\n]{0,200})/m;

/** What the comment says with the pair in it, in place of what it said of that name. */
function withPair(said: string, name: string, pair: string): string {
  const others = said.split(/[,;]/).map((part) => part.trim());
  const kept = others.filter((part) => part !== '' && part.split('=')[0]?.trim() !== name);
  return [...kept, pair].join(', ');
}

/** The offset after the front matter that the text begins with, 0 where it has none. */
function frontMatterEnd(text: string): number {
  const matter = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n[^]*?\r?\n\1[ \t]*(\r?\n|$)/.exec(text);
  return matter?.[0].length ?? 0;
}
