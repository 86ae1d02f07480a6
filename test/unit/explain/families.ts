/** The exercises of the golden derivations, by family: one file each in test/derivations. */

export const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  'powers and sums': ['3x^3 - 2x^2 + 5x - 4', '\\frac{1}{x^2}', '\\sqrt{x} + \\sqrt[3]{x}', '7', 'x^n'],
  'products and quotients': [
    'x^2 \\sin x',
    'e^x \\ln x',
    '\\frac{x}{x^2 + 1}',
    '\\frac{\\sin x}{x}',
    '\\frac{1}{1 + e^x}',
    'x e^x \\cos x',
  ],
  'chain rule': [
    'e^{-x}',
    '\\sin(x^2)',
    '(3x + 1)^5',
    '\\ln(\\cos x)',
    '\\sqrt{x^2 + 1}',
    'e^{\\sin(x^2)}',
    'e^{-\\frac{x^2}{2}}',
  ],
  'exponentials and logarithms': ['a^x', '\\log_2 x', 'x^x', '\\ln|x|'],
  'functions of the table': ['\\tan x', '\\arctan x', '\\tanh x', '\\sigma(x)', '\\operatorname{erf}(x)'],
  'pieces and kinks': [
    '|x|',
    '\\max(0, x)',
    '\\begin{cases} x^2 & \\text{if } x < 0 \\\\ x & \\text{if } x \\geq 0 \\end{cases}',
  ],
  'abstract rules': ["(fg)'", "\\left(\\frac{u}{v}\\right)'", "(f \\pm g)'", 'f(g(x))', 'e^{f(x)}', "(c f)'"],
  'higher orders and points': [
    "(x^2 e^x)''",
    '\\frac{\\partial^2}{\\partial x \\partial y} (x^2 y^3)',
    '\\left.\\frac{d}{dx} x^3\\right|_{x=2}',
    '\\int_0^x e^{-t^2} \\, dt',
  ],
  'implicit functions': ['x^2 + y^2 = 25', '\\ln y = x \\ln x'],
};
