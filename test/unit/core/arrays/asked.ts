/** Questions about vectors and matrices for tests: small letters are vectors, capitals matrices, Greek letters and n numbers. */
import { NO_ARRAYS, type Rank } from '../../../../src/core/arrays/arrays.js';
import type { Clash } from '../../../../src/core/arrays/clash.js';
import { typingOf } from '../../../../src/core/arrays/derive.js';
import type { Question } from '../../../../src/core/derivation.js';
import { num, type Expr } from '../../../../src/core/expr.js';
import { LATEX } from '../../../../src/notation/index.js';

const ranks = new Map<string, Rank>([
  ...'a b u v w x y z r'.split(' ').map((l) => [l, 1] as const),
  ...'A B C M S W X Y Z'.split(' ').map((l) => [l, 2] as const),
]);

export function read(tex: string): Expr {
  const { statements, problems } = LATEX.parse(tex);
  const [only] = statements;
  if (!only || problems.length > 0)
    throw new Error(`cannot read ${tex}: ${problems.map((p) => p.message).join()}`);
  return only.expr;
}

/** The question, or what clashes in it. */
export function asked(
  tex: string,
  by: string,
  order = 1,
  symmetric: readonly string[] = [],
): Question | Clash {
  const question: Question = {
    body: read(tex),
    target: read(by),
    order: num(order),
    partial: true,
    definitions: new Map(),
    dependent: new Set(),
    arrays: {
      ...NO_ARRAYS,
      ranks,
      symmetric: new Set(symmetric),
      route: 'differentials',
      constants: new Map([['I', 'identity']]),
    },
  };
  const typing = typingOf(question, false);
  const typed = typing.typed(question.body);
  if (typed) return { ...question, body: typed.e };
  if (!typing.clash) throw new Error(`no shape and no clash: ${tex}`);
  return typing.clash;
}
