/** The notations that expressions are read from and printed in. */
import { printLatex } from './latex/print.js';
import { parsePlain } from './plain/parse.js';
import { printPlain } from './plain/print.js';
import type { Notation } from './notation.js';

export const PLAIN: Notation = { name: 'plain', parse: parsePlain, print: (e) => printPlain(e) };

export { printLatex, parsePlain, printPlain };
