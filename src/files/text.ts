/** From the bytes of a file to its text, or why it has none. No Node, no VS Code. */

export type FileText = { readonly text: string } | { readonly reason: string };

/**
 * The text without its byte order mark: UTF-8, or UTF-16 with a mark or known by its zero bytes. Stray bytes in UTF-8,
 * a name in Latin-1 say, become U+FFFD, as editors show them: the formulas around them are read.
 */
export function textOfBytes(bytes: Uint8Array): FileText {
  const mark = MARKS.find((m) => m.bytes.every((b, i) => bytes[i] === b));
  const encoding = mark?.encoding ?? encodingByZeros(bytes);
  if (encoding === 'utf-32') return { reason: 'it is UTF-32, which is not read: save it as UTF-8' };
  if (encoding === null) return { reason: `it is no text: byte ${String(bytes.indexOf(0))} is zero` };
  try {
    // Of its own the decoder takes the mark away.
    const text = new TextDecoder(encoding, { fatal: encoding !== 'utf-8' }).decode(bytes);
    return text.includes('\0') ? { reason: 'it is no text: there are NUL characters in it' } : { text };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { reason: `it is no valid ${encoding.toUpperCase()}: save it as UTF-8` };
  }
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32';

/** The longer one first: that of UTF-32 begins like that of UTF-16. */
const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: Encoding }[] = [
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32' },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32' },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Bytes that are looked at for zeros. */
const LOOKED_AT = 4096;
/** In UTF-16 every second byte of a text with Latin letters and spaces is mostly zero, and the others never are. */
const MOSTLY = 0.4;

/** Null for what is no text. */
function encodingByZeros(bytes: Uint8Array): Encoding | null {
  const zeros: [even: number, odd: number] = [0, 0];
  const beginning = bytes.subarray(0, LOOKED_AT);
  beginning.forEach((b, i) => {
    if (b === 0) zeros[i % 2 === 0 ? 0 : 1]++;
  });
  const [even, odd] = zeros;
  const many = (beginning.length / 2) * MOSTLY;
  if (even === 0 && odd === 0) return 'utf-8';
  if (even === 0 && odd > many) return 'utf-16le';
  return odd === 0 && even > many ? 'utf-16be' : null;
}
