/** The logistic function, $\sigma(x) = \frac{1}{1 + e^{-x}}$. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

export function sigmoidDerivative(x: number): number {
  return sigmoid(x) * (1 + sigmoid(x));
}

export function ripple(x: number): number {
  return x * Math.sin(x);
}
