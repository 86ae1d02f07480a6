/** Notes and questions in short form, for tests of what formulas mean. */
import { plainName } from '../../../src/core/expr.js';
import { indexDocument, MARKDOWN } from '../../../src/documents/index.js';
import { plainText } from '../../../src/explain/index.js';
import {
  plainNameWanted,
  questionOf,
  variableName,
  type Asked,
  type NotAsked,
} from '../../../src/meaning/index.js';
import { isOfName } from '../../../src/meaning/definitions.js';
import { parse } from '../../../src/notation/latex/parse.js';
import { READER } from '../../../src/service/reader.js';
import { Note } from '../../../src/meaning/note.js';

export const noteOf = (text: string): Note =>
  new Note(indexDocument(MARKDOWN, text), { logBase: 'e', macros: {} }, READER);

/** The question of a formula at the end of a note. */
export function ask(tex: string, about: { note?: string; variable?: string } = {}): Asked | NotAsked {
  const note = noteOf(about.note ?? '');
  const [statement] = parse(tex, note.contextAt(Infinity)).statements;
  if (!statement) throw new Error(`${tex} cannot be read`);
  return questionOf(statement.expr, {
    ...note.situationAt(Infinity),
    variable: about.variable === undefined ? null : plainNameWanted(about.variable),
    order: null,
    primed: new Set(),
  });
}

/** "body by variable", with the order where it is not 1, or the refusal's code. */
export function inShort(asked: Asked | NotAsked): string {
  if (!asked.ok) return asked.code;
  const { body, order } = asked.question;
  const times = order.kind === 'num' && order.value.isOne ? '' : ` ${plainText(order)} times`;
  const point = asked.point ? ` at ${plainText(asked.point.at)}` : '';
  return `${plainText(body)} by ${variableName(asked.variable)}${times}${point}`;
}

/** Definitions of a note as "name(params) = value @line". */
export const definitionsOf = (text: string): string[] =>
  noteOf(text)
    .definitions.all.filter(isOfName)
    .map((d) => {
      const params = d.params.length > 0 ? `(${d.params.map(plainName).join(',')})` : '';
      return `${plainName(d.name)}${params} = ${plainText(d.value)} @${String(d.line)}`;
    });
