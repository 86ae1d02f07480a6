/** Asks about code as the editor asks about notes. Knows nothing of VS Code. */
import type {
  Answer,
  Budget,
  CheckedClaim,
  Choice,
  CodeFound,
  CodeService,
  DocumentText,
  FileKind,
  Found,
  OnFault,
  Options,
  Refusal,
  Service,
} from '../service/index.js';
import { CODE_LANGUAGES } from './contributions.js';

/** What the editor asks of documents, be they notes or code. */
export type Asker = Pick<Service, 'at' | 'select' | 'deriveInSteps' | 'check' | 'prepare'>;

/** A function, or an expression in one; `from` and `to` are those of the whole function, or of the expression. */
export interface FoundInCode extends Found {
  readonly code: CodeFound;
}

export const isCode = (languageId: string): boolean =>
  (CODE_LANGUAGES as readonly string[]).includes(languageId);

/** By which limits a file of that language is left out. */
export const fileKindOf = (languageId: string): FileKind =>
  isCode(languageId) ? 'code' : languageId === 'jupyter' ? 'notebook' : 'note';

/** What was found in code; null for a formula. */
export function codeOf(found: Found): CodeFound | null {
  return 'code' in found ? (found as FoundInCode).code : null;
}

/** Code first, and the formulas in its comments where there is no code. `code` must have been loaded. */
export class CodeAsker implements Asker {
  constructor(
    private readonly code: CodeService,
    private readonly notes: Service,
  ) {}

  at(document: DocumentText, offset: number, options: Options): Found | null {
    const found = this.code.at(document, offset);
    return found ? foundIn(document, found) : this.notes.at(document, offset, options);
  }

  select(document: DocumentText, from: number, to: number, options: Options): Found | Refusal {
    const found = this.code.select(document, from, to);
    if (!('ok' in found)) return foundIn(document, found);
    const formula = this.notes.at(document, from, options);
    return formula !== null && to <= formula.outerTo ? this.notes.select(document, from, to, options) : found;
  }

  /** A source is parsed at once, when it is first asked about. */
  prepare(): Iterable<unknown> {
    return [];
  }

  deriveInSteps(
    found: Found,
    choice: Choice,
    budget: Budget,
  ): Generator<unknown, Answer | Refusal, undefined> {
    const code = codeOf(found);
    return code
      ? this.code.deriveInSteps(code, choice, budget)
      : this.notes.deriveInSteps(found, choice, budget);
  }

  check(
    document: DocumentText,
    options: Options,
    budget?: () => Budget,
    onFault?: OnFault,
  ): Iterable<CheckedClaim | null> {
    return this.code.claims(document, options, budget, onFault);
  }
}

function foundIn({ text }: DocumentText, code: CodeFound): FoundInCode {
  const { from, to } = code.kind === 'expression' ? code : code.whole;
  return {
    kind: 'plain',
    from,
    to,
    outerFrom: from,
    outerTo: to,
    display: false,
    inTable: false,
    text: text.slice(from, to),
    isQuestion: false,
    code,
  };
}
