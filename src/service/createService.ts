/** The one service, for notes and code. */
import { LANGUAGES, languageOfEditor } from '../languages.js';
import { done, ready, type Steps } from '../steps.js';
import { readerOf } from '../notation/programs/index.js';
import { claimBudget } from './budgets.js';
import { checkCode } from './checkCode.js';
import { explained } from './explained.js';
import { thrown, type OnFault } from './fault.js';
import { NoteRequests } from './notes.js';
import { Programs } from './programs.js';
import type {
  Answer,
  Budget,
  CheckedClaim,
  Choice,
  CodeEdit,
  CodeFound,
  DocumentText,
  ExplainedClaim,
  FormulaPlace,
  Found,
  GradientTestOrder,
  Options,
  ServiceRefusal,
  Service,
} from './service.js';

export function createService(): Service {
  return new Engine();
}

class Engine implements Service {
  private readonly notes = new NoteRequests();
  private readonly programs = new Programs();

  async load(languageId?: string): Promise<void> {
    const language = languageId === undefined ? null : languageOfEditor(languageId);
    const wanted = language ? [language] : LANGUAGES;
    await Promise.all(wanted.map(({ name }) => readerOf(name).load()));
  }

  at(document: DocumentText, offset: number, options: Options): Found | null {
    return this.codeAt(document, offset) ?? this.notes.at(document, offset, options);
  }

  select(document: DocumentText, from: number, to: number, options: Options): Found | ServiceRefusal {
    if (!isCode(document)) return this.notes.select(document, from, to, options);
    const found = this.codeIn(document, from, to);
    if (!('ok' in found)) return found;
    const formula = this.notes.at(document, from, options);
    return formula !== null && to <= formula.outerTo ? this.notes.select(document, from, to, options) : found;
  }

  derive(found: Found, choice: Choice, budget: Budget): Answer | ServiceRefusal {
    return done(this.deriveInSteps(found, choice, budget));
  }

  deriveInSteps(
    found: Found,
    choice: Choice,
    budget: Budget,
  ): Generator<unknown, Answer | ServiceRefusal, undefined> {
    return found.code
      ? this.programs.deriveInSteps(found.code, choice, budget)
      : this.notes.deriveInSteps(found, choice, budget);
  }

  prepare(document: DocumentText, options: Options): Iterable<unknown> {
    // A source is parsed at once, when it is first asked about.
    return isCode(document) ? [] : this.notes.prepare(document, options);
  }

  check(
    document: DocumentText,
    options: Options,
    budget: () => Budget = claimBudget,
    onFault: OnFault = thrown,
  ): Iterable<CheckedClaim | null> {
    return isCode(document)
      ? checkCode(this.programs.source(document), options, budget, onFault)
      : this.notes.check(document, options, budget, onFault);
  }

  explain(claim: CheckedClaim): ExplainedClaim | null {
    return explained(claim);
  }

  formulaAt(document: DocumentText, offset: number, options: Options): FormulaPlace | null {
    return this.notes.formulaAt(document, offset, options);
  }

  displays(document: DocumentText, options: Options): readonly FormulaPlace[] {
    return this.notes.displays(document, options);
  }

  codeAt(document: DocumentText, offset: number): Found | null {
    const found = isCode(document) ? this.programs.at(document, offset) : null;
    return found && foundIn(document, found);
  }

  codeIn(document: DocumentText, from: number, to: number): Found | ServiceRefusal {
    if (!isCode(document)) return NO_CODE;
    const found = this.programs.select(document, from, to);
    return 'ok' in found ? found : foundIn(document, found);
  }

  writeDerivative(found: Found, choice: Choice, budget: Budget): CodeEdit | ServiceRefusal {
    return done(this.writeDerivativeInSteps(found, choice, budget));
  }

  writeDerivativeInSteps({ code }: Found, choice: Choice, budget: Budget): Steps<CodeEdit | ServiceRefusal> {
    return code ? this.programs.writeDerivative(code, choice, budget) : ready(NO_CODE);
  }

  writeGradient(found: Found, budget: Budget): CodeEdit | ServiceRefusal {
    return done(this.writeGradientInSteps(found, budget));
  }

  writeGradientInSteps({ code }: Found, budget: Budget): Steps<CodeEdit | ServiceRefusal> {
    return code ? this.programs.writeGradient(code, budget) : ready(NO_CODE);
  }

  writeGradientTest({ code }: Found, order: GradientTestOrder): string | ServiceRefusal {
    return code ? this.programs.writeGradientTest(code, order) : NO_CODE;
  }
}

const NO_CODE: ServiceRefusal = { ok: false, code: 'no-formula', message: 'This is no code.', place: null };

/** A document that can be read as a program. */
function isCode({ languageId }: DocumentText): boolean {
  const language = languageOfEditor(languageId);
  return language !== null && readerOf(language.name).isLoaded();
}

/** `from` and `to` are those of the whole function, or of the expression. */
function foundIn({ text }: DocumentText, code: CodeFound): Found {
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
    isAsked: true,
    code,
  };
}
