/** A request of the command line, checked field by field: it can be anything. */
import { LANGUAGES } from '../languages.js';
import { NOTATIONS as FORMULAS } from '../notation/index.js';
import type { Level } from '../protocol.js';
import type { Value } from '../core/index.js';
import type { ErrorCode } from '../service/service.js';
import type { Route } from '../answer/otherRoute.js';
import type { NamedValues } from '../answer/values.js';

export interface HeadlessRequest {
  readonly ok: true;
  /** One of formulas, or a programming language by the name of its row. */
  readonly notation: string;
  readonly text: string;
  readonly variable: string | null;
  readonly order: number | string | null;
  readonly note: string | null;
  /** The 1-based line of the note on which the question stands. */
  readonly line: number | null;
  /** Of code: a UTF-16 offset, or a selection, that says what is meant. */
  readonly offset: number | null;
  readonly range: readonly [number, number] | null;
  readonly at: readonly NamedValues[];
  /** The form of an answer with vectors and matrices; null for that in which the question is written. */
  readonly as: Route | null;
  /** How many entries names have in each direction, by plain name. */
  readonly shapes: ReadonlyMap<string, readonly number[]>;
  /** How much is told; null for every step, each saying its own level. */
  readonly level: Level | null;
}
export interface BadRequest {
  readonly ok: false;
  readonly error: { readonly code: ErrorCode; readonly message: string };
}

const NOTATIONS: readonly string[] = [...FORMULAS, ...LANGUAGES].map(({ name }) => name);

export function parseRequest(input: unknown): HeadlessRequest | BadRequest {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return bad('The request is no JSON object.');
  const r = input as Readonly<Record<string, unknown>>;
  const text: unknown = r['text'];
  if (typeof text !== 'string') return bad('The request has no "text".');
  const notation = NOTATIONS.find((n) => n === (r['notation'] ?? likelyNotation(text)));
  if (!notation) return bad(`The notation is one of ${NOTATIONS.join(', ')}.`);
  const variable = optional(r['variable'], isName);
  if (variable === WRONG) return bad('"variable" is a name.');
  const order = orderIn(r['order']);
  if (order === WRONG) return bad('"order" is a whole number or a name.');
  const note = optional(r['note'], isText);
  const line = optional(r['line'], isLine);
  if (note === WRONG || line === WRONG)
    return bad('"note" is a text, and "line" a line of it, counted from 1.');
  const offset = optional(r['offset'], isOffset);
  const range = optional(r['range'], isRange);
  if (offset === WRONG || range === WRONG)
    return bad('"offset" is a place in the text, and "range" two of them.');
  const at = optional(r['at'], isPoints);
  if (at === WRONG) return bad('"at" is a list of points such as {"x": 1.5}.');
  const as = optional(r['as'], isRoute);
  if (as === WRONG) return bad('"as" is "components" or "matrix".');
  const shapes = optional(r['shapes'], isShapes);
  if (shapes === WRONG) return bad('"shapes" gives lists of lengths by name, such as {"x": [3]}.');
  const level = optional(r['level'], isLevel);
  if (level === WRONG) return bad('"level" is 1, 2 or 3.');
  return {
    ok: true,
    notation,
    text,
    variable: variable?.trim() ?? null,
    order,
    note,
    line,
    offset,
    range,
    at: at ?? [],
    as,
    shapes: new Map(Object.entries(shapes ?? {})),
    level,
  };
}

/** LaTeX where something in the text is LaTeX's alone; plain notation otherwise. */
export const likelyNotation = (text: string): 'latex' | 'plain' =>
  /[\\{}$'′]/.test(text) ? 'latex' : 'plain';

const bad = (message: string): BadRequest => ({ ok: false, error: { code: 'syntax', message } });

const WRONG = Symbol('wrong');
function optional<T>(value: unknown, is: (v: unknown) => v is T): T | null | typeof WRONG {
  if (value === undefined || value === null) return null;
  return is(value) ? value : WRONG;
}
const isRoute = (v: unknown): v is Route => v === 'components' || v === 'matrix';
const isLevel = (v: unknown): v is Level => v === 1 || v === 2 || v === 3;
const isText = (v: unknown): v is string => typeof v === 'string';
const isName = (v: unknown): v is string => typeof v === 'string' && v.trim() !== '';
const isLine = (v: unknown): v is number => typeof v === 'number' && Number.isInteger(v) && v >= 1;
const isOffset = (v: unknown): v is number => typeof v === 'number' && Number.isInteger(v) && v >= 0;
const isRange = (v: unknown): v is readonly [number, number] =>
  Array.isArray(v) && v.length === 2 && v.every(isOffset);
const isPoints = (v: unknown): v is readonly NamedValues[] => Array.isArray(v) && v.every(isPoint);
const isShapes = (v: unknown): v is Readonly<Record<string, readonly number[]>> =>
  typeof v === 'object' && v !== null && !Array.isArray(v) && Object.values(v).every(isShape);
const isShape = (v: unknown): boolean =>
  Array.isArray(v) && v.length <= 2 && v.every((n) => typeof n === 'number' && Number.isInteger(n) && n >= 1);
const isPoint = (v: unknown): v is NamedValues =>
  typeof v === 'object' && v !== null && !Array.isArray(v) && Object.values(v).every((x) => isValue(x, 0));
const isValue = (v: unknown, depth: number): v is Value =>
  typeof v === 'number' || (depth < 8 && Array.isArray(v) && v.every((x) => isValue(x, depth + 1)));

function orderIn(value: unknown): number | string | null | typeof WRONG {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? value : WRONG;
  if (typeof value !== 'string' || value.trim() === '') return WRONG;
  return /^\d{1,6}$/.test(value.trim()) ? Number(value) : value.trim();
}
