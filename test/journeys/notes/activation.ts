/** The logistic function, $\sigma(x) = \frac{1}{1 + e^{-x}}$. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

export function sigmoidDerivative(x: number): number {
  return sigmoid(x) * (1 + sigmoid(x));
}

export function loss(w: number, b: number): number {
  const r = 3 * w + b - 2;
  return r * r + 0.1 * w * w;
}
