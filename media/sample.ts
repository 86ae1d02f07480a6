/** The logistic function, $\sigma(x) = \frac{1}{1 + e^{-x}}$. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

export function sigmoidDerivative(x: number): number {
  return sigmoid(x) * (1 + sigmoid(x));
}

/** A bell of height 1 and width w. */
export const bump = (x: number, w = 1): number => Math.exp(-((x / w) ** 2));
