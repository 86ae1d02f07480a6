/** Why there is no layout of a formula: it is not TeX that KaTeX knows, or cannot be drawn, or is too much. */
export class LayoutError extends Error {
  constructor(
    readonly code: 'syntax' | 'unsupported' | 'limit',
    message: string,
  ) {
    super(message);
  }
}
