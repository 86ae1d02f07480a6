/** Whether ∇² is the Hessian matrix or the Laplacian, which one sign stands for: what the words near it say. */
import type { FormulaIndex } from '../documents/formula.js';

/** Characters before and after a sign that speak of it, about a page: what is further off has another subject. */
const NEAR = 2_500;

export type NablaSquared = 'hessian' | 'laplacian';

/** What ∇² is in the section round a file offset, as far as it is near; null where its words say neither, or both. */
export function nablaSquaredAt({ text, headings }: FormulaIndex, offset: number): NablaSquared | null {
  const at = Math.min(offset, text.length);
  const heading = headings.filter((h) => h.from <= at).at(-1);
  const next = headings.find((h) => h.from > at);
  const words = text.slice(
    Math.max(heading?.from ?? 0, at - NEAR),
    Math.min(next?.from ?? text.length, at + NEAR),
  );
  const [hessian, laplacian] = [/\bhessian/i.test(words), /\blaplac/i.test(words)];
  return hessian === laplacian ? null : hessian ? 'hessian' : 'laplacian';
}
