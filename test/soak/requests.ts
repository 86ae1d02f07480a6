/** What an editor asks in a long day: requests of all kinds about notes and code, with edits between them. */
import { done } from '../../src/steps.js';
import { isCode } from '../../src/editor/codeLanguages.js';
import { budget } from '../../src/editor/patience.js';
import { ignoreEdit, replacementEdit } from '../../src/editor/fixEdits.js';
import { hoverContent, type Artist } from '../../src/editor/hoverContent.js';
import { insertionFor } from '../../src/editor/insertion.js';
import { LazyEngine, type Drawing, type Engine } from '../../src/editor/lazyEngine.js';
import { contentsOf, modelFor, requestFor } from '../../src/editor/panelModel.js';
import { PLOT_THEMES } from '../../src/plot/theme.js';
import { Headless } from '../../src/headless/headless.js';
import type { CheckedClaim, DocumentText, Found, Options } from '../../src/service/index.js';

const TELLING = { level: 2, understood: [] } as const;

const OPTIONS: Options = { logBase: 'e', macros: {}, numbers: 'asWritten' };
const LANGUAGES = ['markdown', 'latex', 'typescript', 'markdown'];
/** More than the service keeps. */
const DOCUMENTS = 40;

/** Formulas that differ from request to request: names, numbers, definitions, macros, words. */
function noteText(k: number): string {
  const name = `v_{${String(k % 5_000)}}`;
  return [
    `Let $f_${String(k % 7)}(x) = x^{${String(k % 50)}} + ${String(k)} x + ${name}$ and $\\newcommand{\\m}{${String(k)}x}$`,
    `so $\\frac{d}{dx} \\sin(${String(k)} x^2) = ${String(k)} \\cos(x^2)$ is wrong,`,
    `and $\\frac{d}{dt} e^{-${String(k)} t} = -${String(k)} e^{-${String(k)} t}$ is right; $\\log_{${String(2 + (k % 9))}}(\\m + \\sqrt{${name}})$`,
    `| $x^{${String(k)}}$ | $\\text{word${String(k)}}\\, \\frac{x}{x + ${String(k)}}$ |`,
  ].join('\n\n');
}
const sourceText = (k: number): string =>
  [
    `export const f${String(k)} = (x: number, w${String(k)}: number): number => Math.sin(${String(k)} * x) * w${String(k)} ** 2;`,
    `export const f${String(k)}Derivative = (x: number, w: number): number => ${String(k)} * Math.cos(x) * w;`,
  ].join('\n');

/** Asks requests one after the other; each is another one than those before. */
export class Day {
  private readonly headless = new Headless();
  private readonly versions = new Map<string, number>();
  private asked = 0;
  private constructor(
    private readonly engine: Engine,
    private readonly drawing: Drawing,
    private readonly lazy: LazyEngine,
  ) {}

  static async begin(): Promise<Day> {
    const lazy = new LazyEngine();
    await lazy.code('typescript');
    return new Day(await lazy.get(), await lazy.drawing(), lazy);
  }

  /** The next request: every kind in turn, of a document that was edited since it was last asked about. */
  async next(): Promise<void> {
    const k = this.asked++;
    const document = this.edited(k);
    const service = await this.lazy.service(document.languageId);
    Array.from(service.prepare(document, OPTIONS));
    if (k % 8 === 3) {
      this.check(
        document,
        [...service.check(document, OPTIONS)].filter((claim) => claim !== null),
      );
      return;
    }
    const found = service.at(document, placeIn(document.text, k), OPTIONS);
    if (found === null) return;
    const answer = done(service.deriveInSteps(found, {}, budget('command')));
    if (!answer.ok) return;
    const target = { uri: document.uri, version: document.version, from: found.from, to: found.from };
    done(
      hoverContent(
        { answer, found, target, withPlot: k % 9 === 0, writable: true, verdict: null },
        this.artist(),
      ),
    );
    insertionFor(document.text, found, answer);
    if (k % 11 === 0) {
      const contents = done(contentsOf(answer));
      modelFor(requestFor({ ok: true, document, found, answer }), document.version, contents, false, TELLING);
      done(answer.copies());
      done(answer.plot([-(k % 10) - 1, 3]));
    }
    if (k % 7 === 0) this.values(found, k);
    if (isCode(document.languageId)) this.write(document, found);
  }

  private edited(k: number): DocumentText {
    const languageId = LANGUAGES[k % LANGUAGES.length] ?? 'markdown';
    const uri = `file:///${languageId}/${String(k % DOCUMENTS)}`;
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    return { uri, version, languageId, text: isCode(languageId) ? sourceText(k) : noteText(k) };
  }

  private check(document: DocumentText, claims: readonly CheckedClaim[]): void {
    for (const claim of claims) {
      replacementEdit(claim, document.text, false);
      ignoreEdit(claim, document.text, document.languageId, false);
    }
  }

  private values({ text }: Found, k: number): void {
    this.headless.reply({ id: k, text, notation: 'latex', at: [{ x: k / 7 }] }, budget('command'));
  }

  private write(document: DocumentText, found: Found): void {
    const { service } = this.engine;
    const code = service.codeAt(document, found.from + 'export const f'.length);
    if (code === null) return;
    service.writeDerivative(code, {}, budget('command'));
    service.writeGradient(code, budget('command'));
  }

  private artist(): Artist {
    const { typeset, measure, altText, draw, describe } = this.drawing;
    return {
      width: (tex) => {
        try {
          return measure(tex, { display: true }).width * 18;
        } catch {
          return Infinity;
        }
      },
      formula: (tex) => {
        const made = typeset(tex, { display: true, size: 18, color: '#000' });
        return made.ok ? { svg: made.svg, width: made.width, height: made.height } : null;
      },
      words: altText,
      *plot(answer) {
        const plot = yield* answer.plot();
        const size = { width: 300, height: 125 };
        return (
          plot && { svg: draw(plot, { ...size, theme: PLOT_THEMES.light }), ...size, words: describe(plot) }
        );
      },
    };
  }
}

/** A place in one formula of the text, or on the name of the function. */
function placeIn(text: string, k: number): number {
  const formulas = [...text.matchAll(/\$[^$]+\$/g)];
  return formulas.length === 0 ? 'export const f'.length : (formulas[k % formulas.length]?.index ?? 0) + 2;
}
