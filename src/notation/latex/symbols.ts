/** What KaTeX's symbols mean: letters, operators, relations, delimiters. */
import type { Mark, RelationOp } from '../../core/index.js';
import type { SymbolPiece } from './piece.js';

const GREEK = [
  'alpha', 'beta', 'gamma', 'delta', 'epsilon', 'varepsilon', 'zeta', 'eta', 'theta', 'vartheta', 'iota', 'kappa',
  'varkappa', 'lambda', 'mu', 'nu', 'xi', 'omicron', 'pi', 'varpi', 'rho', 'varrho', 'sigma', 'varsigma', 'tau',
  'upsilon', 'phi', 'varphi', 'chi', 'psi', 'omega', 'Gamma', 'Delta', 'Theta', 'Lambda', 'Xi', 'Pi', 'Sigma',
  'Upsilon', 'Phi', 'Psi', 'Omega', 'varGamma', 'varDelta', 'varTheta', 'varLambda', 'varXi', 'varPi', 'varSigma',
  'varPhi', 'varPsi', 'varOmega', 'ell', 'hbar', 'imath', 'jmath', 'digamma', 'aleph',
]; // prettier-ignore

const UNICODE_LETTERS: Readonly<Record<string, string>> = {
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ϵ: 'epsilon', ε: 'varepsilon', ζ: 'zeta', η: 'eta', θ: 'theta',
  ϑ: 'vartheta', ι: 'iota', κ: 'kappa', λ: 'lambda', μ: 'mu', µ: 'mu', ν: 'nu', ξ: 'xi', ο: 'omicron', π: 'pi',
  ρ: 'rho', ϱ: 'varrho', σ: 'sigma', ς: 'varsigma', τ: 'tau', υ: 'upsilon', ϕ: 'phi', φ: 'varphi', χ: 'chi',
  ψ: 'psi', ω: 'omega', Γ: 'Gamma', Δ: 'Delta', Θ: 'Theta', Λ: 'Lambda', Ξ: 'Xi', Π: 'Pi', Σ: 'Sigma',
  Υ: 'Upsilon', Φ: 'Phi', Ψ: 'Psi', Ω: 'Omega', ℓ: 'ell', ℏ: 'hbar',
}; // prettier-ignore

const COMMAND_LETTERS = new Map(GREEK.map((name) => ['\\' + name, name]));

/** The plain name of a letter's symbol ('\\alpha' and 'α' are alpha), or null. */
export function letterName(text: string): string | null {
  if (/^[A-Za-z]$/.test(text)) return text;
  return (
    COMMAND_LETTERS.get(text) ??
    (Object.hasOwn(UNICODE_LETTERS, text) ? (UNICODE_LETTERS[text] ?? null) : null)
  );
}

export const ACCENT_MARKS: Readonly<Record<string, Mark>> = {
  '\\hat': 'hat', '\\widehat': 'hat', '\\^': 'hat', '\\bar': 'bar', '\\=': 'bar', '\\tilde': 'tilde',
  '\\widetilde': 'tilde', '\\~': 'tilde', '\\vec': 'vec', '\\overrightarrow': 'vec', '\\check': 'check',
  '\\widecheck': 'check', '\\v': 'check', '\\underline': 'underline', '\\utilde': 'underline',
}; // prettier-ignore

export const DOTS: Readonly<Record<string, number>> = { '\\dot': 1, '\\.': 1, '\\ddot': 2, '\\"': 2 };

export const FONT_MARKS: Readonly<Record<string, Mark | 'none'>> = {
  mathrm: 'roman', mathup: 'roman', textrm: 'roman', mathit: 'none', mathnormal: 'none', textit: 'none',
  mathbf: 'bold', boldsymbol: 'bold', textbf: 'bold', mathcal: 'calligraphic', mathscr: 'script', mathbb: 'blackboard',
  mathfrak: 'fraktur', mathsf: 'sans', textsf: 'sans', 'mathsf-it': 'sans', mathsfit: 'sans', mathtt: 'mono',
  texttt: 'mono', main: 'none',
}; // prettier-ignore

