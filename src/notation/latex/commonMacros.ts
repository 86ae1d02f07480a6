/** Commands that notes and papers use and KaTeX does not define: derivative commands, function names, cross references. */

interface MacroToken {
  readonly text: string;
}
/** The part of KaTeX's macro expander that the functions here use. */
interface Expander {
  future(): MacroToken;
  popToken(): MacroToken;
  consumeSpaces(): void;
  consumeArg(delimiters?: readonly string[]): { readonly tokens: readonly MacroToken[] };
}
/** Tokens of an expansion stand in reverse order. */
export type MacroFunction = (expander: Expander) => { tokens: MacroToken[]; numArgs: number };

const NAMES = [
  'sech', 'csch', 'arcsec', 'arccsc', 'arccot', 'arcsinh', 'arccosh', 'arctanh', 'arccoth', 'arcsech', 'arccsch',
  'arsinh', 'arcosh', 'artanh', 'arcoth', 'arsech', 'arcsch', 'asinh', 'acosh', 'atanh', 'asin', 'acos', 'atan',
  'erf', 'erfc', 'sgn', 'sign', 'sinc', 'relu', 'ReLU', 'sigmoid', 'softmax', 'softplus', 'gelu', 'GELU',
  'tr', 'Tr', 'trace', 'diag', 'rank', 'logit', 'clamp', 'round',
]; // prettier-ignore

export const COMMON_MACROS: Readonly<Record<string, string | MacroFunction>> = {
  ...Object.fromEntries(NAMES.map((n) => ['\\' + n, `\\operatorname{${n}}`])),
  '\\label': dropArgument,
  '\\eqref': dropArgument,
  '\\ref': dropArgument,
  '\\qty': '',
  '\\mbox': '\\text{#1}',
  '\\abs': (x) => fenced(x, '|'),
  '\\norm': (x) => fenced(x, '\\|'),
  '\\dd': differential,
  '\\dif': '\\mathrm{d}',
  '\\diff': '\\mathrm{d}',
  '\\dv': (x) => derivative(x, 'd'),
  '\\odv': (x) => derivative(x, 'd'),
  '\\pdv': (x) => derivative(x, '\\partial'),
  '\\ddx': '\\frac{d}{dx}',
  '\\ddt': '\\frac{d}{dt}',
  '\\grad': '\\nabla ',
  '\\gradient': '\\nabla ',
  '\\laplacian': '\\nabla^2 ',
  '\\pqty': '\\left(#1\\right)',
  '\\bqty': '\\left[#1\\right]',
  '\\eval': '\\left.#1\\right|',
  '\\vb': (x) => starless(x, '\\mathbf'),
  '\\va': (x) => starless(x, '\\vec'),
  '\\vu': (x) => starless(x, '\\hat'),
  '\\mathds': '\\mathbb{#1}',
  '\\ensuremath': '#1',
  '\\xspace': '',
  // Where the mark of a proof's end is set, and words between aligned lines.
  '\\qedhere': '',
  '\\lefteqn': '#1',
  '\\intertext': '\\quad\\text{#1}\\quad ',
  '\\shortintertext': '\\quad\\text{#1}\\quad ',
  '\\require': dropArgument,
  '\\vspace': dropArgument,
  '\\pause': '',
  '\\onslide': dropSlides,
  '\\only': dropSlides,
  '\\uncover': dropSlides,
  '\\ds': '\\displaystyle ',
  // The blank of an exercise, with its answer.
  '\\answer': (x) => {
    optional(x);
    return { tokens: argument(x).reverse(), numArgs: 0 };
  },
};

function dropArgument(x: Expander): { tokens: MacroToken[]; numArgs: number } {
  x.consumeArg();
  return { tokens: [], numArgs: 0 };
}

/** The numbers of slides in \onslide<2->{…}. */
function dropSlides(x: Expander): { tokens: MacroToken[]; numArgs: number } {
  x.consumeSpaces();
  if (x.future().text === '<') {
    x.popToken();
    x.consumeArg(['>']);
  }
  return { tokens: [], numArgs: 0 };
}

const dropStar = (x: Expander): void => {
  if (x.future().text === '*') x.popToken();
};

/** \abs{x}, \abs*{x} and \abs[\big]{x}. */
function fenced(x: Expander, bar: string): { tokens: MacroToken[]; numArgs: number } {
  dropStar(x);
  optional(x);
  const tokens = [t('\\left'), t(bar), ...argument(x), t('\\right'), t(bar)];
  return { tokens: tokens.reverse(), numArgs: 0 };
}

function starless(x: Expander, command: string): { tokens: MacroToken[]; numArgs: number } {
  dropStar(x);
  return { tokens: [t(command)], numArgs: 0 };
}

/** \dd{x}, \dd x, \dd[2]{x}. */
function differential(x: Expander): { tokens: MacroToken[]; numArgs: number } {
  const order = optional(x);
  const script = order.length > 0 ? [t('^'), t('{'), ...order, t('}')] : [];
  const tokens = [t('\\mathrm'), t('{'), t('d'), t('}'), ...script];
  return { tokens: tokens.reverse(), numArgs: 0 };
}

// \dv{x}, \dv{f}{x}, \dv[n]{f}{x}; \pdv{f}{x}{y} is the mixed derivative.
function derivative(x: Expander, d: string): { tokens: MacroToken[]; numArgs: number } {
  dropStar(x);
  const order = optional(x);
  const first = argument(x);
  const rest: MacroToken[][] = [];
  while (rest.length < (d === 'd' ? 1 : 2) && braceFollows(x)) rest.push(argument(x));
  const body = rest.length === 0 ? [] : first;
  const targets = (rest.length === 0 ? [first] : rest).flatMap(byCommas);
  const power = order.length > 0 ? order : targets.length > 1 ? [{ text: String(targets.length) }] : [];
  const script = power.length > 0 ? [t('^'), t('{'), ...power, t('}')] : [];
  const below = targets.flatMap((target) => [
    t(d),
    t('{'),
    ...target,
    t('}'),
    ...(targets.length > 1 ? [] : script),
  ]);
  const tokens = [t('\\frac'), t('{'), t(d), ...script, ...body, t('}'), t('{'), ...below, t('}')];
  return { tokens: tokens.reverse(), numArgs: 0 };
}

/** \pdv{f}{x,y} is the mixed derivative, too. */
function byCommas(tokens: MacroToken[]): MacroToken[][] {
  const parts: MacroToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (/^[{(]$/.test(token.text)) depth++;
    if (/^[)}]$/.test(token.text)) depth--;
    if (token.text === ',' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

const t = (text: string): MacroToken => ({ text });
const argument = (x: Expander): MacroToken[] => [...x.consumeArg().tokens].reverse();

function optional(x: Expander): MacroToken[] {
  x.consumeSpaces();
  if (x.future().text !== '[') return [];
  x.popToken();
  return [...x.consumeArg([']']).tokens].reverse();
}
function braceFollows(x: Expander): boolean {
  x.consumeSpaces();
  return x.future().text === '{';
}
