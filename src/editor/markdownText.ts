/** Text for a Markdown string: nothing in it is read as Markdown, HTML or an icon. */

import { visible } from '../files/visible.js';

/** Every ASCII punctuation mark is escaped, and line ends become spaces. */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[!"#$%'()*+,\-./:=?@[\\\]^_`{|}~]/g, '\\$&');
}

/** Text for an image's label, which VS Code puts into HTML as it stands: references there, no backslashes. */
function escapeLabel(text: string): string {
  const line = text.replace(/[\r\n\t]+/g, ' ');
  return line.replace(/[!"#$%&'()*+\-./:;<=>?@[\\\]^_`{|}~]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** A picture as a Markdown image: an SVG in a data: address, with its size in CSS pixels. */
export function markdownImage(alt: string, picture: SizedSvg): string {
  const size = `width=${Math.ceil(picture.width)},height=${Math.ceil(picture.height)}`;
  return `![${escapeLabel(alt)}](data:image/svg+xml;base64,${base64(picture.svg)}|${size})`;
}

/** An SVG document and its size in CSS pixels. */
export interface SizedSvg {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Base64 of an XML text: what is outside ASCII goes as character references. */
function base64(xml: string): string {
  return btoa(xml.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0) ?? 0xfffd};`));
}
