/** Names of the fields in which a function of code gives a value and its derivatives back: small letters, no marks. */

export const namesValue = (field: string): boolean => VALUES.has(field);
export const namesGradient = (field: string): boolean => GRADIENTS.has(field);

const VALUES: ReadonlySet<string> = new Set([
  'value', 'val', 'f', 'fx', 'fval', 'loss', 'cost', 'result', 'output',
]); // prettier-ignore
const GRADIENTS: ReadonlySet<string> = new Set([
  'gradient', 'grad', 'gradients', 'grads', 'g', 'derivative', 'derivatives', 'deriv', 'partials', 'df', 'jacobian',
]); // prettier-ignore

/** Whether fields, by themselves, say that they are a value and its derivatives by parameters: { f, g } may be anything. */
export function namesBoth(fields: readonly string[], parameters: readonly string[]): boolean {
  const partials = new Set(parameters.map((p) => `d${p}`));
  const isDerivative = (field: string): boolean =>
    (namesGradient(field) && field !== 'g') || partials.has(field);
  return fields.some(namesValue) && fields.some(isDerivative);
}