/** Relations by symbol; null where there is no meaning for it here. */
export const RELATIONS: Readonly<Record<string, RelationOp | null>> = {
  '=': '=', '\\equiv': '=', '≡': '=', '\\eqcirc': '=', '<': '<', '\\lt': '<', '>': '>', '\\gt': '>',
  '\\le': '<=', '\\leq': '<=', '\\leqslant': '<=', '\\leqq': '<=', '≤': '<=', '⩽': '<=',
  '\\ge': '>=', '\\geq': '>=', '\\geqslant': '>=', '\\geqq': '>=', '≥': '>=', '⩾': '>=',
  '≠': '!=', '\\neq': '!=', '\\ne': '!=', '≔': ':=', '\\coloneqq': ':=', '\\triangleq': ':=', '≜': ':=',
  '\\approx': '~', '≈': '~', '\\sim': '~', '∼': '~', '\\simeq': '~', '≃': '~', '\\cong': '~', '≅': '~',
  '\\approxeq': '~', '\\thickapprox': '~', '\\propto': '~', '∝': '~', '\\varpropto': '~', '\\asymp': '~',
  '\\doteq': '~', '\\thicksim': '~',
  '\\to': '->', '→': '->', '\\rightarrow': '->', '\\longrightarrow': '->', '\\mapsto': '->', '\\longmapsto': '->',
  '\\leadsto': '->', '\\rightsquigarrow': '->', '⟶': '->', '↦': '->',
  '\\in': 'in', '∈': 'in', '\\isin': 'in',
  '\\Rightarrow': 'implies', '\\Longrightarrow': 'implies', '⇒': 'implies', '⟹': 'implies', '\\therefore': 'implies',
  '∴': 'implies', '\\Leftrightarrow': 'iff', '\\Longleftrightarrow': 'iff', '⇔': 'iff', '⟺': 'iff',
}; // prettier-ignore

export const OPERATORS: Readonly<Record<string, '+' | '-' | '±' | '∓' | '·' | '×' | '*' | '/'>> = {
  '+': '+', '-': '-', '−': '-', '±': '±', '\\pm': '±', '\\plusmn': '±', '∓': '∓', '\\mp': '∓',
  '\\cdot': '·', '·': '·', '⋅': '·', '\\cdotp': '·', '\\sdot': '·', '\\times': '×', '×': '×',
  '*': '*', '\\ast': '*', '∗': '*', '/': '/', '\\div': '/', '÷': '/', '∕': '/', '\\slash': '/',
}; // prettier-ignore

export const LOGIC: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  '\\land': 'and', '\\wedge': 'and', '∧': 'and', '\\lor': 'or', '\\vee': 'or', '∨': 'or', '\\neg': 'not',
  '\\lnot': 'not', '¬': 'not',
}; // prettier-ignore

/** Quantifiers in words: what follows is a statement of its own. */
export const QUANTIFIERS: Readonly<Record<string, string>> = {
  '\\forall': 'for all', '∀': 'for all', '\\exists': 'there is', '∃': 'there is', '\\nexists': 'there is no', '∄': 'there is no',
}; // prettier-ignore

export const PLAIN_SYMBOLS: Readonly<Record<string, SymbolPiece['name']>> = {
  '\\partial': 'partial', '∂': 'partial', '\\nabla': 'nabla', '∇': 'nabla', '\\infty': 'infinity', '∞': 'infinity',
  '\\ldots': 'dots', '\\cdots': 'dots', '\\dots': 'dots', '\\dotsc': 'dots', '\\@cdots': 'dots', '…': 'dots', '⋯': 'dots',
  '\\vdots': 'dots', '\\ddots': 'dots', '⋮': 'dots', '?': 'question', '!': 'factorial',
}; // prettier-ignore

