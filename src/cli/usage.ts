/** What the command line says about itself. */

export const USAGE = `leibniz — derivatives with their steps

Usage:
  leibniz derive [options] TEXT       differentiate a formula and print the steps
  leibniz derive --jsonl              answer JSON requests, one a line, from standard input
  leibniz spans --json FILE…          list the formulas of files (- reads Markdown from standard input)
  leibniz check [options] FILE…       judge the derivatives that files claim (- reads Markdown from standard input;
                                      of a folder all notes and code below it, but for node_modules, dist and the like)
  leibniz practice [options]          write exercises with folded solutions, the same for the same seed
  leibniz help | --help | --version

Options of derive:
  --variable V    differentiate by V; without it the variable is inferred
  --order N       take N derivatives
  --as FORM       components or matrix: an answer with vectors and matrices in that form
  --level L       how much is told: brief, standard or beginner (1, 2 or 3); JSON has all steps without it
  --notation N    latex or plain; without it LaTeX where the text has a backslash, brace or prime
  --format F      text, latex or json
  --explain       say what each name was taken for, and why

Examples:
  leibniz derive 'x^2 * sin(x)'
  leibniz derive '\\frac{d}{dt} e^{-at}'
  leibniz derive --variable y --format latex '\\frac{x}{x+y}'

Options of check:
  --format F      text (a line a claim that is not right, and a count) or json
  --explain       say of each claim how it was read: its variable, what each name was taken for and why, which readings
                  were tried, and why an editor does not underline it

Options of practice:
  --family F      power, product, quotient, chain, trigonometric, inverse, logarithms, logarithmic-differentiation,
                  implicit, pieces, higher-orders, machine-learning or physics; without it one of each in turn
  --count N       how many: 10
  --seed N        another sheet for another number: 1
  --format F      markdown or json

Exit status: 0 an answer, 1 no answer, 2 unusable arguments; of check 0 no false claim, 1 some, 2 no readable file.
`;
