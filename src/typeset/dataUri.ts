/** SVG as a data: URI that can stand in a Markdown image, a link target or an attribute as it is. */

/** Base64 or percent-encoding, whichever is shorter. Holds no spaces, quotes, brackets, bars or #. */
export function toDataUri(svg: string): string {
  const [percent, base64] = [percentEncoded(svg), base64Encoded(svg)];
  return percent.length <= base64.length ? percent : base64;
}

/** What no URI, no Markdown and no attribute minds; everything else is written as %XX. */
const PLAIN = /[^A-Za-z0-9\-.,/:;=+~_]/gu;

function percentEncoded(svg: string): string {
  return 'data:image/svg+xml,' + svg.replace(PLAIN, encodeCharacter);
}

function encodeCharacter(char: string): string {
  const code = char.charCodeAt(0);
  // encodeURIComponent leaves a few ASCII characters alone, and throws at half of a surrogate pair.
  if (code < 0x80) return '%' + code.toString(16).toUpperCase().padStart(2, '0');
  return /[\ud800-\udfff]/.test(char) && char.length === 1 ? '%EF%BF%BD' : encodeURIComponent(char);
}

function base64Encoded(svg: string): string {
  const bytes = new TextEncoder().encode(svg);
  let binary = '';
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return 'data:image/svg+xml;base64,' + btoa(binary);
}