/** A one in bold or in blackboard style that is one character: the vector of ones, or an indicator. */
export const ONES: ReadonlyMap<string, Mark> = new Map([
  ['𝟏', 'bold'],
  ['𝟙', 'blackboard'],
]);

/** Fractions that are one character. */
export const RATIOS: Readonly<Record<string, readonly [number, number]>> = {
  '½': [1, 2], '⅓': [1, 3], '⅔': [2, 3], '¼': [1, 4], '¾': [3, 4], '⅕': [1, 5], '⅖': [2, 5], '⅗': [3, 5], '⅘': [4, 5],
  '⅙': [1, 6], '⅚': [5, 6], '⅐': [1, 7], '⅛': [1, 8], '⅜': [3, 8], '⅝': [5, 8], '⅞': [7, 8], '⅑': [1, 9], '⅒': [1, 10],
}; // prettier-ignore

/** The one spelling of each delimiter that the grammar knows. */
export const DELIMITERS: Readonly<Record<string, { text: string; side: 'open' | 'close' | 'either' }>> = {
  '(': { text: '(', side: 'open' },
  '\\lparen': { text: '(', side: 'open' },
  ')': { text: ')', side: 'close' },
  '\\rparen': { text: ')', side: 'close' },
  '[': { text: '[', side: 'open' },
  '\\lbrack': { text: '[', side: 'open' },
  ']': { text: ']', side: 'close' },
  '\\rbrack': { text: ']', side: 'close' },
  '\\{': { text: '{', side: 'open' },
  '\\lbrace': { text: '{', side: 'open' },
  '\\}': { text: '}', side: 'close' },
  '\\rbrace': { text: '}', side: 'close' },
  '|': { text: '|', side: 'either' },
  '\\vert': { text: '|', side: 'either' },
  '∣': { text: '|', side: 'either' },
  '\\lvert': { text: '|', side: 'open' },
  '\\rvert': { text: '|', side: 'close' },
  '\\|': { text: '‖', side: 'either' },
  '\\Vert': { text: '‖', side: 'either' },
  '∥': { text: '‖', side: 'either' },
  '‖': { text: '‖', side: 'either' },
  '\\lVert': { text: '‖', side: 'open' },
  '\\rVert': { text: '‖', side: 'close' },
  '\\lfloor': { text: '⌊', side: 'open' },
  '⌊': { text: '⌊', side: 'open' },
  '\\rfloor': { text: '⌋', side: 'close' },
  '⌋': { text: '⌋', side: 'close' },
  '\\lceil': { text: '⌈', side: 'open' },
  '⌈': { text: '⌈', side: 'open' },
  '\\rceil': { text: '⌉', side: 'close' },
  '⌉': { text: '⌉', side: 'close' },
  '\\langle': { text: '⟨', side: 'open' },
  '⟨': { text: '⟨', side: 'open' },
  '\\rangle': { text: '⟩', side: 'close' },
  '⟩': { text: '⟩', side: 'close' },
  '.': { text: '.', side: 'either' },
};

export const BIG_OPERATORS: Readonly<Record<string, 'sum' | 'product' | 'integral' | 'limit' | 'other'>> = {
  '\\sum': 'sum',
  '\\prod': 'product',
  '\\int': 'integral',
  '\\intop': 'integral',
  '\\smallint': 'integral',
  '\\lim': 'limit',
};

/** Operators over a range or a set that have no reading yet. */
export const OTHER_BIG = new Set([
  '\\coprod', '\\bigvee', '\\bigwedge', '\\biguplus', '\\bigcap', '\\bigcup', '\\bigotimes', '\\bigoplus', '\\bigodot',
  '\\bigsqcup', '\\iint', '\\iiint', '\\oint', '\\oiint', '\\oiiint', '\\inf', '\\sup', '\\gcd', '\\Pr', '\\arg',
  '\\dim', '\\deg', '\\hom', '\\ker',
]); // prettier-ignore
