/** The rules that a learner chooses among: what each is called, when it is the one, and what else leads there. */

export interface RuleChoice {
  readonly name: string;
  readonly title: string;
  /** The rules of the engine that it stands for. */
  readonly rules: readonly string[];
  /** What one looks for to see that it is this one. */
  readonly sign: string;
}

/** In the order in which they are offered. */
export const RULE_CHOICES: readonly RuleChoice[] = [
  {
    name: 'power',
    title: 'Power rule',
    rules: ['power', 'square-root', 'nth-root', 'root-as-power'],
    sign: 'A power of the variable itself, with a constant exponent.',
  },
  {
    name: 'sum',
    title: 'Sum rule',
    rules: ['sum'],
    sign: 'Terms that are added or subtracted last.',
  },
  {
    name: 'constant-multiple',
    title: 'Constant multiple rule',
    rules: ['constant-multiple'],
    sign: 'A factor in which the variable does not occur.',
  },
  {
    name: 'product',
    title: 'Product rule',
    rules: ['product'],
    sign: 'Two factors, the variable in both of them.',
  },
  {
    name: 'quotient',
    title: 'Quotient rule',
    rules: ['quotient'],
    sign: 'A fraction with the variable above and below.',
  },
  {
    name: 'chain',
    title: 'Chain rule',
    rules: ['chain', 'inner-derivative'],
    sign: 'One function inside another: something else than the variable alone stands in its place.',
  },
  {
    name: 'table',
    title: 'From the table',
    rules: ['table', 'exponential', 'logarithm'],
    sign: 'A function of the variable itself, whose derivative one knows.',
  },
  {
    name: 'reciprocal',
    title: 'Reciprocal rule',
    rules: ['reciprocal'],
    sign: 'A constant over something in which the variable occurs.',
  },
  {
    name: 'logarithmic',
    title: 'Logarithmic differentiation',
    rules: ['general-power', 'logarithmic'],
    sign: 'The variable in base and exponent, or many factors and powers.',
  },
  {
    name: 'implicit',
    title: 'Implicit differentiation',
    rules: ['implicit'],
    sign: 'An equation that is not solved for what is differentiated.',
  },
  {
    name: 'cases',
    title: 'By cases',
    rules: ['extremum', 'piecewise'],
    sign: 'A maximum, an absolute value or pieces: on each part of the line another formula.',
  },
];

/** How many are always offered, from the first on; a rarer one comes where it is the right one. */
const USUAL = 6;

/** Another rule that leads there as well, by the right one. */
const ALSO_LEADS: Readonly<Record<string, readonly string[]>> = {
  quotient: ['product'],
  reciprocal: ['quotient', 'chain', 'power'],
  chain: ['power'],
  'constant-multiple': ['product', 'quotient'],
  logarithmic: ['chain'],
};

/** The choice for a rule of the engine; null for one that no learner is asked for. */
export const choiceFor = (rule: string): RuleChoice | null =>
  RULE_CHOICES.find((c) => c.rules.includes(rule)) ?? null;

/** What is offered where a rule is the right one. */
export const offered = (right: RuleChoice): readonly RuleChoice[] =>
  RULE_CHOICES.filter((c, i) => i < USUAL || c === right);

export const leadsThereToo = (right: RuleChoice, chosen: RuleChoice): boolean =>
  ALSO_LEADS[right.name]?.includes(chosen.name) ?? false;
