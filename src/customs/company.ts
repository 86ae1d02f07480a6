/** Letters that are a function of the table where certain others stand beside them; a row each, with its reason. */
export interface FunctionCompany {
  /** The symbol's id. */
  readonly letter: string;
  /** The function of the table. */
  readonly fn: string;
  /** What stands beside it, by the name of a function of the table or the id of a letter. */
  readonly beside: readonly string[];
  /** Whether a question without any text round it means this function. */
  readonly alone: boolean;
  readonly why: string;
}

export const FUNCTION_COMPANY: readonly FunctionCompany[] = [
  { letter: 'psi', fn: 'digamma', beside: ['gamma', 'lngamma'], alone: true, why: 'ψ is Γ′/Γ' },
  {
    letter: 'psi_1',
    fn: 'trigamma',
    beside: ['gamma', 'psi'],
    alone: true,
    why: 'ψ₁ is ψ′',
  },
  {
    letter: 'B',
    fn: 'beta',
    beside: ['gamma', 'psi'],
    alone: true,
    why: 'B is made of Γ',
  },
  { letter: 'W', fn: 'lambertw', beside: ['lambertw'], alone: true, why: 'W is known by its inverse w eʷ' },
  { letter: 'phi', fn: 'normpdf', beside: ['normcdf', 'Phi'], alone: false, why: 'φ is the density of Φ' },
  { letter: 'Phi', fn: 'normcdf', beside: ['normpdf', 'phi'], alone: false, why: 'Φ is the integral of φ' },
];
